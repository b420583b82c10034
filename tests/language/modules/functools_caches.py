# functools: lru_cache, cache, wraps
# boards: virtual
import functools

calls = []


@functools.lru_cache(maxsize=2)
def square(n):
    calls.append(n)
    return n * n


print([square(n) for n in (1, 2, 1, 3, 1, 2)], calls)
print(square.cache_info(), square.cache_parameters())
square.cache_clear()
print(square.cache_info(), square(2), square.__name__, square.__wrapped__(5))


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(40), fib.cache_info())


@functools.lru_cache(typed=True)
def kind(x, *, y=None):
    return type(x).__name__


print(kind(1), kind(1.0), kind(1, y=2), kind(True), kind.cache_info().currsize)


@functools.lru_cache
def plain(*args, **keywords):
    return args, keywords


print(plain(1, 2, a=3), plain(1, 2, a=3), plain.cache_info())
print(functools.lru_cache(maxsize=0)(len)("abc"), functools.lru_cache(maxsize=-5)(len).cache_info())
try:
    square([])
except TypeError as e:
    print(e)
try:
    functools.lru_cache("x")
except TypeError as e:
    print(e)


def decorate(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args) + 1

    return wrapper


@decorate
def add(a, b):
    return a + b


print(add(1, 2), add.__name__, add.__wrapped__(1, 2))
