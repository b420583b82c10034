# quick
# Format specs of strings.
for spec in ("", "s", "10", "<10", ">10", "^10", "*^10", "10s", ".2", "5.2", ">5.1s", "-<6", "010", "é^7"):
    print(repr(spec), repr(format("abc", spec)))
for spec in ("d", "+", "=5", ",", "x", "5d"):
    try:
        print(format("abc", spec))
    except ValueError as e:
        print(e)
print(f"{'é':>3}|{'é':<3}|{None!s:>6}|{[1]!r:>5}|{'a'!r:^5}")
try:
    format([], "5")
except TypeError as e:
    print(e)
print(format([1, 2]), format(None), format(None, ""))
