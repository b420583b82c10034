# Methods of sets.
s = {1, 2}
s.add(3); s.discard(9); s.remove(1)
print(sorted(s), s.issubset({2, 3, 4}), s.isdisjoint({5}), sorted(s.union([7])), len(s), 2 in s)
