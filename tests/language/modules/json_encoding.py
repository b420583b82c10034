# boards: virtual
# What json.dumps() makes, and what it refuses.
import json


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for value in (
    None, True, False, 0, -5, 10**30, 1.5, 1e100, -0.0, 1e-7, float("inf"), float("-inf"), float("nan"), "", "abc",
    'q"\\/\b\f\n\r\t\x00\x1f\x7f', "é€😀\ud800", [], (), {}, [1, [2, [3]], ()], {"a": {"b": [None]}}, (1, "x"),
    {1: 2, 1.5: 3, None: 4, True: 5, "k": 6},
):
    print(json.dumps(value), ascii(json.dumps(value, ensure_ascii=False)), sep="\n")
data = {"b": [1, 2, {"c": []}], "a": {}, "d": "x"}
print(json.dumps(data, indent=2), json.dumps(data, indent="\t"), json.dumps(data, indent=0), sep="\n")
print(json.dumps(data, sort_keys=True), json.dumps(data, separators=(",", ":")), json.dumps([1, 2], indent=1, separators=(";", "=")))
print(json.dumps({(1, 2): 3, "a": 1, b"x": 2}, skipkeys=True), json.dumps({3: 1, 2: 2}, sort_keys=True))


class Point:
    def __init__(self, x):
        self.x = x


class PointEncoder(json.JSONEncoder):
    def default(self, o):
        return {"x": o.x} if isinstance(o, Point) else super().default(o)


print(json.dumps([Point(1), {"p": Point([2])}], default=lambda o: vars(o)), json.dumps(Point(3), cls=PointEncoder))
print(json.dumps(Point(Point(4)), cls=PointEncoder, indent=1), PointEncoder().encode([Point(1)]), "".join(json.JSONEncoder().iterencode([1])))


class Kind(int):
    def __repr__(self):
        return "kind"


class Text(str):
    pass


class Real(float):
    def __repr__(self):
        return "real"


print(json.dumps([Kind(3), Text("t"), Real(1.5), {Kind(1): 2, Text("k"): 1}]))
for action in (
    lambda: json.dumps(Point(1)),
    lambda: json.dumps({(1,): 2}),
    lambda: json.dumps(float("nan"), allow_nan=False),
    lambda: json.dumps([float("-inf")], allow_nan=False),
    lambda: json.dumps(b"x"),
    lambda: json.dumps({1, 2}),
    lambda: json.dumps(Point(1), cls=json.JSONEncoder),
    lambda: json.dumps({"a": 1, 2: 3}, sort_keys=True),
):
    attempt(action)
loop = [1]
loop.append({"self": loop})
attempt(lambda: json.dumps(loop))
attempt(lambda: json.dumps([loop], default=lambda o: o))
attempt(lambda: json.dumps(Point(1), default=lambda o: o))
shared = [1]
print(json.dumps([shared, shared, {"a": shared}]))

class File:
    def write(self, text):
        print(end=text)


json.dump({"a": [1]}, File(), indent=None)
print()
