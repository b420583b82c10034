# quick
# chr and ord over the whole of Unicode.
print(chr(65), ord("A"), repr(chr(0)), ord("\0"), chr(233), ord("€"), chr(128013), ord("🐍"), ord(b"a"), chr(True) == "\x01", [chr(c) for c in (127, 128, 2047, 2048, 65535, 65536)] == ["\x7f", "\x80", "\u07ff", "\u0800", "\uffff", "\U00010000"])
for f in (lambda: chr(-1), lambda: chr(0x110000), lambda: ord(""), lambda: ord("ab"), lambda: ord(5), lambda: chr("a")):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
