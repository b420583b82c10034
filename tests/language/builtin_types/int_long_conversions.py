# boards: virtual
# Integers of thousands of digits: text, division and divisors in halves.
import sys, math
sys.set_int_max_str_digits(0)
a, b = 3 ** 9000, 7 ** 3000 - 5
print(str(a)[:40], str(a)[-40:], len(str(a)), int(str(a)) == a, int(str(b)) == b, int("1" + "0" * 3000) == 10 ** 3000)
q, r = divmod(a, b)
print(q * b + r == a, 0 <= r < b, q % 1000003, r % 1000003, -a // b == -q - 1, -a % -b == -r, (a * b) // b == a, (a * b - 1) // a == b - 1)
print(((1 << 8000) - 1) // ((1 << 4000) - 1) == (1 << 4000) + 1, ((1 << 8000) - 1) % ((1 << 4000) - 1), (1 << 9000) // ((1 << 4500) + 1) % 1000003)
print(math.gcd(a * 12, a * 18) == a * 6, math.gcd(2 ** 3000 * 9, 6 ** 2000) == 2 ** 2000 * 9, hex(a)[:20], len(bin(a)), int("zyx" * 900, 36) % 1000003, oct(b)[-20:])
try:
    int("1" * 3000 + "x" + "1" * 3000)
except ValueError as error:
    print(len(str(error)))
