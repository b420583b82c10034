# needs: memoryview
# Views of buffers.
a = bytearray(b"abcdef")
m = memoryview(a)
m[0] = 65
print(a, m[1], len(m), bytes(m[2:4]), m[1:3].tobytes(), list(m))
