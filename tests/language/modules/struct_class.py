# boards: virtual
# The class Struct, and values of one format after the other.
import struct

def attempt(f, *args):
    try:
        print(f(*args))
    except (struct.error, TypeError) as error:
        print(type(error).__name__, error)
buffer = bytearray(10)
print(list(struct.iter_unpack("<h", b"\1\0\2\0\3\0")))
s = struct.Struct("<ih")
print(s.size, s.format, s.pack(1, 2), s.unpack(b"\1\0\0\0\2\0"), s.unpack_from(b"x\1\0\0\0\2\0", 1))
s.pack_into(buffer, 1, 3, 4)
print(buffer, list(s.iter_unpack(bytes(12))), s.unpack_from(buffer=buffer, offset=1))
attempt(struct.iter_unpack, "i", b"abc")
attempt(struct.iter_unpack, "", b"abc")
attempt(struct.Struct("<ih").pack, 1)
attempt(struct.Struct, 1)
attempt(struct.Struct(b"<b").pack, 1000)
for code in "bBhHiIqQ":
    attempt(struct.pack, "<" + code, 1 << 70)
