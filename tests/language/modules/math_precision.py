# Values across the range, to the digits that agree everywhere.
import math
for x in (0.001, 0.1, 0.5, 1.0, 1.5, 2.0, 3.0, 10.0, 50.0, 100.0):
    print(x, *["%.12g" % f(x) for f in (math.sqrt, math.exp, math.log, math.sin, math.cos, math.tan, math.atan, math.log2, math.log10)])
print(["%.12g" % math.pow(x, 1.5) for x in (0.5, 2.0, 10.0)], ["%.12g" % (x ** -2.5) for x in (0.5, 2.0, 10.0)])
print(["%.12g" % math.asin(x) for x in (-1, -0.5, 0, 0.3, 1)], ["%.12g" % math.acos(x) for x in (-1, -0.5, 0, 0.3, 1)])
print(["%.12g" % math.atan2(y, x) for y in (-1, 0, 1) for x in (-1, 0, 1)])
print([math.sqrt(n) for n in (2, 3, 5, 7, 1e10, 1e-10)])
