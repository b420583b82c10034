# Assignment expressions.
if (n := 10) > 5:
    print(n)
print([y := 1, y + 1], [z for x in range(3) if (z := x * 2)])
while (n := n - 3) > 0:
    print(n)
print(n, z)
