# quick
# strip, lstrip, rstrip.
print(repr("  a b \t\n".strip()), repr("  a ".lstrip()), repr("  a ".rstrip()), repr("".strip()), repr("   ".strip()), repr("xxaxx".strip("x")), repr("abcba".strip("ab")), repr("abc".strip("")))
print("xyab".lstrip("yx"), "abxy".rstrip("yx"), "aaa".strip("a"), "a".strip(None), "éaé".strip("é"))
try:
    "a".strip(5)
except TypeError as e:
    print("TypeError")
