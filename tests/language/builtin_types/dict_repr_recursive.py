# Containers that hold themselves.
d = {}
d["self"] = d
print(d)
a = [1]
a.append(a)
print(a, [a])
t = ([],)
t[0].append(t)
print(t)
e = {"list": a}
a.append(e)
print(e)
