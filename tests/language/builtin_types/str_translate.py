# boards: virtual
# translate and maketrans.
print("hello".translate({ord("l"): "L", ord("h"): None, ord("o"): ord("0")}))
print("abc".translate(str.maketrans("ab", "xy")), "abcd".translate(str.maketrans("ab", "xy", "c")), "abc".translate(str.maketrans({"a": "1", "b": None})))
