# float() from text and numbers; what it refuses.
print(float(), float(5), float("1.5"), float(" -2.5e3\n"), float("1e3"), float(".5"), float("5."), float("1_0.5"), float(True))
print(float("inf"), float("-Infinity"), float("NaN"), float("+INF"), float("1e400"), float("-1e400"), float("1e-400"), float(b"2.5"))
print(float("0.1000000000000000055511151231257827021181583404541015625") == 0.1, float("9007199254740993"), float("1.7976931348623158e308"), float("4.9e-324"))
print(float("123456789012345678901234567890"), float("0." + "0" * 30 + "1"), float("1" + "0" * 30), float("2.2250738585072011e-308"))
def attempt(f):
    try:
        print(f())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
attempt(lambda: float(""))
attempt(lambda: float("a"))
attempt(lambda: float("1.5.2"))
attempt(lambda: float("1e"))
attempt(lambda: float("."))
attempt(lambda: float("1__0"))
attempt(lambda: float("- 1"))
attempt(lambda: float("0x10"))
attempt(lambda: float(None))
attempt(lambda: float([]))
attempt(lambda: float("infin"))
