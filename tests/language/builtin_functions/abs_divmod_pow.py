# quick
# abs, divmod, pow.
print(abs(5), abs(-5), abs(-2.5), abs(True), abs(0), abs(-0.0))
print(divmod(7, 2), divmod(-7, 2), divmod(7, -2), divmod(7.5, 2), divmod(-7.5, -2), divmod(True, 2))
print(pow(2, 10), pow(2, -1), pow(2.0, 3), pow(3, 4, 5), pow(-3, 3, 7), pow(2, 0), pow(0, 0), pow(5, 3, 1), pow(2, 5, -7))
def attempt(f):
    try:
        print(f())
    except (TypeError, ValueError, ZeroDivisionError) as e:
        print(type(e).__name__)
attempt(lambda: abs("a"))
attempt(lambda: divmod(1, "a"))
attempt(lambda: pow(2, 3, 0))
attempt(lambda: pow("a", 2))
attempt(lambda: pow(2))
