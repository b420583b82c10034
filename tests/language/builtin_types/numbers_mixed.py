# quick
# int, bool and float together in every operator.
values = [0, 1, -3, 7, True, False, 0.5, -2.0, 1e10]
for a in values:
    row = []
    for b in values:
        row.append((a + b, a - b, a * b, a == b, a < b, a >= b))
        if b: row.append((a / b, a // b, a % b))
    print(a, row)
print(1 + True, True + True, 1.0 + True, 2 * False, True / 2, 7 // True, 0.5 == False, 1.0 == True)
print(type(1 + 1.0).__name__, type(True + 1).__name__, type(1 / 1).__name__, type(3 // 1.0).__name__, type(2 ** -1).__name__, type(2 ** 1).__name__, type(True * 1.0).__name__)
print(sum([1, 2.5, True]), max(1, 1.0), min(True, 1), sorted([1.5, True, 0, -1]), 3 in [3.0], {1: "a"}.get(1.0))
print(round(7 / 2), int(7 / 2), 7 // 2, int(-3.5), -7 // 2, round(-3.5), 10 ** -2, 10.0 ** 2, (-8) ** 2, 0.1 * 3)
