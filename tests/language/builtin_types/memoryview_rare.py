# boards: virtual
# What few programs ask of a view.
m = memoryview(b"abcdef")
print(m.obj, m.hex(), m.toreadonly().readonly, memoryview(bytearray(b"a")).toreadonly().readonly)
print(m.ndim, m.shape, m.strides, m.suboffsets, m.contiguous, m.c_contiguous, m.f_contiguous)
print(m[::2].contiguous, m[::2].strides, m[::-1].strides, m[::2].shape, m.cast("H").shape, m.cast("B", [6]).shape, m.hex(":", 2), m[::2].hex())
print(m.tobytes("C"), memoryview(object=b"ab").tolist())
try:
    m.cast("B", [5])
except TypeError as e:
    print(e)
try:
    m[0, 1]
except (TypeError, NotImplementedError) as e:
    print(type(e).__name__)
