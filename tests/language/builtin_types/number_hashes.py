# boards: virtual
"""Hashes of equal numbers are equal, and are what CPython's are."""
from fractions import Fraction

prime = 2**61 - 1
for value in (0, -1, -2, prime, -prime, prime - 1, prime + 1, 2**61, -(2**61), 2**62, 2**200, -(2**63)):
    print(value, hash(value), hash(float(value)) == hash(int(float(value))))
print(hash(-1.0), hash(0.5), hash(Fraction(1, prime)), hash(Fraction(1, 3)))
table = {2**61: "a", prime: "b", -prime: "c"}
print(table[2.0**61], table[Fraction(2**61)], table[Fraction(prime)], table[prime], table[-prime])
print(len({2**61, 2.0**61, Fraction(2**61)}), hash((1, -1)) == hash((1, -1.0)))
