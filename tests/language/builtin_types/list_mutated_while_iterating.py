# A list that changes while it is iterated.
a = [1, 2, 3, 4]
for x in a: a.remove(x)
print(a)
a = [1, 2, 3]
for x in a:
    if len(a) < 6: a.append(x * 10)
print(a)
a = [1, 2, 3]
it = iter(a)
next(it)
a.clear()
print(list(it), list(it))
a = [3, 2, 1]
for i, x in enumerate(a):
    if i == 0: a.insert(0, 9)
    if i > 5: break
    print(i, x)
a = list("abc")
r = reversed(a)
a.append("d")
print(list(r))
