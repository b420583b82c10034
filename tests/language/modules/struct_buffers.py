# Packing into buffers and unpacking from them.
import struct

buffer = bytearray(10)
struct.pack_into("<hh", buffer, 3, 1, -1)
print(buffer, struct.unpack_from("<hh", buffer, 3), struct.unpack_from("<h", buffer, offset=5))
struct.pack_into("<H", buffer, -2, 0xABCD)
print(buffer, struct.unpack_from("<H", buffer, -2), struct.unpack_from(">H", buffer=buffer))
print(struct.calcsize("bhi"), struct.calcsize("<bhi"), struct.calcsize("ib0i"), struct.calcsize("10x"))
class Number:
    def __index__(self): return 7
    def __float__(self): return 1.5
print(struct.pack("<bf", Number(), Number()), struct.pack("<?", Number()))
