# Views follow the dict and compare like sets.
d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i))
d["c"] = 3
print(list(k), list(v), list(i), "c" in k, 3 in v, ("c", 3) in i, ("c", 4) in i)
print([x for x in k], [y for x, y in i], sorted(v, reverse=True), max(d), max(d.values()), sum(v))
print(k == {"a": 0, "b": 0, "c": 0}.keys(), i == {"a": 1, "b": 2, "c": 3}.items(), v == v)
for key, value in d.items(): print(key, value)
a, *b = d
print(a, b)
