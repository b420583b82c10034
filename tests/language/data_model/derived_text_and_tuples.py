# Classes derived from str, bytes, tuple, sets and bytearray.


class Name(str):
    def __new__(cls, text, rank=0):
        self = super().__new__(cls, text)
        self.rank = rank
        return self

    def shout(self):
        return self.upper() + "!"


n = Name("ant", 3)
print(n, n.rank, n.shout(), len(n), n[0], n[1:], n + "s", "s" + n, n * 2, n == "ant", n < "b")
print(type(n).__name__, type(n + "").__name__, type(n.strip()).__name__, type(str(n)).__name__)
print("-".join([n, n]), {n: 1}["ant"], {"ant": 2}[n], hash(n) == hash("ant"), n in "giant", "n" in n)
print(f"{n:>5}|{n!r}", "%s %r" % (n, n), n.replace("a", "A"), n.split("n"), list(n), n.encode())
print(getattr([], Name("append")).__name__, n.startswith(Name("a")), int(Name("12")), "abc".find(Name("c")))


class Pair(tuple):
    def __new__(cls, left, right):
        return super().__new__(cls, (left, right))

    @property
    def left(self):
        return self[0]

    @property
    def right(self):
        return self[1]


p = Pair(1, 2)
left, right = p
print(p, p.left, p.right, left, right, len(p), p == (1, 2), {p: "x"}[(1, 2)], hash(p) == hash((1, 2)))
print(p + (3,), type(p + ()).__name__, p * 2, p[::-1], 2 in p, p.index(2), p < (1, 3), "%s-%s" % p)
print((lambda *args: args)(*p), type(tuple(p)).__name__, isinstance(p, tuple), max(p))
p.extra = "e"
print(p.__dict__)


class Bag(set):
    pass


class Frozen(frozenset):
    pass


class Raw(bytes):
    pass


class Buffer(bytearray):
    pass


print(Bag(), Bag([1]), Bag([1]) | {2}, Bag([1, 2]) == {1, 2}, 1 in Bag([1]), Bag([1]) <= {1})
print(Frozen(), Frozen([1]), hash(Frozen([1])) == hash(frozenset([1])), {Frozen([2]): 1}[frozenset([2])])
print(Raw(b"ab"), Raw(b"ab")[0], Raw(b"ab").hex(), Raw(b"ab") == b"ab", Raw(3), type(bytes(Raw(b"x"))).__name__)
b = Buffer(b"ab")
b.append(99)
b.tag = 1
print(b, len(b), b.tag, b == b"abc", bytes(b))
for bases in ((list, dict), (str, int), (list, Exception), (int, float)):
    try:
        type("Both", bases, {})
    except TypeError as error:
        print(error)
for base in (bool, type(None), range, type(print)):
    try:
        type("Wrong", (base,), {})
    except TypeError as error:
        print(error)
