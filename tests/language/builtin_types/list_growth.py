# Lists grow and shrink at both ends.
a = []
for i in range(200): a.append(i)
print(len(a), a[0], a[199], sum(a))
while len(a) > 5: a.pop()
print(a)
for i in range(20): a.insert(0, -i)
print(a)
while a: a.pop(0)
print(a)
for i in range(30): a.extend([i, i])
print(len(a), a[:4], a[-4:])
del a[10:]
a.append("end")
print(a)
a.clear()
a.append(1)
print(a)
