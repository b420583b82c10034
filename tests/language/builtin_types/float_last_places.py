"""Sums, differences and products of floats, to the last place."""

import struct

EDGES = [0.0, -0.0, 1.0, -1.0, 1.5, 3.0, 0.1, 1e300, 1e-300, 5e-324, 2.2250738585072014e-308]
EDGES += [2.225073858507201e-308, 1.7976931348623157e308, float("inf"), 4503599627370496.0]
EDGES += [9007199254740991.0, 1 + 2**-52, 1 - 2**-53, 1e-160, -3.3]


class Source:
    """Numbers that look random, with long runs of equal bits among them."""

    def __init__(self):
        self.state = 12345

    def bits(self, count):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return self.state >> (31 - count)

    def number(self, exponent):
        mantissa = self.bits(26) << 26 | self.bits(26)
        if self.bits(1):
            mantissa &= -1 << self.bits(5) + self.bits(4)
        if self.bits(1):
            mantissa |= (1 << self.bits(5)) - 1
        sign = self.bits(1) << 63
        bits = sign | exponent << 52 | mantissa & (1 << 52) - 1
        return struct.unpack("<d", struct.pack("<Q", bits))[0]


def digest(total, x):
    if x != x:
        return total + 1
    bits = struct.unpack("<Q", struct.pack("<d", x))[0]
    return (total * 31 + bits) % 1000000007


def combine(total, x, y):
    total = digest(total, x + y)
    total = digest(total, x - y)
    return digest(total, x * y)


def edges():
    total = 0
    for x in EDGES:
        for y in EDGES:
            total = combine(total, x, y)
    return total


def near(first, spread):
    """Pairs with exponents of which the second differs by up to `spread`."""
    source = Source()
    total = 0
    for step in range(120):
        exponent = first + source.bits(3)
        other = max(exponent - spread + step % (2 * spread + 1), 0)
        total = combine(total, source.number(exponent), source.number(other))
    return total


print(edges())
print(near(1000, 2))
print(near(1000, 60))
print(near(0, 4))
print(near(510, 6))
print(near(1530, 10))
print(near(2038, 1))
