# boards: virtual
import operator as op


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


print(op.add(1, 2), op.sub(5, 3), op.mul("a", 3), op.truediv(7, 2), op.floordiv(7, 2), op.mod(7, 3), op.pow(2, 5))
print(op.lshift(1, 4), op.rshift(16, 2), op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.neg(3), op.pos(-3), op.inv(5), op.invert(0))
print(op.lt(1, 2), op.le(2, 2), op.eq(1, 1.0), op.ne(1, 2), op.gt(1, 2), op.ge(1, 2), op.not_([]), op.truth([0]))
print(op.is_(None, None), op.is_not(1, None), op.abs(-5), op.index(True), op.concat([1], [2]), op.contains([1, 2], 2))
print(op.countOf([1, 2, 1], 1), op.indexOf("abc", "c"), op.getitem({"a": 1}, "a"), op.__add__(1, 2), op.__lt__(1, 2))
items = [1, 2, 3]
same = items
items = op.iadd(items, [4])
op.setitem(items, 0, "x")
op.delitem(items, 1)
print(items, same is items, op.imul(3, 4), op.iconcat([1], [2]), op.isub(5, 1), op.ior({1}, {2}), op.ipow(2, 3))
print(op.length_hint([1, 2]), op.length_hint(iter(())) >= 0, op.length_hint(5, 7), op.call(max, 1, 5, 2))


class Point:
    def __init__(self, x, y):
        self.x, self.y, self.me = x, y, self

    def at(self, a, b=0, *, c=0):
        return (self.x, a, b, c)

    def __matmul__(self, other):
        return "matmul"


p = Point(1, 2)
print(op.itemgetter(1)("abc"), op.itemgetter("a", "b")({"a": 1, "b": 2}), op.itemgetter(slice(1, 3))("abcd"))
print(op.attrgetter("x")(p), op.attrgetter("x", "y")(p), op.attrgetter("me.me.y", "x")(p))
print(op.methodcaller("at", 5)(p), op.methodcaller("at", 5, 6, c=7)(p), op.methodcaller("upper")("abc"), op.matmul(p, 1))
print(sorted([(1, "b"), (2, "a")], key=op.itemgetter(1)), max([Point(1, 9), Point(3, 4)], key=op.attrgetter("x")).y)
print(op.itemgetter(1), op.itemgetter(1, "a"), op.attrgetter("x.y"), op.methodcaller("f", 1), callable(op.itemgetter(1)))
print(list(map(op.add, [1, 2], [3, 4])), type(op.itemgetter(1)).__name__)
for action in (
    lambda: op.add(1, "a"),
    lambda: op.add(1),
    lambda: op.lt(1, "a"),
    lambda: op.neg("a"),
    lambda: op.indexOf([1], 2),
    lambda: op.index(1.5),
    lambda: op.itemgetter(5)([1]),
    lambda: op.itemgetter(1)(5),
    lambda: op.attrgetter("z")(p),
    lambda: op.attrgetter(1),
    lambda: op.methodcaller(1),
    lambda: op.methodcaller("nothing")(p),
    lambda: op.concat(1, 2),
):
    attempt(action)
