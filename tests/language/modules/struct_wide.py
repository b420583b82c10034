# boards: virtual
# Integers of 64 bits.
import struct

for fmt in ("<q", ">q", "<Q", ">Q"):
    for value in (0, 1, 2**31, 2**32 + 5, 2**62, 2**63 - 1, -1, -(2**31), -(2**63), 2**63, 2**64 - 1, 2**64):
        try:
            packed = struct.pack(fmt, value)
            print(fmt, value, packed, struct.unpack(fmt, packed))
        except struct.error as e:
            print(e)
print(struct.unpack("<I", b"\xff\xff\xff\xff"), struct.unpack("<i", b"\0\0\0\x80"))
for fmt in "bBhHiIlLqQ":
    for value in (2**100, -(2**100)):
        try:
            print(struct.pack("<" + fmt, value))
        except struct.error as e:
            print(e)
