# quick
# Operator precedence and associativity.
print(2 + 3 * 4, (2 + 3) * 4, 2 ** 3 ** 2, -2 ** 2, 2 ** -1)
print(10 - 4 - 3, 100 // 7 // 2, 2 * 3 % 4, 7 % 4 * 2, -7 // 2)
print(not 1 == 2, not True and False, not (True and False))
print(1 < 2 == True, (1 < 2) == True)
print(1 or 2 and 3, (1 or 2) and 3, 0 or 2 and 3)
print(1 if 0 else 2 if 0 else 3, (1 if 1 else 2) + 1, 1 if 1 else 2 + 1)
print(5 & 3 == 1, (5 & 3) == 1, 1 | 2 ^ 3 & 4)
print(~2 ** 2, not not [], -3 % 5, -(3 % 5))
print([1, 2][0] + 1, -[1, 2][1], (lambda x: x + 1)(2) * 3)
print(1 in [1] == True, 3 - -2, 3 - - - 2)
