# Methods of bytes that mirror those of str.
b = b"Hello World"
print(b.upper(), b.lower(), b.find(b"o"), b.rfind(b"o"), b.find(111), b.index(b"W"), b.count(b"l"), b.count(108), b.startswith(b"He"), b.endswith((b"x", b"ld")))
print(b.split(), b"a,b,c".split(b","), b"a,b,c".split(b",", 1), b"a,b,c".rsplit(b",", 1), b" x ".strip(), b"xax".strip(b"x"), b"a=b".partition(b"="), b"a=b=c".rpartition(b"="))
print(b",".join([b"a", b"b"]), b"banana".replace(b"a", b"o"), b"banana".replace(b"a", b"o", 1), b"a\nb".splitlines(), b"ab".center(6), b"ab".ljust(4, b"."), b"ab".rjust(4), b"42".zfill(5))
print(b"abc".hex(), b"\x00\xff".hex(), bytes.fromhex("00 ff 41"), b"abc".isalpha(), b"12".isdigit(), b" ".isspace(), b"ab".islower(), b"AB".isupper(), b"a1".isalnum())
print(b"prefix".removeprefix(b"pre"), b"abc".title(), b"abc".capitalize(), b"aBc".swapcase(), b"a\tb".expandtabs(4))
try:
    b.index(b"zzz")
except ValueError as e:
    print(e)
