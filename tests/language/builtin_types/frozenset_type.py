# Frozen sets are hashable and mix with sets.
f = frozenset([1, 2, 2])
print(sorted(f), len(f), 1 in f, f == {1, 2}, hash(f) == hash(frozenset([2, 1])), {f: "key"}[frozenset([2, 1])], frozenset(), frozenset([1]))
print(type(f | {3}).__name__, type({3} | f).__name__, sorted(f | {3}), f <= {1, 2, 3}, sorted(f & {1}), {f, frozenset([1, 2])} == {f})
for g in (lambda: f.add(1), lambda: f.clear()):
    try:
        g()
    except AttributeError as e:
        print(e)
s = {frozenset([1]), frozenset([2])}
print(frozenset([1]) in s, len(s), frozenset([3]) in s)
