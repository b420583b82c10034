# quick
# Loops left through several layers of try, with, and nested loops.
log = []
class M:
    def __init__(self, n): self.n = n
    def __enter__(self): log.append(("in", self.n))
    def __exit__(self, *a): log.append(("out", self.n, a[0] and a[0].__name__))
def f(how):
    for i in range(3):
        with M(i):
            try:
                for j in range(3):
                    try:
                        if j == 1:
                            if how == "break": break
                            if how == "continue": continue
                            if how == "return": return i, j
                            if how == "raise": raise ValueError(j)
                        log.append((i, j))
                    finally:
                        log.append("f1")
                else:
                    log.append("else")
            except ValueError as e:
                log.append(e.args)
                continue
            finally:
                log.append("f2")
        if i == 1: break
    return "end"
for how in ("none", "break", "continue", "return", "raise"):
    log = []
    print(how, f(how))
    print(log)
def count():
    n = 0
    while True:
        try:
            n += 1
            if n < 5: continue
            break
        finally:
            n += 1
    return n
print(count())
def nested_finally():
    out = []
    for i in range(2):
        try:
            try:
                if i: return out
            finally:
                out.append(("a", i))
        finally:
            out.append(("b", i))
print(nested_finally())
def finally_break():
    for i in range(5):
        try:
            1 / 0
        except ZeroDivisionError:
            if i < 3: continue
            break
        finally:
            last = i
    return i, last
print(finally_break())
