# boards: virtual
# Strict base64, and the checksum of BinHex.
import binascii

def attempt(text):
    try:
        print(text, binascii.a2b_base64(text, strict_mode=True))
    except binascii.Error as e:
        print(text, e)
for text in ("YWJj", "YWJjZA==", "YWJj\n", "YWJjZA==x", "YWJjZA==\n", "=YWJj", "YW=Jj", "YWJjZA", "YWJjZ", "YWJj=", "Y=W=", "YWJjZGU=", "YWJjZGU==", "Y==="):
    attempt(text)
print(binascii.crc_hqx(b"hello", 0), binascii.crc_hqx(b"", 5), binascii.crc_hqx(b"world", binascii.crc_hqx(b"hello", 0)), binascii.crc_hqx(b"x", 0x12345))
print(binascii.b2a_hex(bytearray(b"abc")), binascii.a2b_hex(b"6162"))
