# Quotients of floats, to the last digit: large, small, below the least normal number, exact.
state = 12345


def number():
    global state
    state = (state * 69069 + 1) & 0xFFFFFFFF
    value = (state >> 4) * 16777259.0 + (state & 1023)
    return -value if state & 0x800 else value


for power in (0, 280, -300, 20, -40):
    for _ in range(12):
        a, b = number(), number()
        print(repr(a / b * 10.0**power / 3.0), a / (b * 1e-290), a / b / 1e305)
for a in (0.0, -0.0, 1.0, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, float("inf")):
    print([a / b for b in (1.0, -3.0, 7e-320, 1e308, float("inf"), 0.1)])
print(float("inf") / float("-inf"), float("nan") / 2.0, 1 / 3, 2 / 3, 10 / 5)
