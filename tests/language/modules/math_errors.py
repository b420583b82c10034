# Domain errors, overflow and wrong types.
import math
def attempt(f):
    try:
        print(f())
    except (ValueError, OverflowError, TypeError, ZeroDivisionError) as e:
        print(type(e).__name__)
attempt(lambda: math.sqrt(-1))
attempt(lambda: math.log(0))
attempt(lambda: math.log(-1))
attempt(lambda: math.exp(1000))
attempt(lambda: math.acos(2))
attempt(lambda: math.fmod(1, 0))
attempt(lambda: math.sin(math.inf))
attempt(lambda: math.pow(0, -1))
attempt(lambda: math.pow(-1, 0.5))
attempt(lambda: math.floor(math.nan))
attempt(lambda: math.ceil(math.inf))
attempt(lambda: math.sqrt("a"))
attempt(lambda: math.sqrt())
attempt(lambda: math.factorial(-1))
attempt(lambda: math.log(8, 1))
attempt(lambda: math.sqrt(math.inf))
attempt(lambda: math.exp(-math.inf))
attempt(lambda: math.sqrt(math.nan))
class F:
    def __float__(self): return 4.0
    def __floor__(self): return "floor"
attempt(lambda: math.sqrt(F()))
attempt(lambda: math.floor(F()))
