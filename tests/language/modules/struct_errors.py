# What struct refuses.
import struct

def attempt(f, *args):
    try:
        print(f(*args))
    except (struct.error, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
for fmt in "bBhH":
    for value in (70000, -70000, "a", 1.5, None):
        attempt(struct.pack, fmt, value)
for fmt in "fde":
    attempt(struct.pack, fmt, "a")
attempt(struct.pack, "<f", 1e300)
attempt(struct.pack, "e", 65520.0)
attempt(struct.pack, "3s", "a")
attempt(struct.pack, "p", "a")
attempt(struct.pack, "c", b"ab")
attempt(struct.pack, "ii", 1)
attempt(struct.pack)
attempt(struct.unpack, "i", b"")
attempt(struct.unpack, "i", "abcd")
attempt(struct.unpack_from, "i", b"abc")
attempt(struct.unpack_from, "i", b"abcdef", 4)
attempt(struct.unpack_from, "i", b"abcdef", -2)
attempt(struct.unpack_from, "i", b"abcdef", -8)
b = bytearray(4)
attempt(struct.pack_into, "i", b, 2, 1)
attempt(struct.pack_into, "i", b, -2, 1)
attempt(struct.pack_into, "i", b, -8, 1)
attempt(struct.pack_into, "i", b"aaaa", 0, 1)
attempt(struct.pack_into, "i", b)
attempt(struct.pack_into, "i")
attempt(struct.pack_into, "i", b, 0)
attempt(struct.pack_into, "i", b, "a", 1)
for fmt in ("3", "y", "99999999999999999999i", 3, "<n", "i<"):
    attempt(struct.calcsize, fmt)
attempt(struct.pack, "<ih", 1)
