# boards: virtual
"""The abstract classes of numbers cannot be made; what derives from them needs all methods."""

import collections
import functools
import numbers
import re
import struct
from fractions import Fraction

for kind in (numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral):
    try:
        kind()
    except TypeError as error:
        print(error)
print(sorted(numbers.Integral.__abstractmethods__))


class Half(numbers.Number):
    pass


class Most(numbers.Complex):
    real = imag = 0


print(isinstance(Half(), numbers.Number))
try:
    Most()
except TypeError as error:
    print(error)
print([isinstance(3, kind) for kind in (numbers.Number, numbers.Real, numbers.Integral)])
print([isinstance(0.5, kind) for kind in (numbers.Number, numbers.Real, numbers.Integral)])
print(isinstance(Fraction(1, 2), numbers.Rational), Fraction(1, 2) + 1, abs(Fraction(-1, 2)))

# Iterators of library types are iterators to whoever asks.
for iterator in (iter(collections.deque("ab")), reversed(collections.deque("ab"))):
    print(hasattr(iterator, "__next__"), iterator.__next__(), list(iterator))
print(struct.Struct("B").iter_unpack(b"xy").__next__())

for make in (functools.cache, functools.lru_cache(None), functools.lru_cache(maxsize=3)):
    try:
        make(3)
    except TypeError as error:
        print(error)
for arguments in (("a", 3, 1), ("a", object, 256), ("a", "b", -7), ("a", "xy\nz", 4), ("a", None, 5)):
    try:
        error = re.PatternError(*arguments)
        print(error.msg, error.lineno)
    except AttributeError as problem:
        print(problem)
