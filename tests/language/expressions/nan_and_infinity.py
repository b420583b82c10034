# NaN is not equal to anything; infinities order as expected.
nan = float("nan")
inf = float("inf")
print(nan, inf, -inf, -nan == nan)
print(nan == nan, nan != nan, nan < nan, nan > 1, nan <= inf, not nan == nan)
print(inf == inf, inf > 1e308, -inf < -1e308, inf - inf, inf * 0, inf / inf, inf + 1)
print([nan] == [nan], nan in [nan], (nan,) == (nan,))
print(max(1.0, nan), max(nan, 1.0) != max(nan, 1.0), min(1.0, inf))
print(1 / inf, -1 / inf, inf // 1, inf % 2, 5 % inf, -5 % inf)
print(inf ** 0, 1 ** nan, nan ** 0, inf ** -1, (-inf) ** 3)
for x in (inf, nan):
    try:
        int(x)
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
