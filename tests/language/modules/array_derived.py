# boards: virtual
# Classes derived from array, its dunder methods, arrays from other machines.
from array import array, _array_reconstructor

class Samples(array):
    def mean(self): return sum(self) / len(self)
s = Samples("h", [1, 2, 6])
s.label = "x"
print(s, s.mean(), s[0], s[1:], type(s[1:]).__name__, len(s), s + s, s == array("h", [1, 2, 6]), s.label, isinstance(s, array), 6 in s)
s.append(7); s[0] = 9; del s[1]; s.__setitem__(1, 5); print(s, s.__getitem__(0), s.__len__(), s.__add__(s), array.__mul__(s, 2), s.__imul__(2))
for f in (lambda: s.__imul__("a"), lambda: s.__iadd__(5), lambda: hash(s)):
    try:
        print(f())
    except TypeError as e:
        print("TypeError")
print(_array_reconstructor(array, "h", 4, b"\1\0\2\0"), _array_reconstructor(array, "i", 9, b"\0\0\0\1"), _array_reconstructor(array, "w", 21, "ab".encode("utf-32-be")), _array_reconstructor(Samples, "d", 15, b"\x3f\x80\0\0"))
for args in ((array, "h", 99, b""), (int, "h", 4, b""), (array, "h", 4, b"a"), (array, "h", 4, "")):
    try:
        print(_array_reconstructor(*args))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
