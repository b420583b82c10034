# Floats to text and back, for numbers of all sizes and any number of digits.

FORMATS = ["%.3e", "%.10g", "%.0e", "%.17g", "%#.4g"]


def show(a, e):
    x = float("%de%d" % (a, e))
    print(repr(x), *[f % x for f in FORMATS])
    if -20 < e < 10:
        print("%.2f" % (x * 1e-10), "%.0f" % x, round(x * 1e-13, 3), round(-x, -3))
    digits = str(a * 10 ** (-e % 30) + a)
    half = len(digits) // 2
    print(float(digits[:half] + "." + digits[half:]), float(digits + "E-1_0"))
    print(float("0." + "0" * (a % 9) + digits), a / (3 * -e + 1), 5e-324 * (a % 1000))


for i in range(9):
    show((i * 2654435761 + 97531) % (1 << 53), (i * 7919) % 640 - 330)

TEXTS = """
inf -INF Infinity +nan infinit infinityx in na nanx . + - 1_0.5 1__0 _1 1_ 1._5 1_.5 1e 1e+ 1e5_0
1e_5 .5 5. .e5 0x10 1e400 -1e-400 0e999999999 1e-324 2.4703282292062327e-324 2.4703282292062328e-324
1.7976931348623158e308 1.7976931348623159e308
"""
for text in [*TEXTS.split(), "", "1 5", "1" * 400 + "e-390", "0." + "0" * 330 + "1e330"]:
    try:
        print(text[:30], float(text))
    except ValueError as error:
        print(str(error)[:70])

for n in [2**1023, 2**1024 - 2**970, 2**1024 - 2**970 - 1, 3**600, 10**308, -(10**22) - 1]:
    try:
        print(float(n), n / 7, n / 3**599, n % 1000)
    except OverflowError as error:
        print(error)
for n in [0, 1, 15, 25, 35, -25, -35, 249, 10**20 + 5 * 10**9, -15 * 10**20, 2**70]:
    print(round(n, -1), round(n, -2), round(n, -10), "%x %o %+d" % (n, n, n), hex(n), bin(n))
