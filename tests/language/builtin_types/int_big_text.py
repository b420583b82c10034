# quick
# Big integers to text and back: every base, every format.
n = 123456789 ** 7
for value in (n, -n, 2 ** 64, -2 ** 64):
    print(value, repr(value), hex(value), oct(value), bin(value))
    print("%d %i %x %X %o %#x %+d %60d %-60d| %060d %.50d" % ((value,) * 11))
    print(f"{value:,} {value:_} {value:_x} {value:#_b} {value:+} {value:>70} {value:^70} {value:<70}|")
    print(f"{value:070,} {value:n} {value:e} {value:.3g} {value:%} {value:f}")
    print(int(str(value)) == value, int(hex(value), 16) == value, int(bin(value), 0) == value)
print(int("z" * 30, 36), int("1" * 100, 2), int("1_000" * 10), int(b"-9" + b"8" * 40))
for bad in ("1" * 40 + "x", "12" * 20 + "_", "1__2" * 12, "0" * 30 + "8", ""):
    try:
        print(int(bad, 0))
    except ValueError as error:
        print(error)
print(0xFFFF_FFFF_FFFF_FFFF_FFFF, 0b1 << 99, 0o7777777777777777777777777, 1_000_000_000_000_000_000_000)
