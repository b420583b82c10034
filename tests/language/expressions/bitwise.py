# quick
# Bit operators and shifts of positive and negative ints.
print(0b1100 & 0b1010, 0b1100 | 0b1010, 0b1100 ^ 0b1010, ~0b1100)
print(-1 & 255, -256 | 15, -1 ^ 255, -5 & -3, -5 | 3, -5 ^ 3)
print(1 << 0, 1 << 10, 3 << 4, -1 << 3, 0 << 28)
print(1024 >> 3, -1024 >> 3, -1 >> 10, 5 >> 1, -5 >> 1, 5 >> 100, -5 >> 100)
print(True & 1, True | 2, True ^ True, True & False, True | False, ~True == -2)
for f in (lambda: 1 << -1, lambda: 1 >> -1):
    try:
        f()
    except ValueError as e:
        print(e)
x = 1 | 2 & 3 ^ 4 << 1
print(x, 1 + 2 << 3, 1 << 2 + 3, 8 >> 1 & 6)
