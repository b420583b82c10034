# quick
# The functions of math.
import math
print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.sqrt(16), math.sqrt(2), math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(-2.7), math.fabs(-3), math.floor(5))
print(math.pow(2, 10), math.pow(2, 0.5), math.exp(0), round(math.exp(1), 12), math.log(1), math.log(math.e), math.log(8, 2), math.log2(8), math.log10(1000))
print(math.sin(0), math.cos(0), math.tan(0), round(math.sin(1), 10), round(math.cos(1), 10), round(math.tan(1), 10), round(math.sin(100), 10))
print(round(math.asin(1), 10), round(math.acos(0.5), 10), round(math.atan(1), 10), round(math.atan2(1, -1), 10), math.atan2(0.0, -0.0) == math.pi, math.atan2(-0.0, 1.0))
print(math.degrees(math.pi), round(math.radians(180), 10), math.copysign(3, -0.0), math.fmod(7, 3), math.fmod(-7, 3), math.modf(3.25), math.modf(-3.25), math.frexp(8.0), math.ldexp(0.5, 4))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1.0))
print(math.gcd(12, 18), math.gcd(0, 5), math.gcd(-4, 6), math.factorial(0), math.factorial(10))
