# boards: virtual
# Tables for bytes.translate, and repeating.
t = bytes.maketrans(b"abc", b"xyz")
print(b"aabbccdd".translate(t), bytearray(b"cab").translate(t, b"b"), len(t), bytearray.maketrans(b"", b"") == bytes(range(256)))
for args in ((b"a", b"xy"), (b"a", "x"), (1, b"a")):
    try:
        print(bytes.maketrans(*args))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(b"ab" * 3, b"ab" * 0, bytearray(b"ab") * 2, "x" * 0, "\u20ac" * 2, b"" * 5, bytearray(b"") * 5, "abc" * 1, b"a" * True)
for big in (10**9, 10**15, 10**25):
    for thing in ("ab", b"ab", bytearray(b"ab"), [1, 2], (1, 2)):
        try:
            print(len(thing * (big * 10**9)))
        except (MemoryError, OverflowError) as e:
            print("too much")
