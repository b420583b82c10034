# boards: virtual
# Functions of math with integers of any size, exact sums and neighbours.
import math
big = 10 ** 400
print(math.log(big), math.log2(2 ** 5000), math.log10(big), math.log(big, 10), math.log(3 ** 1000, 3))
print(math.isqrt(big) == 10 ** 200, math.isqrt(2 ** 129 - 1), math.gcd(12 ** 50, 18 ** 40), math.lcm(2 ** 70, 3 ** 40), math.lcm(0, big), math.gcd(), math.lcm())
print(math.factorial(30), math.factorial(100) // math.factorial(98), math.comb(200, 100), math.perm(60, 30), math.comb(10, 11), math.perm(5), math.comb(2 ** 70, 2))
print(math.floor(1e300) == int(1e300), math.ceil(-2.5e40), math.trunc(1e25), math.prod(range(1, 30)), math.ldexp(1.0, -big), math.floor(big) == big)
print(math.sumprod([1, 2, 3], [4, 5, 6]), math.sumprod([0.1] * 10, [0.1] * 10), math.sumprod([10 ** 30, 1.5], [2, 2]), math.sumprod([], []))
print(math.dist((1, 2, 3), (4, 5, 6)), math.hypot(3e300, 4e300), math.hypot(1e-200, 1e-200, 1e-200), math.hypot(), math.hypot(float("nan"), float("inf")))
print(math.nextafter(1.0, 2.0), math.nextafter(1.0, -1e300), math.nextafter(0.0, -1.0), math.nextafter(1.0, 2.0, steps=10), math.nextafter(-5e-324, 1.0), math.nextafter(1.0, 1.5, steps=10 ** 30))
for action in (lambda: math.log(-big), lambda: math.log(0), lambda: math.isqrt(-big), lambda: math.factorial(-1), lambda: math.factorial(big), lambda: math.sqrt(big), lambda: math.comb(-1, 2),
               lambda: math.comb(5, -1), lambda: math.sumprod([1], []), lambda: math.nextafter(1, 2, steps=-1), lambda: math.gcd(1.5), lambda: math.ldexp(1.0, big)):
    try:
        print(action())
    except (ValueError, OverflowError, TypeError) as error:
        print(type(error).__name__)
class Index:
    def __index__(self): return 9
print(math.sqrt(Index()), math.factorial(Index()), math.gcd(Index(), 6), math.isqrt(Index()), math.floor(Index()), math.comb(Index(), 2))
print(math.isqrt(0), math.isqrt(17), math.isqrt(99), math.isqrt(100))
