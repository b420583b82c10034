# quick
# Format specs of ints.
for spec in ("", "d", "5", "<5", ">5", "^5", "05", "+", " ", "-", "+5", "*^7", "=+6", "x", "X", "#x", "#X", "o", "#o", "b", "#b", "08b", "#010x", ",", "_", "_x", "_b", ",d", "c", "n", "e", ".2f", "g", "%", "010", "<05", "0=+7"):
    print(repr(spec), repr(format(42, spec)), repr(format(-42, spec) if spec != "c" else ""))
print(f"{1234567:,} {1234567:_} {-1234567:,} {123:,} {1234:010,}")
print(f"{True} {True:d} {True:5} {False:x}")
for spec in ("s", ".2", "5.2d", "q", "+c", "dd"):
    try:
        print(format(42, spec))
    except ValueError as e:
        print(spec, e)
