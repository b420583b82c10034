# Encoding and decoding, and str() of bytes.
print("abc".encode(), "é€🐍".encode(), "é€🐍".encode("utf-8"), "abc".encode("ascii"), "".encode())
print(b"abc".decode(), b"\xc3\xa9\xe2\x82\xac".decode(), b"abc".decode("ascii"), str(b"abc", "utf-8"), bytes("é", "utf-8"), bytearray("é", "utf8"))
for f in (lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: b"\xc3".decode("utf-8"), lambda: b"\x80".decode("ascii")):
    try:
        f()
    except UnicodeError as e:
        print(type(e).__name__)
print(str(b"abc"), len("é".encode()), ord("é"), chr(233), chr(0x1F40D), ord("🐍"))
try:
    bytes("abc")
except TypeError as e:
    print(e)
