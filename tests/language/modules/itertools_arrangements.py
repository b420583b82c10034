# The arranging iterators of itertools.
from itertools import combinations, permutations, product


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


print(list(product("ab", [1, 2])), list(product("ab", repeat=2)), list(product()))
print(list(product("ab", [])), list(product("abc", repeat=0)), list(product([1], [2], repeat=2)))
attempt(lambda: product("a", repeat=-1))
attempt(lambda: product(3))
print(len(list(product(range(3), repeat=4))), list(product((0, 1), repeat=3))[-2:])

print(list(permutations("abc")), list(permutations("abc", 2)), list(permutations([], 0)))
print(list(permutations("ab", 3)), list(permutations("ab", 0)), list(permutations("ab", None)))
print(len(list(permutations(range(5)))), list(permutations(range(5), 3))[17:21])
attempt(lambda: permutations("ab", -1))
attempt(lambda: permutations("ab", "x"))

print(list(combinations("abcd", 2)), list(combinations("abc", 3)), list(combinations("ab", 3)))
print(list(combinations([], 0)), list(combinations(range(5), 4)), len(list(combinations(range(8), 3))))
attempt(lambda: combinations("ab", -1))
attempt(lambda: combinations("ab", "x"))


p = permutations(range(2))
print(iter(p) is p, next(p), next(p), next(p, "end"), next(p, "end"))
