# quick
# Where a small integer is needed: indices, counts, shifts.
big = 10 ** 30
items = [1, 2, 3]
print(items[-big:], items[:big], items[big:], items[::big], "abc"[-big:big], (1, 2)[:-big])
for action in (lambda: items[big], lambda: "abc"[-big], lambda: items * big, lambda: "ab" * big, lambda: chr(big),
               lambda: "x".ljust(big), lambda: 1 << big, lambda: 1 << -big, lambda: bytes([big]), lambda: items.insert(big, 4)):
    try:
        print(type(action()).__name__)
    except (IndexError, OverflowError, ValueError, MemoryError) as error:
        print(type(error).__name__, error)
print(items, 0 << big, 1 >> big, -1 >> big, big in range(10), [big].index(big), round(big, -29), round(big + 5 * 10 ** 28, -29), round(-big, 2))
print(pow(3, big, 1000), pow(3, -1, big + 1), pow(big, big, 97), pow(-5, 3, -7), pow(2, -3, 7), 0 ** big, 1 ** big, (-1) ** big)
for action in (lambda: pow(2, -1, 4), lambda: pow(2, 3, 0)):
    try:
        print(action())
    except ValueError as error:
        print(error)
