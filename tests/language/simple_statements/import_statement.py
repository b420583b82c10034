# import, import as, from import, of built-in modules.
import math
import math as m, sys as s
from math import pi, sqrt as root
from math import (
    floor,
    ceil as up,
)
print(math is m, s.__name__, pi == math.pi, root(16), floor(1.5), up(1.5))
def f():
    import math as inner
    from math import fabs
    return inner.fabs(-1), fabs(-2)
print(f())
try:
    import no_such_module
except ImportError as e:
    print(type(e).__name__, e)
try:
    from math import no_such_name
except ImportError as e:
    print(type(e).__name__, str(e)[:40])
class C:
    import math
    from math import e as euler
print(C.math is math, C.euler == math.e)
