# boards: virtual
# Floats as hexadecimal text, and as ratios of integers.
for x in (0.0, -0.0, 1.0, -1.5, 0.1, 1e300, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, float("inf"), float("nan")):
    print(x, x.hex(), float.fromhex(x.hex()))
    try:
        print(x.as_integer_ratio())
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
for text in ("1", "0x1", " -0x1.8p3 ", "0X.8P-1", "1.", "ff", "infinity", "-INF", "nan", "0x1.00000000000008p0", "0x1.00000000000008000001p0", "0x1p-1075",
             "0x1.8p-1075", "0x1p1023", "0x1p1024", "0x1.fffffffffffff8p1023", "", "0x", "p1", "0x1p", "1.2.3", "0x1 p1", "0x" + "0" * 50 + "1" + "0" * 300 + "p-1200"):
    try:
        print(repr(text[:40]), float.fromhex(text))
    except (ValueError, OverflowError) as error:
        print(repr(text[:40]), type(error).__name__, error)
class F(float):
    pass
print(type(F.fromhex("0x1p4")), type(F(1.5).conjugate()), F(2.5).real, type(+F(1)), F.fromhex("1").__round__(), F(2.6).__round__(), (2.55).__round__(1), (2.5).__floor__(), (-2.5).__trunc__(), (2.1).__ceil__(), (2.9).__int__())
print(f"{-0.01:z.1f} {-0.0:z} {-1.5:z.0f} {0.0:+z.2f} {-1e-9:z.3e} {-0.004:z.0%}")
for spec in ("z", "zd"):
    try:
        print(format(1, spec))
    except ValueError as error:
        print(error)
