# functools: partial, reduce, cmp_to_key, total_ordering
# boards: virtual
import functools
from functools import partial, reduce

print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(max, [], 7), reduce(min, [5]))
for args in ((max, []), (max, 3)):
    try:
        reduce(*args)
    except TypeError as e:
        print(e)


def show(*args, **keywords):
    return args, keywords


p = partial(show, 1, 2, a=3)
print(p(), p(4, b=5), p(a=6))
q = partial(p, 7, a=8)
print(q.func is show, q.args, q.keywords, q(9))
print(repr(partial(int, base=2)), partial(int, base=2)("101"))
try:
    partial(3)
except TypeError as e:
    print(e)


class Holder:
    method = partial(show, "part")


print(Holder().method("x"))


def by_length(a, b):
    return len(a) - len(b)


words = ["ccc", "a", "bb", "dd"]
print(sorted(words, key=functools.cmp_to_key(by_length)))
key = functools.cmp_to_key(by_length)
print(key("a") < key("bb"), key("a") == key("b"), max(words, key=key))
try:
    key("a") < 3
except TypeError as e:
    print(e)


@functools.total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


one, two = Version(1), Version(2)
print(one < two, one <= two, one > two, one >= two, one <= one, one >= one, one > one)


@functools.total_ordering
class Weak:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return isinstance(other, Weak) and self.n == other.n

    def __ge__(self, other):
        return self.n >= other.n if isinstance(other, Weak) else NotImplemented


a, b = Weak(1), Weak(2)
print(a < b, a <= b, a > b, a >= b, a < a, a <= a, a > a)
try:
    a < 3
except TypeError as e:
    print(e)
try:
    functools.total_ordering(type("Nothing", (), {}))
except ValueError as e:
    print(e)
