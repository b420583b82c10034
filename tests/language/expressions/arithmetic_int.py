# quick
# Integer operators and the signs of // and %.
for a in (7, -7):
    for b in (2, -2):
        print(a, b, a + b, a - b, a * b, a // b, a % b, a / b)
print(7 // 7, -7 // 7, 0 // 5, 0 % -5, 6 % 3, -6 % 3, 6 % -3)
print(1 // 3, -1 // 3, 1 % 3, -1 % 3, 1 % -3)
print(+5, -5, ~5, ~-1, ~0, - -5, --5, -~5, ~-5, +-+5)
print(2 ** 10, (-2) ** 3, 2 ** 0, 0 ** 0, 2 ** -1, -2 ** 2, (-1) ** -1)
print(10000 * 50000, -10000 * 50000)
