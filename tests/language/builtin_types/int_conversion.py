# quick
# int() from text, floats and bools; bases; what it refuses.
print(int(), int(5), int(5.9), int(-5.9), int(True), int("42"), int("-42"), int("+7"), int("  12\n"), int("1_000"), int("0"), int("007"))
print(int("ff", 16), int("0xff", 16), int("FF", 16), int("101", 2), int("0b101", 2), int("0o17", 8), int("z", 36), int("0x1f", 0), int("10", 0), int("0b11", 0), int(" -0x1f ", 16))
print(int(b"12"), int(bytearray(b"13")), int("12", base=8))
def attempt(f):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
attempt(lambda: int("a"))
attempt(lambda: int(""))
attempt(lambda: int(" "))
attempt(lambda: int("1.5"))
attempt(lambda: int("12", 2))
attempt(lambda: int("1__0"))
attempt(lambda: int("_1"))
attempt(lambda: int("1_"))
attempt(lambda: int("5", 37))
attempt(lambda: int("5", 1))
attempt(lambda: int(5, 10))
attempt(lambda: int(None))
attempt(lambda: int([]))
attempt(lambda: int("09", 0))
attempt(lambda: int("--5"))
attempt(lambda: int("1 2"))
attempt(lambda: int("\0"))
attempt(lambda: int("0x", 16))
