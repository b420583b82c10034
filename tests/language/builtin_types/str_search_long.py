# boards: virtual
# Searching in texts that look much like what is sought.
s = "a" * 100000
print((s + "b").find("a" * 5000 + "b"), ("b" + s).rfind("b" + "a" * 5000), s.find("a" * 500 + "b"), s.rfind("b" + "a" * 500))
print(s.count("aa"), ("ab" * 50000).find("ba" * 2000 + "c"), ("ab" * 5000).rfind("ba" * 2000), (s + "xy").split("a" * 400 + "x")[1], s.replace("a" * 300, "", 2) == s[600:])
print(b"abc".find(b"c", -10**30, 10**30), "abcabc".rfind("c", 0, 10**40), "aXbX".replace("X", "-", count=1), "abbbc".rsplit("bb"))
print((bytes(1000) + b"\1").find(bytes(500) + b"\1"), (b"\1" + bytes(1000)).rindex(b"\1" + bytes(500)), "\u20ac" * 300 + "x" in "\u20ac" * 900, ("\u20ac" * 900 + "x").find("\u20ac" * 300 + "x"))
