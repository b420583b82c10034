# quick
# join and replace.
print(",".join(["a", "b"]), "".join([]), "-".join("abc"), ", ".join(("x",)), "x".join({"a": 1, "b": 2}), "".join(["a", "é", "c"]), ".".join(map(str, [1, 2])))
print("banana".replace("a", "o"), "banana".replace("a", "o", 2), "banana".replace("an", ""), "abc".replace("", "-"), "".replace("", "x"), "aaa".replace("aa", "b"), "abc".replace("x", "y"), "aaa".replace("a", "b", 0), "abc".replace("", "-", 2))
for f in (lambda: ",".join([1, 2]), lambda: ",".join(5), lambda: ",".join(["a", None]), lambda: "a".replace("a", 1), lambda: "a".replace("a")):
    try:
        f()
    except TypeError as e:
        print("TypeError")
