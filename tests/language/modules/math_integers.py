# Results that are ints, and ints of all kinds as arguments.
import math
print(math.floor(3), math.ceil(3), math.trunc(3), math.floor(True), type(math.floor(2.5)).__name__, type(math.sqrt(4)).__name__)
print(math.sqrt(True), math.pow(2, 3), math.fabs(-5), math.gcd(), math.gcd(7), math.gcd(12, 18, 27), math.factorial(5))
for f in (lambda: math.factorial(1.5), lambda: math.gcd(1.5)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
print(-7 // 2 == math.floor(-7 / 2), math.copysign(1, -0.0), math.copysign(2, 5), math.fmod(-5, 3), -5 % 3)
