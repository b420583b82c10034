# boards: virtual
# quick
# Methods of integers of any size.
for n in (0, 1, -1, 255, -256, 2 ** 31, 2 ** 64 - 1, -2 ** 64, 10 ** 30):
    print(n.bit_length(), n.bit_count(), n.conjugate(), n.real, n.imag, n.numerator, n.denominator)
    print(n.as_integer_ratio(), n.is_integer(), n.to_bytes(16, "big", signed=True), n.to_bytes(20, "little", signed=True))
    print(int.from_bytes(n.to_bytes(16, "big", signed=True), "big", signed=True) == n)
    print(int.from_bytes(n.to_bytes(16, "little", signed=True), "little"))
    print(n.__int__() == n, n.__index__(), n.__floor__(), n.__ceil__(), n.__trunc__(), n.__float__())
for action in (lambda: (2 ** 64).to_bytes(8, "big"), lambda: (-1).to_bytes(8, "big"), lambda: (128).to_bytes(1, "big", signed=True),
               lambda: (2 ** 63).to_bytes(8, "little", signed=True), lambda: (1).to_bytes(-1, "big")):
    try:
        print(action())
    except (OverflowError, ValueError) as error:
        print(type(error).__name__, error)
print((0).to_bytes(0, "big"), (255).to_bytes(), (-128).to_bytes(1, "big", signed=True), int.from_bytes(b""))
