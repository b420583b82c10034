# quick
# round goes to even.
for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4, 2.6, -2.6, 0.0, 1e9, 5):
    print(x, round(x), round(x, None))
for x, n in ((1.25, 1), (1.35, 1), (2.675, 2), (123.456, -1), (123.456, 1), (123.456, 0), (0.1 + 0.2, 3), (15, -1), (25, -1), (1234567, -3), (5, 2), (-2.5, 0), (1e-10, 5), (1e22, 2), (5e-324, 3)):
    print(x, n, round(x, n))
print(type(round(1.5)).__name__, type(round(1.5, 0)).__name__, type(round(5, 0)).__name__, round(True), round(number=2.7, ndigits=0))
for f in (lambda: round("a"), lambda: round(1.5, "a"), lambda: round(float("nan")), lambda: round(float("inf")), lambda: round()):
    try:
        f()
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
