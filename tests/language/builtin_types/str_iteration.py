# Iterating, reversing, sorting and mapping over text.
print(list("abc"), tuple("é€"), sorted("hello"), list(reversed("abc")), "".join(reversed("é€🐍")), list(enumerate("ab")), list(zip("ab", "cd")), max("hello"), min("hello"), [ord(c) for c in "aé"], dict(zip("ab", [1, 2])), list(map(ord, "ab")), list(filter(str.isdigit, "a1b2")))
a, b = "xy"
print(a, b, *"pq", [*"rs"], "".join([c for c in "hello" if c not in "aeiou"]))
