# Order, equality and hashing of strings.
words = ["b", "a", "B", "A", "", "ab", "aB", "é", "z", "€", "🐍", "10", "9", "_"]
print(sorted(words), max(words), min(words))
print("abc" == "ab" + "c", "abc" != "abd", "a" < "b" < "c", "abc" > "abcd", "" < " ", "é" > "z", "\uffff" < "\U00010000")
a = "".join(["h", "i"])
print(a == "hi", {"hi": 1}[a], hash(a) == hash("hi"), a in ["hi"], a is not None)
long = "x" * 300
print(long == "x" * 300, {long: 1}["x" * 299 + "x"], len(long), long.count("x"))
