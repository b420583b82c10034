# Methods of bytes that every board has.
b = b"Hello World"
print(b.find(b"o"), b.find(111), b.index(b"W"), b.count(b"l"), b.count(108), b.startswith(b"He"), b.endswith((b"x", b"ld")))
print(b.split(), b"a,b,c".split(b","), b"a,b,c".split(b",", 1), b" x ".strip(), b"xax".strip(b"x"), b" x".lstrip(), b"x ".rstrip())
print(b",".join([b"a", b"b"]), b"banana".replace(b"a", b"o"), b"banana".replace(b"a", b"o", 1))
print(b"abc".hex(), b"\x00\xff".hex(), bytes.fromhex("00 ff 41"))
for f in (lambda: b.index(b"zzz"), lambda: b.find("o"), lambda: bytes.fromhex("0")):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
