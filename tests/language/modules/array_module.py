# Arrays of numbers.
from array import array
import array as module

a = array("i", [1, 2, 3])
print(a, len(a), a.typecode, a.itemsize, list(a), a[0], a[-1], a[1:], a[::-1], 2 in a, 9 in a)
a.append(4); a.extend([5, 6]); a.extend(array("i", [7])); a.insert(0, 0); a.insert(-1, 66); a.insert(99, 8)
print(a, a.pop(), a.pop(0), a.pop(-2), a)
print(a.tolist(), bool(a), bool(array("b")))
a[0] = 70; a[1:3] = array("i", [60, 55, 50]); print(a)
a[::2] = array("i", [-1, -2, -3]); print(a)
del a[0]; del a[1:3]; print(a)
a += array("i", [1]); a *= 2; print(a, a + a[:1], a * 2 == 2 * a, a != a[:], a < a + a, a > array("i", [0]))
del a[::2]; print(a)
del a[::-2]; print(a)
for code in "bBhHiIqQ":
    x = array(code, [1, 2, 100])
    print(x, x.tobytes()[: x.itemsize], sum(x))
for code in "fd":
    x = array(code, [1, 2.5, -0.125])
    print(x, x.tobytes(), max(x))
b = array("h")
b.frombytes(b"\1\0\2\0"); print(b, bytes(b), bytearray(b), array("h", b"\5\0"), array("B", b"abc"), array("d", b))
print(array("i", range(4)), array("b", (i for i in (1, 2))), array("f", [1.0]) == array("d", [1.0]), array("B", b"ab") == b"ab")
print(b == [1, 2], array("b") == array("d"), module.ArrayType is array)
for x in b: print(x)
