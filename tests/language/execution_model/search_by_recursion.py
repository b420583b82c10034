# Permutations and queens.
def permutations(items):
    if len(items) <= 1: return [items]
    out = []
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1:]): out.append([items[i]] + rest)
    return out
print(permutations([1, 2, 3]))
def queens(n, row=0, columns=()):
    if row == n: return 1
    total = 0
    for c in range(n):
        if all([c != k and abs(c - k) != row - r for r, k in enumerate(columns)]):
            total += queens(n, row + 1, columns + (c,))
    return total
print(queens(5))
