"""Sums of big integers of all lengths, with and without carries at their ends."""


def sums(step):
    total = 0
    for length in range(20, 200, step):
        a = (1 << length) - 1
        for other in range(1, length + 40, step * 3):
            b = (1 << other) - 1
            for x, y in ((a, b), (a + 1, b), (a, b + 1), (a + 2, -b), (-a, -b), (-a, b)):
                if x + y - y != x or x - y + y != x:
                    print("wrong", x, y)
                z = x
                z += y
                total = (total * 31 + x + y + (x - y) + z) % 1000000007
    return total


print(sums(7))
print(sums(16))
print((1 << 64) - 1 + (1 << 64), (1 << 31) + (1 << 30), (1 << 32) + (1 << 32) - 1)
