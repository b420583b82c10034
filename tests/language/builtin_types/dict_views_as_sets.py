# boards: virtual
"""Views of dicts as sets: compared and joined with sets, views and other iterables."""

d = {1: [], 2: {}}
e = {2: {}, 1: []}
f = {1: 2, 3: 4, "a": 5}


def ordered(value):
    return sorted(value, key=repr) if isinstance(value, (set, frozenset)) else value


def show(made):
    try:
        value = made()
        print(type(value).__name__, ordered(value))
    except (TypeError, AttributeError) as problem:
        print(type(problem).__name__, problem)


show(lambda: d.items() == e.items())
show(lambda: d.items() != e.items())
show(lambda: d.items() <= e.items())
show(lambda: d.items() < e.items())
show(lambda: (1, []) in d.items())
show(lambda: (1, [2]) in d.items())
show(lambda: ([], 1) in d.items())
show(lambda: (1,) in d.items())
show(lambda: 1 in d.items())
show(lambda: [1, []] in d.items())
show(lambda: d.items() & e.items())
show(lambda: d.items() | e.items())
show(lambda: d.items() - e.items())
show(lambda: d.items() ^ e.items())
show(lambda: d.items().isdisjoint(e.items()))
show(lambda: d.items() == {(1, 2)})
show(lambda: {(1, 2)} == d.items())
show(lambda: d.keys() == e.keys())
show(lambda: d.keys() == {1, 2})
show(lambda: {1: 2}.items() == {(1, 2)})
show(lambda: {(1, 2)} == {1: 2}.items())
show(lambda: d.items() == {1: [], 2: 3}.items())
show(lambda: d.items() > {1: []}.items())
show(lambda: d.items() >= [(1, [])])
show(lambda: d.keys() >= [1])
show(lambda: d.values() == d.values())
show(lambda: {1: 2}.items() <= {(1, 2), 3})
show(lambda: {1:[]}.items() & [(1, [])])
show(lambda: {1:2}.items() & [(1, [])])
show(lambda: {1: []}.items().isdisjoint([(1, [])]))
show(lambda: {1: []}.items().isdisjoint([(1, 5)]))
show(lambda: {1:[]}.items().isdisjoint({2: []}.items()))
show(lambda: d.items() == frozenset())
show(lambda: {}.items() == set())
show(lambda: {}.items() <= d.items())
show(lambda: d.keys().isdisjoint([[]]))
show(lambda: d.keys() - [[]])
show(lambda: d.keys() & [[]])
show(lambda: d.keys() == [1, 2])
show(lambda: {(1, (2,)): []}.items() == {(1, (2,)): []}.items())
show(lambda: frozenset([1]) & f.keys())
show(lambda: frozenset([1]) - f.keys())
show(lambda: [1, 7] & f.keys())
show(lambda: [1, 7] - f.keys())
show(lambda: (1, 7) | f.keys())
show(lambda: [7, 1] ^ f.keys())
show(lambda: f.keys() ^ [1, 7])
show(lambda: 5 | f.keys())
show(lambda: f.keys() | 5)
show(lambda: f.keys() + [1])
show(lambda: f.values() & [2])
show(lambda: f.values() == f.values())
show(lambda: f.keys().isdisjoint(f.keys()))
show(lambda: {}.keys().isdisjoint({}.keys()))
show(lambda: f.keys() & {1.0, 3.0, 9})
show(lambda: {1.0} & f.keys())
show(lambda: f.items() ^ {1: 2}.items())
show(lambda: f.items() - [(1, 2)])
show(lambda: f.keys() > {1})
show(lambda: {1} < f.keys())
show(lambda: {1, 3, "a"} == f.keys())
show(lambda: frozenset([1, 3, "a"]) != f.keys())
show(lambda: f.keys() < [1])
show(lambda: f.keys() == [1])
show(lambda: set() <= f.keys())

s = t = {1, 9}
s |= f.keys()
print(ordered(s), ordered(t), s is t)
s &= f.keys()
s -= {1: 0}.keys()
s ^= {7: 0}.keys()
print(ordered(s))
