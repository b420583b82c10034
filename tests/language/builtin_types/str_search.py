# quick
# find, index, count, startswith, endswith, with bounds.
s = "banana"
print(s.find("an"), s.rfind("an"), s.find("x"), s.find("an", 2), s.find("an", 2, 4), s.find(""), s.find("", 10), s.rfind(""), s.find("a", -1), s.rfind("a", 0, -1))
print(s.index("n"), s.count("a"), s.count("an"), s.count(""), s.count("a", 2), s.count("ana"), s.count("x"), "".count(""), "aaaa".count("aa"))
print(s.startswith("ba"), s.startswith("an", 1), s.startswith(""), s.startswith(("x", "b")), s.startswith(()), s.startswith("banana!"), s.startswith("a", 1, 2))
print(s.endswith("na"), s.endswith("an", 0, -1), s.endswith(""), s.endswith(("x", "a")), s.endswith("xbanana"))
for f in (lambda: s.index("x"), lambda: s.find(5), lambda: s.startswith(5), lambda: s.count(None)):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__)
