# quick
# Ranges as values.
r = range(2, 20, 3)
print(r, len(r), r[0], r[-1], r[1:3], r[::-1], list(r), 5 in r, 6 in r, r.index(8), r.count(5), r.count(6), r.start, r.stop, r.step)
print(range(5), range(1, 5), range(0), len(range(10, 0)), len(range(10, 0, -3)), list(range(10, 0, -3)), bool(range(0)), bool(range(1)), range(5)[-2:])
print(range(5) == range(0, 5, 1), range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), range(3) != range(4), range(3) == [0, 1, 2], hash(range(3)) == hash(range(0, 3)))
print(sum(range(101)), max(range(5)), min(range(3, 9)), sorted(range(3), reverse=True), list(reversed(range(4))), tuple(range(2)), [*range(2)])
a, b, c = range(3)
print(a, b, c, True in range(2), 1.0 in range(2), "a" in range(2), None in range(3))
def attempt(f):
    try:
        print(f())
    except (TypeError, ValueError, IndexError, AttributeError) as e:
        print(type(e).__name__, e)
attempt(lambda: range(1, 2, 0))
attempt(lambda: range())
attempt(lambda: range("a"))
attempt(lambda: range(1.5))
attempt(lambda: range(1, 2, 3, 4))
attempt(lambda: range(3)[5])
attempt(lambda: range(3).index(7))
attempt(lambda: range(3).append)
print(repr(range(1, 5, 2)), repr(range(0, 5)), str(range(-3)))
