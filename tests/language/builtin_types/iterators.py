# Iterators of the built-in containers.
for c in ([1, 2], (1, 2), "ab", b"ab", {"k": 1}, range(2), bytearray(b"x"), {"k": 1}.items(), {"k": 1}.values()):
    i = iter(c)
    print(iter(i) is i, next(i), list(i), next(i, "end"))
    try:
        next(i)
    except StopIteration as e:
        print("StopIteration", e.args)
i = iter([1, 2, 3, 4])
print(list(zip(i, i)), list(i))
j = iter("abc")
for x in j:
    print(x, next(j, None))
print(3 in iter([1, 2, 3]), sum(iter([1, 2])), max(iter([1, 5, 2])), [*iter("ab")], tuple(map(str, iter([1]))))
print(type(iter([])).__name__, type(iter(())).__name__, type(iter("")).__name__, type(iter({})).__name__, type(iter(range(1))).__name__)
calls = iter(lambda: 5, 5)
print(list(calls))
n = [0]
def step():
    n[0] += 1
    return n[0]
print(list(iter(step, 4)))
