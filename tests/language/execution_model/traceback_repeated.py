# compare: traceback
# boards: virtual
# CPython shortens repeated lines of a recursion.
def f(n):
    if n == 0:
        raise ValueError("deep")
    f(n - 1)


f(10)
