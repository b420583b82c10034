# Packing into buffers, unpacking from them, and the class Struct.
import struct

buffer = bytearray(10)
struct.pack_into("<hh", buffer, 3, 1, -1)
print(buffer, struct.unpack_from("<hh", buffer, 3), struct.unpack_from("<h", buffer, offset=5))
struct.pack_into("<H", buffer, -2, 0xABCD)
print(buffer, struct.unpack_from("<H", buffer, -2), struct.unpack_from(">H", buffer=buffer))
print(list(struct.iter_unpack("<h", b"\1\0\2\0\3\0")))
s = struct.Struct("<ih")
print(s.size, s.format, s.pack(1, 2), s.unpack(b"\1\0\0\0\2\0"), s.unpack_from(b"x\1\0\0\0\2\0", 1))
s.pack_into(buffer, 1, 3, 4)
print(buffer, list(s.iter_unpack(bytes(12))), s.unpack_from(buffer=buffer, offset=1))
print(struct.calcsize("bhi"), struct.calcsize("<bhi"), struct.calcsize("ib0i"), struct.calcsize("10x"))
class Number:
    def __index__(self): return 7
    def __float__(self): return 1.5
print(struct.pack("<bf", Number(), Number()), struct.pack("<?", Number()))
