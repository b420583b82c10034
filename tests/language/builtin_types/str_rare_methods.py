# boards: virtual
# removeprefix, removesuffix, expandtabs, rindex.
print("TestHook".removeprefix("Test"), "TestHook".removeprefix("Hook"), "MiscTests".removesuffix("Tests"), "x".removesuffix(""), "abc".removesuffix("abc"))
print(repr("a\tb".expandtabs()), repr("a\tbc\td".expandtabs(4)), repr("\t".expandtabs(2)), repr("ab\n\tc".expandtabs(4)))
print("banana".rindex("n"), "banana".rindex("a", 0, 5))
try:
    "banana".rindex("x")
except ValueError as e:
    print(e)
