# quick
# Tuples.
t = (1, "a", [2])
print(t, len(t), t[0], t[-1], t[1:], t + (3,), t * 2, 1 in t, t.index("a"), t.count(1), (1, 2) < (1, 3), (1,) < (1, 0), () < (0,))
print(tuple(), tuple("ab"), tuple([1, 2]), tuple({1: 2}), tuple(range(3)), (1,), ((),), ((1, 2), (3,)), repr((1,)), str(()))
t[2].append(5)
print(t, hash((1, 2)) == hash((1, 2)), {(1, 2): "x"}[1, 2], tuple(t) is t, t == (1, "a", [2, 5]), (1, 2) == (1.0, 2.0), (1, 2) != (2, 1))
a, b = b, a = 1, 2
print(a, b, max((3, 1), (3, 2)), sorted([(2, 1), (1, 2)]), sum((1, 2, 3)), (0,) * 3, bool(()), bool((0,)))
for f in (lambda: t.index("z"), lambda: tuple(5), lambda: t.append(1), lambda: t[5]):
    try:
        f()
    except (ValueError, TypeError, AttributeError, IndexError) as e:
        print(type(e).__name__, e)
