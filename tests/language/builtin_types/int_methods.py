# Methods and attributes of ints.
print((10).bit_length(), (0).bit_length(), (-8).bit_length(), True.bit_length())
print((258).to_bytes(2, "big"), (258).to_bytes(4, "little"), (1).to_bytes(1, "big"))
print(int.from_bytes(b"\x01\x02", "big"), int.from_bytes(b"\x01\x02", "little"), int.from_bytes(b"", "big"))
print((-2).to_bytes(2, "big", signed=True), int.from_bytes(b"\xff\xfe", "big", signed=True))
try:
    (256).to_bytes(1, "big")
except OverflowError as e:
    print(e)
try:
    (-1).to_bytes(1, "big")
except OverflowError as e:
    print(e)
