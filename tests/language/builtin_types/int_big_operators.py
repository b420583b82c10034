# quick
# Every operator on integers around the edges of machine words and beyond, in every mixture.
numbers = [0, 1, -1, 7, 65535, 65536, 2 ** 30 - 1, -2 ** 30, 2 ** 32, 2 ** 62, -2 ** 62 - 1, 3 ** 60, -3 ** 61]
for a in numbers:
    row = []
    for b in numbers:
        row += [a + b, a - b, a * b, a & b, a | b, a ^ b, a < b, a == b]
        if b:
            row += [a // b, a % b, a / b]
    print(sum(row), row[-3:])
for a in numbers:
    print(a << 3, a << 33, a >> 1, a >> 17, a >> 100, -a, ~a, abs(a), bool(a), a ** 3)
print(True + 2 ** 70, 2 ** 70 * True, False | -2 ** 70, 2 ** 70 & True, True < 2 ** 70)
n = 2 ** 100
n += 1
n *= -3
n //= 7
n -= 2 ** 90
n %= 10 ** 20
n <<= 40
n >>= 3
n |= 5
n &= ~4
n ^= 2 ** 80
n **= 2
print(n)
