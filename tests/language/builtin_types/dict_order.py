# quick
# Insertion order survives deletion, growth and re-insertion.
d = {}
for i in range(50): d[i * 7 % 50] = i
print(list(d)[:10], len(d))
for i in range(0, 50, 2): del d[i]
print(list(d)[:10], len(d))
d[0] = "back"
d[1] = "same place"
print(list(d)[-1], list(d).index(1), d[1])
for i in range(100, 140): d[i] = i
print(list(d)[20:30], len(d), d[139], 38 in d)
while len(d) > 3: d.popitem()
print(d)
e = {"z": 1, "a": 2, "m": 3}
del e["a"]
e["a"] = 4
print(e, list(reversed(e)), list(reversed(e.items())))
for k in list(e): del e[k]
print(e)
e["new"] = 1
print(e)
