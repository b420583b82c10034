# str.format.
print("{} {}".format(1, "a"), "{1} {0}".format(1, 2), "{a} {b!r}".format(a=1, b="x"), "{0:>5}|{0:<5}|".format(3), "{0[1]} {1}".format([1, 2], 5), "{{}}".format(), "{:{w}}".format("x", w=4))
