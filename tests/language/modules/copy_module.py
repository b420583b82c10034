# copy: shallow and deep copies, shared and recursive structures, own methods
# boards: virtual
import copy

a = [1, [2, 3], (4, [5])]
b = copy.copy(a)
c = copy.deepcopy(a)
print(a == b == c, b is a, b[1] is a[1], c[1] is a[1], c[2] is a[2])
a[1].append(9)
print(b[1], c[1])

t = (1, "x", (2, 3))
print(copy.copy(t) is t, copy.deepcopy(t) is t)
d = {"k": [1], 2: {3}}
e = copy.deepcopy(d)
d["k"].append(2)
d[2].add(4)
print(e, copy.copy(d)["k"] is d["k"])

loop = [1]
loop.append(loop)
again = copy.deepcopy(loop)
print(again[1] is again, again is loop)
shared = [[]] * 2
print(copy.deepcopy(shared)[0] is copy.deepcopy(shared)[1])
s = copy.deepcopy(shared)
print(s[0] is s[1], s[0] is shared[0])


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


p = Point([1], 2)
q = copy.copy(p)
r = copy.deepcopy(p)
print(type(q).__name__, q.x is p.x, r.x is p.x, r.x, r.y)


class Own:
    def __copy__(self):
        return "copied"

    def __deepcopy__(self, memo):
        return ["deep", type(memo).__name__]


print(copy.copy(Own()), copy.deepcopy([Own()]))
print(copy.copy(Point) is Point, copy.deepcopy(len) is len)
for value in (None, 3, 2.5, "text", b"data", range(3), ..., frozenset([1])):
    print(copy.copy(value) is value, copy.deepcopy(value) == value)
data = bytearray(b"ab")
twin = copy.deepcopy(data)
data[0] = 0
print(twin, copy.copy({1, 2}))
