# boards: virtual
# The encodings ascii and latin-1.
print("abc".encode("ascii"), b"abc".decode("ascii"), "é".encode("latin-1"), b"\xe9".decode("latin-1"), str(b"a", "ascii"))
for f in (lambda: "é".encode("ascii"), lambda: b"\x80".decode("ascii"), lambda: "€".encode("latin-1"), lambda: "a".encode("nothing")):
    try:
        f()
    except (UnicodeError, LookupError) as e:
        print(type(e).__name__)
print("é".encode("utf8"), b"a".decode("utf8"))
