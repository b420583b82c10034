# Except clauses evaluate their class lazily; what is no class is an error.
class A(Exception): pass
class B(A): pass
def pick(c):
    print("pick", c.__name__)
    return c
try:
    raise B("b")
except pick(ValueError):
    print("no")
except pick(A) as e:
    print("A", type(e).__name__)
except pick(KeyError):
    print("never")
errors = (ValueError, (TypeError, KeyError))
try:
    raise ValueError
except errors[0]:
    print("from tuple")
try:
    try:
        raise ValueError("v")
    except 5:
        print("never")
except TypeError as e:
    print(e)
try:
    raise B
except (KeyError, A):
    print("tuple")
try:
    raise SystemExit(3)
except Exception:
    print("never")
except BaseException as e:
    print(type(e).__name__, e.code)
