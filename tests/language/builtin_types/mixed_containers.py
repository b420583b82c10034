# Nested containers, shared and changed through several names.
a = {"list": [1, {"t": (2, [3])}], "s": "x"}
b = a["list"]
b[1]["t"][1].append(4)
b.append(a["s"] * 2)
print(a, b is a["list"], len(b))
table = [[r * c for c in range(4)] for r in range(3)]
print(table, [row[2] for row in table], [sum(row) for row in table], list(zip(*table)))
groups = {}
for w in "the quick brown fox jumps over the lazy dog".split():
    groups.setdefault(len(w), []).append(w)
print(groups, sorted(groups.items(), reverse=True)[0])
counts = {}
for c in "mississippi": counts[c] = counts.get(c, 0) + 1
print(counts, sorted(counts, key=lambda k: (-counts[k], k)), max(counts, key=counts.get))
queue, seen = [(0, "root")], []
while queue:
    depth, name = queue.pop(0)
    seen.append((depth, name))
    if depth < 2: queue += [(depth + 1, name + "." + s) for s in "ab"]
print(seen)
matrix = {(x, y): x - y for x in range(2) for y in range(2)}
print(matrix, matrix[1, 0], [k for k, v in matrix.items() if not v])
t = ([], {})
t[0].append(t[1])
t[1]["me"] = len(t)
print(t)
