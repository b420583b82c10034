# quick
# sys.exc_info-free checks that handled exceptions end where their clause ends.
def f():
    try:
        raise
    except RuntimeError as e:
        return str(e)
print(f())
try:
    raise ValueError("v")
except ValueError:
    print(f())if False else None
    def g():
        raise
    try:
        g()
    except ValueError as e:
        print("re-raised through a call", e)
try:
    raise
except RuntimeError as e:
    print(e)
for i in range(2):
    try:
        raise KeyError(i)
    except KeyError:
        continue
try:
    raise
except RuntimeError as e:
    print("after the loop:", e)
def h():
    try:
        raise ValueError
    except ValueError:
        return "left by return"
h()
try:
    raise
except RuntimeError as e:
    print("after return:", e)
