# Bytes as digits, and checksums.
import binascii

print(binascii.hexlify(b"\x00\xff1"), binascii.hexlify(bytearray(b"abc")), binascii.hexlify(b"abcde", ":"), binascii.hexlify(b"abcde", b"-", 2), binascii.hexlify(b"abcde", "_", -2), binascii.hexlify(b""))
print(binascii.unhexlify("00fF31"), binascii.unhexlify(b"6162"), binascii.unhexlify(memoryview(b"6162")), binascii.unhexlify(""))
for n in range(8):
    data = bytes(range(250, 250 + n)) if n < 6 else b"\xfb\xef\xff" * n
    coded = binascii.b2a_base64(data)
    print(coded, binascii.a2b_base64(coded) == data, binascii.b2a_base64(data, newline=False))
print(binascii.a2b_base64("YW Jj\nZA==junk"), binascii.a2b_base64(b"YW!Jj"), binascii.a2b_base64("=YWJj"), binascii.a2b_base64("YW=Jj"), binascii.a2b_base64(""))
print(binascii.crc32(b""), binascii.crc32(b"a"), binascii.crc32(b"hello world"), binascii.crc32(b"world", binascii.crc32(b"hello ")), binascii.crc32(b"x", 7))
def attempt(f, *args):
    try:
        print(f(*args))
    except (binascii.Error, ValueError, TypeError) as e:
        print(type(e).__name__, e)
attempt(binascii.unhexlify, "abc")
attempt(binascii.unhexlify, "zz")
attempt(binascii.unhexlify, "\u1234\u1234")
attempt(binascii.unhexlify, 5)
attempt(binascii.hexlify, "abc")
attempt(binascii.hexlify, b"abc", "::")
attempt(binascii.a2b_base64, "YWJjZ")
attempt(binascii.a2b_base64, "YWJjZA")
attempt(binascii.a2b_base64, "YWJjZA=")
attempt(binascii.a2b_base64, "Y")
attempt(binascii.b2a_base64, "abc")
attempt(binascii.crc32, "abc")
print(issubclass(binascii.Error, ValueError))
