# boards: virtual
from _collections import deque


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


d = deque("abc")
print(d, len(d), bool(d), bool(deque()), deque([1, 2, 3], 2), deque(maxlen=0, iterable="ab"), deque([], None))
d.append("d")
d.appendleft("z")
print(d, d.pop(), d.popleft(), d, d[0], d[-1], d[1], "b" in d, "q" in d, list(d), list(reversed(d)))
d.extend("xy")
d.extendleft("12")
print(d, d.count("x"), d.index("x"), d.index("x", 3), d.index("x", -3, 6))
d[1] = "one"
del d[0]
del d[-1]
print(d)
d.insert(1, "new")
d.insert(-1, "last")
d.insert(100, "end")
d.insert(-100, "start")
print(d)
d.remove("new")
d.reverse()
print(d)
d.rotate()
print(d)
d.rotate(-3)
print(d)
d.rotate(12)
print(d)
d.clear()
print(d)
d.rotate(5)
for action in (
    d.pop,
    d.popleft,
    lambda: d[0],
    lambda: deque("abc")[3],
    lambda: deque("abc")[-4],
    lambda: deque("abc")[1:],
    lambda: deque("abc").remove("z"),
    lambda: deque("abc").index("z"),
    lambda: deque("abc").index("a", 1),
    lambda: deque("abc", 3).insert(1, "x"),
    lambda: deque("a", -1),
    lambda: deque(5),
    lambda: deque() + [1],
    lambda: deque().append(),
):
    attempt(action)

bounded = deque(range(5), maxlen=3)
print(bounded, bounded.maxlen, deque().maxlen)
bounded.append(5)
print(bounded)
bounded.appendleft(2)
print(bounded)
bounded.extend([7, 8])
print(bounded, bounded.copy())
bounded.extendleft([1, 2, 3, 4])
print(bounded)
bounded.rotate(1)
print(bounded)
bounded += [9, 10]
print(bounded, bounded + deque([1]), bounded * 2, 2 * deque("ab"))
try:
    bounded.maxlen = 4
except AttributeError:
    print("maxlen stays")
try:
    hash(bounded)
except TypeError:
    print("no hash")

a, b = deque([1, 2]), deque([1, 2, 3])
print(a == b, a < b, a != b, a == deque([1, 2]), a == [1, 2], a >= b, deque([2]) > b)
a *= 2
print(a)
a.extend(a)
print(a)
a.extendleft(a)
print(a)
a.append(a)
print(a)

d = deque(range(3))
it = iter(d)
print(next(it))
d.append(3)
attempt(lambda: next(it))
d = deque([1])
it = iter(d)
print(next(it), next(it, "end"))


class Meddler:
    def __eq__(self, other):
        d.append(1)
        return False


d = deque([1, 2, 3])
attempt(lambda: Meddler() in d)
d = deque([Meddler(), 2])
attempt(lambda: d.count(1))

d = deque()
for number in range(1000):
    d.append(number)
    if number % 3:
        d.popleft()
print(len(d), d[0], d[-1], sum(d))
d = deque()
for number in range(100):
    d.appendleft(number)
print(d[0], d[99], d.pop(), len(d))


class Stack(deque):
    def push(self, item):
        self.append(item)
        return self


s = Stack([1, 2], maxlen=5)
s.note = "kept"
print(s.push(3), len(s), s[0], list(s), s.note, isinstance(s, deque), s == deque([1, 2, 3]), s.maxlen)
