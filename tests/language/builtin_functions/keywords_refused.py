# boards: virtual
# What built-in functions and methods say about keywords that they do not know.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for called in (int, str, bytes, bytearray, complex, print, zip, max, min, property):
    attempt(lambda: called(zz=1) if called is not max and called is not min else called(1, zz=1))
for called in (float, list, tuple, set, range, slice, len, isinstance, iter, abs, hash):
    attempt(lambda: called(1, zz=1))
for called in [].append, {}.get, "".join, "a".split, b"a".split, "a".encode, (1).to_bytes:
    attempt(lambda: called(zz=1))
