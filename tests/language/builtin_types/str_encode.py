# Encoding and decoding as UTF-8, and str() of bytes.
print("abc".encode(), "é€🐍".encode(), "é€🐍".encode("utf-8"), "".encode())
print(b"abc".decode(), b"\xc3\xa9\xe2\x82\xac".decode(), str(b"abc", "utf-8"), bytes("é", "utf-8"), bytearray("é", "utf-8"))
for f in (lambda: b"\xff".decode(), lambda: b"\xc3".decode("utf-8"), lambda: b"\xe2\x82".decode(), lambda: b"a\x80".decode()):
    try:
        f()
    except UnicodeError as e:
        print(type(e).__name__)
print(str(b"abc"), len("é".encode()), ord("é"), chr(233), chr(0x1F40D), ord("🐍"))
try:
    bytes("abc")
except TypeError as e:
    print(e)
