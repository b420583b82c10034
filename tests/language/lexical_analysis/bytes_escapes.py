# Escape sequences of bytes literals; \u means nothing in them.
print(b"\a\b\f\n\r\t\v\\\'\"")
print(b"\0\1\12\101\377")
print(b"\x00\x41\x7f\xff")
print(b"\u0041", len(b"\u0041"))
print(list(b"az\x80"))
print(b'it\'s', b"it's", b'"', b'\'"')
print(b"ab" b"cd" b'\n')
