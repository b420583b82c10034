# boards: virtual
# The functions of cmath, on and beside their branch cuts.
import cmath, math
def show(z): return "%.12g %.12g" % (z.real, z.imag)
points = [complex(x, y) for x in (0.0, -0.0, 0.5, -1.5, 2.0, 30.0) for y in (0.0, -0.0, 0.25, -2.0, 10.0)]
for name in "acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt tan tanh".split():
    f = getattr(cmath, name)
    for z in points:
        try:
            print(name, z, show(f(z)))
        except (ValueError, OverflowError) as error:
            print(name, z, type(error).__name__, error)
print(cmath.phase(-1), cmath.phase(-1-0j), cmath.polar(3+4j), show(cmath.rect(2, 1)), show(cmath.log(8, 2)))
print(cmath.isclose(1+1j, 1+1.0000000001j), cmath.isclose(1, 2), cmath.isnan(complex("nan")), cmath.isinf(1j), cmath.isfinite(1j))
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj)
for z in (1e200+1e200j, -1e300j, 1e-310+1e-310j, complex("inf"), complex("-inf+infj"), complex("nan")):
    print(z, show(cmath.sqrt(z)), show(cmath.log(z)), show(cmath.asinh(z)), show(cmath.acos(z)))
for f in (lambda: cmath.log(0), lambda: cmath.exp(1000), lambda: cmath.cosh(1000+1j), lambda: cmath.sin("x"), lambda: cmath.isclose(1, 2, rel_tol=-1)):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__)
