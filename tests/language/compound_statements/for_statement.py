# quick
# for over everything, with else and unpacking.
for i in range(3): print(i)
else: print("else")
for c in "aé€": print(c)
for b in b"ab": print(b)
for x in (1, [2], None): print(x)
for k in {"a": 1, "b": 2}: print(k)
for k, v in {"a": 1}.items(): print(k, v)
for i, (a, b) in enumerate([(1, 2), (3, 4)]): print(i, a, b)
for a, *b in ["abc", "d"]: print(a, b)
for x in []: print("never")
else: print("empty")
for i in range(5):
    if i == 3: break
else: print("never")
print(i)
for i in range(3):
    i = 10
print(i)
for x in 1, 2, 3: print(x, end=" ")
print()
a = [1, 2, 3]
for x in a:
    if x < 3 and len(a) < 6: a.append(x + 10)
print(a)
try:
    for x in 5: pass
except TypeError as e:
    print(e)
for x in *[1, 2], 3: print(x, end=";")
print()
