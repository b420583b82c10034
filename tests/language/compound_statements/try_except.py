# quick
# Matching of except clauses, else, names and their scope.
def f(n):
    try:
        if n == 0: raise ValueError("v")
        if n == 1: raise KeyError("k")
        if n == 2: raise IndexError("i")
        if n == 3: 1 / 0
        if n == 4: return "returned"
        x = "no error"
    except ValueError:
        return "ValueError"
    except (KeyError, IndexError) as e:
        return type(e).__name__, e.args
    except:
        return "other"
    else:
        return "else " + x
    finally:
        print("finally", n)
for i in range(6): print(f(i))
try:
    raise KeyError("x")
except LookupError as e:
    print(repr(e))
try:
    e
except NameError:
    print("e is gone")
e = "before"
try:
    1 / 0
except ArithmeticError as e:
    pass
print("e" in globals())
try:
    try:
        raise ValueError(1)
    except KeyError:
        print("never")
except ValueError as outer:
    print("outer", outer)
