# boards: virtual
# Hashes of bytes.
import hashlib

for algorithm in (hashlib.md5, hashlib.sha1, hashlib.sha256):
    for n in (0, 1, 3, 54, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000):
        print(algorithm(b"a" * n).hexdigest())
    h = algorithm(b"abc")
    print(h.name, h.digest_size, h.block_size, h.digest())
    c = h.copy()
    h.update(b"def"); h.update(bytearray(b"ghi" * 50)); h.update(memoryview(b"123")[1:])
    print(h.hexdigest(), c.hexdigest(), h.hexdigest())
    print(algorithm(string=b"x", usedforsecurity=False).hexdigest() == algorithm(b"x").hexdigest())
print(hashlib.new("md5", b"abc").hexdigest(), hashlib.new("sha256").hexdigest())
def attempt(f, *args):
    try:
        print(f(*args))
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
attempt(hashlib.md5, "abc")
attempt(hashlib.md5, 5)
attempt(hashlib.new, "nothing")
