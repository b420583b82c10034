# quick
# Making, indexing, comparing and printing bytes.
b = b"hello"
print(b, len(b), b[0], b[-1], b[1:3], b + b"!", b * 2, 104 in b, b"ell" in b, list(b), bytes(), bytes(3), bytes([1, 2, 255]), bytes((65,)), bytes(b"x"), bytes(range(3)))
print(b"a" < b"b", b"a" == "a", b"" < b"\0", b"ab" == b"ab", hash(b"ab") == hash(b"ab"), {b"k": 1}[b"k"], bool(b""), bool(b"\0"))
print(repr(b"\x00\x7f\xff'\""), repr(b"it's"), str(b"a"), b"\t\n\\", b"'", b'"', bytes([39, 34]))
for c in b"ab": print(c)
def attempt(f):
    try:
        print(f())
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)
attempt(lambda: bytes([256]))
attempt(lambda: bytes([-1]))
attempt(lambda: bytes(-1))
attempt(lambda: bytes("a"))
attempt(lambda: bytes(["a"]))
attempt(lambda: b"a" + "b")
attempt(lambda: b[10])
attempt(lambda: bytes(1.5))
attempt(lambda: b"" .join(["a"]))
