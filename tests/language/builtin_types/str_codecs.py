# boards: virtual
# Encodings of all of Unicode, and what is done about errors.
def attempt(f):
    try:
        print(ascii(f()))
    except (UnicodeError, LookupError, TypeError) as e:
        print(type(e).__name__, ascii(str(e)))
handlers = "strict ignore replace backslashreplace xmlcharrefreplace surrogateescape surrogatepass".split()
for encoding in ("utf-8", "utf-16", "utf-16-le", "UTF_16BE", "utf-32", "utf-32-le", "utf-32-be", "us-ascii", "ISO-8859-1", "l1"):
    for text in ("a\u20ac\U0001f600", "\ud800x", "", "\udc80\udcff"):
        for handler in handlers:
            attempt(lambda: text.encode(encoding, handler))
for encoding in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "ascii", "latin-1"):
    for data in (b"", b"a", b"a\0b", b"\0\xd8", b"\0\xd8a\0", b"\0\xdca\0", b"\xff\xfea\0", b"\xfe\xff\0a", b"\xff\xfe\0\0a\0\0\0", b"a\0\0\0", b"a\0\x11\0", b"\0\xd8\0\0", b"\xed\xa0\x80", b"\xe2\x82", b"\xf0\x9f\x98x", b"\xffab\x80"):
        for handler in handlers:
            attempt(lambda: data.decode(encoding, handler))
attempt(lambda: "\xff".encode("ascii", "nothing"))
attempt(lambda: "a".encode("nothing"))
attempt(lambda: b"a".decode("nothing"))
