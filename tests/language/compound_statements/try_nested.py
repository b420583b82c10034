# quick
# Exceptions inside handlers and finally blocks.
def f():
    try:
        try:
            raise ValueError("a")
        except ValueError:
            raise KeyError("b")
        finally:
            print("inner finally")
    except KeyError as e:
        print("outer", e)
        try:
            raise
        except KeyError as again:
            print(again is e)
    return "done"
print(f())
def g():
    try:
        raise ValueError("x")
    except ValueError as e:
        try:
            raise TypeError("y")
        except TypeError:
            pass
        try:
            raise
        except ValueError as same:
            return same is e
print(g())
def deep(n):
    if n == 0: raise ValueError("bottom")
    try:
        deep(n - 1)
    finally:
        print("unwind", n)
try:
    deep(3)
except ValueError as e:
    print(e)
def loop():
    out = []
    for i in range(4):
        try:
            try:
                if i % 2: raise ValueError(i)
                out.append(("ok", i))
            except ValueError as e:
                out.append(("bad", e.args[0]))
                if i == 3: raise KeyError(i)
        except KeyError as k:
            out.append(("key", k.args[0]))
    return out
print(loop())
