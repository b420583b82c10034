# boards: virtual
# Classes whose comparisons are made of one.
from functools import lru_cache, total_ordering

def attempt(f, *args, **keywords):
    try:
        print(f(*args, **keywords))
    except (TypeError, ValueError, AttributeError, KeyError) as error:
        print(type(error).__name__, error)

class Number:
    def __init__(self, n): self.n = n
    def __eq__(self, other): return isinstance(other, Number) and self.n == other.n
def compare(name):
    @total_ordering
    class Ordered(Number):
        pass
    return Ordered
attempt(compare, "")
@total_ordering
class Less(Number):
    def __lt__(self, other): return self.n < other.n if isinstance(other, Number) else NotImplemented
@total_ordering
class LessEqual(Number):
    def __le__(self, other): return self.n <= other.n
@total_ordering
class Greater(Number):
    def __gt__(self, other): return self.n > other.n
@total_ordering
class GreaterEqual(Number):
    def __ge__(self, other): return self.n >= other.n
for cls in (Less, LessEqual, Greater, GreaterEqual):
    one, two = cls(1), cls(2)
    print(cls.__name__, one < two, one <= two, one > two, one >= two, one <= cls(1), one >= cls(1), one > cls(1), one < cls(1), two > one, two <= one)
print(sorted([Less(2), Less(1)])[0].n, max(Greater(3), Greater(4)).n, Less(1).__ge__(Less(0)))
try:
    Less(1) > 3
except TypeError as error:
    print(error)
print(lru_cache(maxsize=3)(len).cache_parameters())
