# Slicing and indexing of text that is not ASCII.
s = "añb€c🐍d"
print(len(s), s[1], s[3], s[5], s[-1], s[-2])
print(s[1:4], s[::-1], s[::2], s[4:], s[:-2], s[5:6])
print([c for c in s])
print(s[3:3] == "", s[-3:-1], s[10:])
print(s.find("€"), s.index("🐍"), s.count("ñ"))
