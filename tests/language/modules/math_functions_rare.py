# boards: virtual
# The functions of math that small boards leave out.
import math
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 2), math.isclose(1, 1.05, rel_tol=0.1), math.isclose(0, 1e-9, abs_tol=1e-8))
print(math.hypot(3, 4), math.lcm(4, 6), math.comb(5, 2), math.perm(5, 2), math.fsum([0.1] * 10), math.prod([1, 2, 3]), math.dist((0, 0), (3, 4)))
print(round(math.sinh(1), 10), round(math.cosh(1), 10), round(math.tanh(1), 10), round(math.expm1(1e-5), 15), round(math.log1p(1e-5), 15))
print(round(math.asinh(1), 10), round(math.acosh(2), 10), round(math.atanh(0.5), 10), round(math.erf(1), 10), round(math.erfc(1), 10), round(math.gamma(5), 8), round(math.lgamma(5), 10))
print(math.comb(10, 3), math.perm(5), math.comb(3, 5), math.prod([]), math.prod([2, 3], start=4), math.remainder(7, 3), math.nextafter(1.0, 2.0), math.ulp(1.0))
