# boards: virtual
# How many digits an integer may have on its way from and to text.
import sys
print(sys.get_int_max_str_digits(), sys.int_info.default_max_str_digits, sys.int_info.str_digits_check_threshold)
def attempt(action):
    try:
        print(action())
    except (ValueError, SyntaxError) as error:
        print(type(error).__name__, error.args[0])
attempt(lambda: len(str(10 ** 4299)))
attempt(lambda: len(str(10 ** 4300)))
attempt(lambda: len(repr(-10 ** 10000)))
attempt(lambda: len("%d" % 10 ** 5000) if False else len("%d" % (10 ** 5000)))
attempt(lambda: len(f"{10 ** 5000}"))
attempt(lambda: int("1" * 4300) % 7)
attempt(lambda: int("1" * 4301))
attempt(lambda: int("1_" * 4300 + "1"))
attempt(lambda: len(hex(1 << 40000)))
attempt(lambda: int("f" * 10000, 16) % 1000)
attempt(lambda: len(f"{1 << 30000:o}"))
attempt(lambda: sys.set_int_max_str_digits(639))
attempt(lambda: eval("1" * 5000))
sys.set_int_max_str_digits(700)
attempt(lambda: len(str(10 ** 700)))
sys.set_int_max_str_digits(0)
attempt(lambda: len(str(10 ** 20000)))
attempt(lambda: int("7" * 20000) % 1000003)
