# Classes derived from int and float count like these.


class Whole(int):
    unit = "m"

    def twice(self):
        return Whole(self * 2)


w = Whole(21)
w.note = "kept"
print(w, w.twice(), w.unit, w.note, type(w.twice()).__name__)
print(w + 1, 1 + w, w / 2, 2**Whole(3), -w, ~w, w % 4, divmod(w, 4), w < 30, 21 == w, w != 21)
print(hash(w) == hash(21), {w: "x"}[21], {21: "y"}[w], bool(Whole()), Whole("12"), int(w), type(int(w)))
print(list(range(Whole(3))), "abc"[Whole(1)], "ab" * Whole(2), [0] * Whole(3), [5, 6, 7][Whole(2)])
print(f"{w:05d} {w!r:>4} %d %s" % (w, w), format(w, "x"), hex(w), max(w, 3), sum([w, w]), abs(Whole(-3)))
print(isinstance(w, int), isinstance(True, Whole), w is w, w & 5, w | 8, w ^ 1, w << 1, w >> 1)
print(round(w), w.bit_length(), Whole(7).__class__.__name__, sorted([Whole(3), 1, Whole(2)]))
big = Whole(2**70)
print(big, big + 1, big * big, hash(big) == hash(2**70), big == 2**70, -big, big >> 60, type(big).__name__)


class Length(float):
    def __new__(cls, value, unit="m"):
        self = super().__new__(cls, value)
        self.unit = unit
        return self


x = Length(1.5, "km")
print(x, x.unit, x + 1, 2 * x, -x, x == 1.5, x > 1, int(x), type(x + 0).__name__, x.is_integer())
print(hash(x) == hash(1.5), float(x), type(float(x)).__name__, f"{x:.2f}", repr(x), bool(Length(0)))
for wrong in (lambda: Whole("x"), lambda: w + "a", lambda: Length("y"), lambda: w.missing):
    try:
        wrong()
    except (ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
