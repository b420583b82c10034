# A body longer than a short jump's reach.
def f(n):
    total = 0
    for i in range(n):
        if i % 2:
            total += 1; total += 2; total += 3; total += 4; total += 5; total += 6; total += 7; total += 8
            total -= 1; total -= 2; total -= 3; total -= 4; total -= 5; total -= 6; total -= 7; total -= 8
            total += 1; total += 2; total += 3; total += 4; total += 5; total += 6; total += 7; total += 8
            total -= 1; total -= 2; total -= 3; total -= 4; total -= 5; total -= 6; total -= 7; total -= 8
            total += 1; total += 2; total += 3; total += 4; total += 5; total += 6; total += 7; total += 8
            total -= 1; total -= 2; total -= 3; total -= 4; total -= 5; total -= 6; total -= 7; total -= 8
            total += i
        else:
            total += 10
    else:
        total += 1000
    return total
print(f(10), f(0))
