# boards: virtual
# What of itertools only large boards have.
import itertools
from itertools import combinations_with_replacement, compress, filterfalse, permutations


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


print(list(combinations_with_replacement("abc", 2)), list(combinations_with_replacement("ab", 3)))
print(list(combinations_with_replacement([], 2)), list(combinations_with_replacement([], 0)))
attempt(lambda: combinations_with_replacement("ab", -1))
print(list(compress("abcdef", [1, 0, 1, 0, 1, 1])), list(compress("abc", [True])), list(compress([], [1])))
print(list(compress(data="ab", selectors=(0, 1))))
print(list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1, "", "a", None])))

for title in "batched compress count cycle islice permutations product repeat tee".split():
    made = getattr(itertools, title)
    print(title, type(made) is type)
print(type(permutations([])), type(iter(permutations([]))) is permutations)
print(repeat := itertools.repeat(1, 3), repeat.__length_hint__())
print(all(
    list(permutations(range(n), r)) == sorted(p for p in itertools.product(range(n), repeat=r) if len(set(p)) == r)
    for n in range(5)
    for r in range(6)
))
print(all(
    list(itertools.combinations(range(n), r)) == [p for p in permutations(range(n), r) if list(p) == sorted(p)]
    for n in range(6)
    for r in range(7)
))
print(len(list(itertools.combinations(range(30), 31))), len(list(permutations(range(9), 30))))
