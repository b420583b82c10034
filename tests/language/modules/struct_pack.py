# Numbers packed into bytes and back.
import struct

for fmt in ("b", "B", "h", "H", "i", "I", "<l", ">l", "<L", ">L", "<i", ">i", "!h", "=H"):
    low = 0 if fmt[-1].isupper() else -100
    for value in (low, 0, 1, 100):
        packed = struct.pack(fmt, value)
        print(fmt, value, packed, struct.unpack(fmt, packed), struct.calcsize(fmt))
print(struct.pack("<hhb", 1, -2, 3), struct.pack(">hhb", 1, -2, 3))
print(struct.pack("3h", 1, 2, 3), struct.pack("0h"), struct.pack(" h  2b ", 1, 2, 3))
print(struct.pack("bh", 1, 2), struct.pack("=bh", 1, 2), struct.pack("bi", 1, 2), struct.pack("bxb", 1, 2))
print(struct.pack("5s", b"abc"), struct.pack("2s", b"abc"), struct.pack("s", b"abc"), struct.pack("0s", b"x"))
print(struct.pack("5p", b"abc"), struct.pack("3p", b"abcdef"), struct.pack("c?c", b"a", 5, b"b"))
print(struct.unpack("5s", b"abc\0\0"), struct.unpack("5p", b"\3abc\0"), struct.unpack("c?c", b"a\5b"))
print(struct.unpack("<HxB", b"\1\2\3\4"), struct.unpack(b">bbb", bytearray(b"\1\xff\3")))
for fmt in ("<f", ">f", "<d", ">d", "<e", ">e"):
    for x in (0.0, -0.0, 1.0, -2.5, 0.1, 1e-7, 65504.0, float("inf"), -float("inf"), 6e-8, 1e-45):
        packed = struct.pack(fmt, x)
        print(fmt, x, packed, struct.unpack(fmt, packed))
print(struct.unpack("<e", struct.pack("<e", float("nan"))), struct.pack("<f", 7), struct.pack("<e", 2049))
