# functools as every board has it: cmp_to_key.
from functools import cmp_to_key

def by_length(a, b):
    return len(a) - len(b)
words = ["ccc", "a", "bb", "dd"]
key = cmp_to_key(by_length)
print(sorted(words, key=key), key("a") < key("bb"), key("a") == key("b"), max(words, key=key), key("x").obj, key("a") >= key("bb"))
try:
    key("a") < 3
except TypeError as error:
    print(error)
