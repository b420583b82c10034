# Iterators of itertools as scripts on boards use them.
from itertools import (
    accumulate,
    chain,
    combinations,
    count,
    cycle,
    groupby,
    islice,
    permutations,
    product,
    repeat,
    starmap,
    takewhile,
    zip_longest,
)

print(list(islice(count(3, 4), 4)), list(islice(cycle("ab"), 5)), list(repeat(1, 3)))
print(list(chain([1], (2, 3), "x")), list(accumulate([1, 2, 3, 4])), list(zip_longest("ab", "c")))
print(list(combinations("abc", 2)), list(permutations([1, 2])), list(product("ab", [0, 1])))
print([(key, list(group)) for key, group in groupby([1, 1, 2, 3, 3])], list(starmap(pow, [(2, 3)])))
print(list(takewhile(lambda x: x < 3, count())), sum(islice(count(), 10)))
