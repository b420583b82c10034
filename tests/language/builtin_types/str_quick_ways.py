# boards: virtual
"""Joining, changing case and `%` where the common case is quick: what is beside it."""


class Text(str):
    def upper(self):
        return "own " + str.upper(self)

    def __str__(self):
        return "text:" + str.lower(self)


class Number(int):
    def __str__(self):
        return "number"

    def __repr__(self):
        return "repr"


class Plain:
    def __str__(self):
        return "plain"


class Bad:
    def __str__(self):
        return 5


def attempt(function):
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


one = "o" + str(1)
print(",".join([one]) is one, "".join(("a",)), repr(",".join([])), repr(", ".join(("", ""))))
joined = "".join([Text("AbC")])
print(type(joined).__name__, joined, type(Text("-").join(["a", "b"])).__name__, Text("-").join("ab"))
print("é".join(["a", "b", "c"]), "-".join(["a", "é"]), len("é".join("ab")), "-".join(["", "x", ""]))
print("-".join({"k": 1, "l": 2}), "-".join(str(n) for n in range(5)), "-".join(Text(c) for c in "AB"))
attempt(lambda: ",".join([1]))
attempt(lambda: ",".join(["a", b"b", 3]))
attempt(lambda: ",".join(("a", None)))
attempt(lambda: ",".join(5))
attempt(lambda: b",".join(["a"]))

mixed = "".join(["x" * n for n in range(9)] + ["é"])
print(mixed, mixed.isascii(), len(mixed), mixed[-1], mixed[8:12])
for size in range(1, 24):
    for place in (0, size // 2, size - 1):
        text = "%s%s%s" % ("a" * place, "é", "b" * (size - place - 1))
        if len(text) != size or text[place] != "é" or text.find("é") != place:
            print(size, place)

for text in ("", "aZ09_{}[]`@", "straße", "ÀÉé", Text("mIx")):
    print(str.upper(text), str.lower(text), text.swapcase(), text.upper(), type(text.lower()).__name__)
print(b"aZ{\xe9".upper(), bytearray(b"aZ@\xc9").lower())

print("%d %s|%d %s" % (5, 5, -7, -7), "%s" % "é", "%s and %s" % (Text("Q"), [Text("q")]))
print("%d %d %s %s" % (True, False, True, None), "%d" % 3.99, "%d" % -(1 << 70), "%s" % (1 << 70))
print("%d %s %s" % (Number(3), Number(4), Plain()), "%d%%" % 50, "%s%s" % ("", ""), "%5d|%-4s|%03d" % (1, "a", 7))
print("%(a)s %(b)d" % {"a": 1, "b": 2}, "%s" % {"a": 1}, "%s" % ((1, 2),))
attempt(lambda: "%d" % "a")
attempt(lambda: "%d" % None)
attempt(lambda: "%s %s" % 1)
attempt(lambda: "%s" % (1, 2))
attempt(lambda: "%d %d" % (1,))
attempt(lambda: "%s" % Bad())
attempt(lambda: "%" % 1)
attempt(lambda: "%y" % 1)

print(str(0), str(-1), str(12345), str(-(1 << 30)), str((1 << 30) - 1), str(1 << 30), str(-(1 << 62)), str(1 << 62))
print(f"{1}{-2}{'é'}{3!r}{Text('A')}{Number(1)}", f"{'a'}", f"{Plain()}x")
