# Sets after many additions and removals, and in other types.
s = set()
for i in range(60): s.add((i * 37) % 101)
for i in range(0, 101, 3): s.discard(i)
print(sorted(s), len(s))
print(sum(s), max(s), min(s), list(sorted(s))[:3], all(x in s for x in s), tuple(sorted({3, 1})), [x for x in sorted({"b", "a"})])
words = "the cat the dog the end".split()
print(sorted(set(words)), {w: words.count(w) for w in sorted(set(words))})
t = {1, 2, 3}
try:
    for x in t: t.add(x + 10)
except RuntimeError as e:
    print(e)
a, b = {1, 2}, {2, 1}
print(a == b, a is b, {1: a}[1] == b, [a] == [b], dict.fromkeys({5}))
