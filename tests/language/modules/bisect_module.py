# bisect: places in sorted lists, keys, insertion
# boards: virtual
import bisect

a = [1, 2, 2, 2, 5, 9]
for x in (0, 1, 2, 3, 9, 10):
    print(x, bisect.bisect_left(a, x), bisect.bisect_right(a, x), bisect.bisect(a, x))
print(bisect.bisect_left(a, 2, 2), bisect.bisect_right(a, 2, 0, 2))
try:
    bisect.bisect(a, 2, -1)
except ValueError as e:
    print(e)

words = ["kiwi", "apple", "banana"]
words.sort(key=len)
print(bisect.bisect_left(words, 5, key=len), bisect.bisect_right(words, 5, key=len))

out = []
for x in (3, 1, 2, 3, 1):
    bisect.insort(out, x)
print(out)
out = [(1, "a"), (2, "b")]
bisect.insort_left(out, (2, "c"), key=lambda p: p[0])
bisect.insort_right(out, (2, "d"), key=lambda p: p[0])
print(out)
