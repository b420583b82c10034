# functools as every board has it: partial, reduce, wrappers.
from functools import partial, reduce, update_wrapper, wraps

def attempt(f, *args, **keywords):
    try:
        print(f(*args, **keywords))
    except (TypeError, ValueError, AttributeError, KeyError) as error:
        print(type(error).__name__, error)

print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(max, [], 7), reduce(min, [5]), reduce(lambda a, b: a + b, "abc", ">"))
attempt(reduce, max, [])
attempt(reduce, max, 3)

def show(*args, **keywords):
    return args, keywords

def down(n, stop=0, *, note=""):
    return note if n == stop else again(n - 1)

p = partial(show, 1, 2, a=3)
print(p(), p(4, b=5), p(a=6), p(*[7], **{"a": 8, "c": 9}), partial(show)(x=1), partial(show, 1)(2, x=1))
q = partial(p, 7, a=8)
print(q.func is show, q.args, q.keywords, q(9), list(map(partial(pow, 2), range(4))), partial(int, base=2)("101"))
attempt(partial, 3)
attempt(partial(down, 1, 2, 3, 4))
q.note = "seen"
print(q.note, hasattr(q, "other"), isinstance(q, partial), callable(q))
again = partial(down, note="bottom")
print(again(25))
print(sorted("bca", key=partial(max, "b")))
def fail():
    raise KeyError("k")
attempt(partial(fail))

def decorate(function):
    @wraps(function)
    def wrapper(*args):
        "Wraps."
        return function(*args) + 1
    return wrapper
@decorate
def add(a, b):
    return a + b
add.tag = "t"
twice = decorate(add)
print(add(1, 2), add.__name__, add.__wrapped__(1, 2), twice(1, 2), twice.tag, twice.__wrapped__ is add)
def other(): pass
print(update_wrapper(other, add, assigned=("__name__",), updated=()).__name__, hasattr(other, "tag"))

