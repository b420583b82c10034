# Building and taking apart longer strings.
s = ""
for i in range(100):
    s += str(i) + ","
print(len(s), s[:20], s[-10:], s.count(","), len(s.split(",")))
parts = []
for i in range(50): parts.append("%02d" % i)
t = "".join(parts)
print(t[:10], len(t), t.find("4950"), t.find("4849"))
print("ab" * 30 == "abab" * 15, ("x" * 100).replace("x", "yz")[:6], "-".join(["ab"] * 5))
u = "é" * 50
print(len(u), len(u.encode()), u[25], u[10:12], (u + "a")[50], u.upper()[:3] if False else "", u.find("a"))
