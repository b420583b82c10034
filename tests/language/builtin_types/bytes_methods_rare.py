# boards: virtual
# Methods of bytes that small boards leave out.
b = b"Hello World"
print(b.upper(), b.lower(), b.rfind(b"o"), b"a,b,c".rsplit(b",", 1), b"a=b".partition(b"="), b"a=b=c".rpartition(b"="), b"a\nb".splitlines())
print(b"ab".center(6), b"ab".ljust(4, b"."), b"ab".rjust(4), b"42".zfill(5), b"abc".isalpha(), b"12".isdigit(), b" ".isspace(), b"ab".islower(), b"AB".isupper(), b"a1".isalnum())
print(b"prefix".removeprefix(b"pre"), b"abc".title(), b"abc".capitalize(), b"aBc".swapcase(), b"a\tb".expandtabs(4), b"abc".translate(None, b"b"))
