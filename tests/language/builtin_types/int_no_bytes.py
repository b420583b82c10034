# boards: virtual
"""Integers as no bytes at all."""

for value in (0, 1, -1, -2, 255):
    for signed in (False, True):
        try:
            print(value, signed, value.to_bytes(0, "big", signed=signed))
        except OverflowError as e:
            print(value, signed, e)
