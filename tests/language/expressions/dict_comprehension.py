# Dict comprehensions keep insertion order; later keys win.
print({x: x * x for x in range(4)})
print({k: v for k, v in [("a", 1), ("b", 2), ("a", 3)]})
print({c: i for i, c in enumerate("hello")})
print({x: {y: x * y for y in range(2)} for x in range(2)})
print({x: 1 for x in range(6) if x % 2})
d = {"a": 1, "b": 2}
print({v: k for k, v in d.items()})
print({k.upper(): v for k, v in d.items() if v > 1})
