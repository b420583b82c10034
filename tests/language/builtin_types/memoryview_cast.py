# boards: virtual
# Views of buffers as items of other kinds.
from array import array

b = bytearray(b"abcdef\0\0")
m = memoryview(b)
h = m.cast("H")
print(h[0], len(h), h.itemsize, h.nbytes, h.format, h.tolist(), h[1:].tolist(), h[::-2].tolist(), bytes(h[::2]))
h[0] = 0x4142; print(b, m.cast("b").tolist(), m.cast("c")[0], m.cast("?").tolist(), h.cast("B")[1], m.cast("@i")[1])
i = memoryview(array("i", [1, -2, 3]))
print(i.tolist(), i[-1], i.format, i == array("i", [1, -2, 3]), i == array("h", [1, -2, 3]), i[1:] == array("d", [-2, 3]), i.cast("B")[0], i.obj)
i[0] = -7; print(i.obj, memoryview(array("d", [1.5]))[0], memoryview(array("f", [0.5, 2])).tolist())
c = m.cast("c"); c[0] = b"z"; print(b)
q = m.cast("?"); q[0] = 0; q[1] = 5; print(b)
def attempt(f, *args):
    try:
        print(f(*args))
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)
def store(view, index, value): view[index] = value
attempt(m[1:].cast, "I")
attempt(m.cast, "x")
attempt(m.cast, "<H")
attempt(m.cast, 3)
attempt(h.cast, "I")
attempt(m[::2].cast, "b")
attempt(store, h, 0, 70000)
attempt(store, h, 0, "a")
attempt(store, memoryview(array("d", [1])), 0, "a")
attempt(store, c, 0, "a")
attempt(store, c, 0, b"ab")
attempt(store, h, slice(0, 1), b"ab")
