# quick
# Big integers and floats: conversion, exact comparison, division rounded once, equal hashes.
big = 2 ** 53 + 1
print(float(big), float(big + 1), float(big + 2), big == float(big), big > float(big), big - 1 == float(big))
print(float(3 ** 100), 3 ** 100 / 3 ** 99, 10 ** 400 / 10 ** 399, (10 ** 23 + 1) / 10 ** 23, -3 ** 50 / 2 ** 70)
print((2 ** 60 + 1) / 3, 5 / 2 ** 1074, 2 ** 1100 / (2 ** 1099 - 1), 1 / 3 ** 500)
for action in (lambda: float(10 ** 400), lambda: 10 ** 400 / 3, lambda: 10 ** 400 + 1.5, lambda: 10 ** 400 * 1.0,
               lambda: int(float("inf")), lambda: int(float("nan")), lambda: 10 ** 400 / 0):
    try:
        print(action())
    except (OverflowError, ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
print(10 ** 400 < float("inf"), 10 ** 400 > float("-inf"), 10 ** 400 == float("nan"), -10 ** 400 < -1e308)
print(int(1e300), int(-2.5e20), int(1e18), int(2.0 ** 62), int(-2.0 ** 30), round(1e25), round(2.5e20))
print(hash(2 ** 80) == hash(2.0 ** 80), {2 ** 80: 1}[2.0 ** 80], hash(-3 * 2 ** 70) == hash(-3.0 * 2 ** 70))
print(2 ** 80 + 0.0, 2 ** 80 - 1.0, 2.0 * 2 ** 80, 2 ** 80 / 4.0, 2 ** 80 // 3.0, 2 ** 80 % 7.0, 2.0 ** 100 == 2 ** 100)
