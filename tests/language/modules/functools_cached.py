# functools as every board has it: caches.
from functools import cache, lru_cache

def attempt(f, *args, **keywords):
    try:
        print(f(*args, **keywords))
    except (TypeError, ValueError, AttributeError, KeyError) as error:
        print(type(error).__name__, error)

calls = []
@lru_cache(maxsize=2)
def square(n):
    calls.append(n)
    return n * n
print([square(n) for n in (1, 2, 1, 3, 1, 2)], calls, square.cache_info())
square.cache_clear()
print(square.cache_info(), square(2), square.__name__, square.__wrapped__(5), square(n=3), square(n=3), square.cache_info().hits)
@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(40), fib.cache_info(), list(map(fib, range(5))))
@lru_cache(typed=True)
def kind(x, *, y=None):
    return type(x).__name__
print(kind(1), kind(1.0), kind(1, y=2), kind(True), kind.cache_info().currsize)
@lru_cache
def plain(*args, **keywords):
    return args, keywords
print(plain(1, 2, a=3), plain(1, 2, a=3), plain("a"), plain(("a",)), plain.cache_info())
print(lru_cache(maxsize=0)(len)("abc"), lru_cache(maxsize=-5)(len).cache_info(), lru_cache(None)(len).cache_info())
attempt(square, [])
attempt(lru_cache, "x")
@cache
def worse(n):
    if n: raise ValueError(n)
    return "fine"
attempt(worse, 1); attempt(worse, 0); attempt(worse, 1); attempt(worse); print(worse.cache_info())
@cache
def endless(n):
    yield n
print(endless(1) is endless(1), list(endless(1)))
class Square:
    def __init__(self, side): self.side = side
    @cache
    def area(self): return self.side * self.side
s = Square(4)
print(s.area(), s.area(), Square(5).area(), Square.area(s), Square.area.cache_info())
try:
    fib("a")
except TypeError as error:
    print(error)
print(fib(30), fib.cache_info().misses)

