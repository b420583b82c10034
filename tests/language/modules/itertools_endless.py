# boards: virtual
# quick
from itertools import accumulate, batched, chain, count, cycle, islice, pairwise, repeat, starmap, tee
from itertools import zip_longest


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


print(list(islice(count(), 3)), list(islice(count(5, 2), 3)), list(islice(count(1, -1), 4)))
print(list(islice(count(1.5, 0.5), 3)), count(3), count(3, 2), count(1.5), count(step=3))
attempt(lambda: count("a"))
attempt(lambda: count([]))
print(next(count(1j)))
c = count(10)
print(next(c), next(c), c)

print(list(islice(cycle("abc"), 8)), list(cycle([])))
print(list(repeat("x", 3)), repeat("x", 3), repeat(None), list(repeat(1, 0)), list(repeat(1, -5)))
r = repeat(7, times=2)
print(next(r), r, next(r), next(r, "end"), r)

print(list(chain("ab", [1], (), range(2))), list(chain()), list(chain.from_iterable(["ab", "cd"])))
attempt(lambda: list(chain([1], 2)))
attempt(lambda: list(chain.from_iterable([[1], 2])))

print(list(islice("abcdef", 2)), list(islice("abcdef", 2, None)), list(islice("abcdef", 1, 5, 2)))
print(list(islice(range(10), 0, None, 3)), list(islice(range(3), 10)), list(islice("abc", None)))
for args in ((-1,), ("a",), (1, -5), (0, 4, 0), (0, 4, -1), (2.5,), (None, 1.5)):
    attempt(lambda: list(islice(range(10), *args)))
it = iter(range(10))
print(list(islice(it, 2, 5)), next(it), list(islice(it, 0)), next(it), list(islice(it, 1, 3, 5)), next(it))
it = iter("abcdefgh")
print(list(islice(it, 0, 4, 3)), list(it))

print(list(starmap(pow, [(2, 3), [3, 2], (10, 2)])), list(starmap(lambda *a: a, [(), (1,), "xy"])))
attempt(lambda: list(starmap(pow, [3])))

print(list(pairwise("abcd")), list(pairwise("a")), list(pairwise([])))
print(list(batched("abcdefg", 3)), list(batched([], 2)), list(batched("ab", 2)))
attempt(lambda: batched("a", 0))
attempt(lambda: list(batched("abcde", 2, strict=True)))
print(list(zip_longest("abc", [1], range(2))), list(zip_longest("ab", "c", fillvalue="-")))
print(list(zip_longest()), list(zip_longest([])))

print(list(accumulate([1, 2, 3])), list(accumulate("abc")), list(accumulate([])))
print(list(accumulate([3, 1, 4], max)), list(accumulate([1, 2], initial=10)), list(accumulate([], initial=0)))
print(list(accumulate([2, 3, 4], lambda a, b: a * b, initial=None)))

a, b = tee("abc")
print(next(a), next(a), list(b), list(a), list(a))
a, b, c = tee(iter(range(3)), 3)
print(list(a), list(b), list(c), tee([], 0))
a, b = tee(range(4))
print(next(a))
c, d = tee(a)
print(list(c), list(d), list(b))
attempt(lambda: tee([], -1))
