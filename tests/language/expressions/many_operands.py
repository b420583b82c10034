# More temporaries than a small frame holds.
a = [i for i in range(60)]
print(a[0] + (a[1] * (a[2] + (a[3] * (a[4] + (a[5] * (a[6] + a[7])))))))
print([a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7], a[8], a[9], a[10], a[11], a[12], a[13], a[14], a[15],
       a[16], a[17], a[18], a[19], a[20], a[21], a[22], a[23], a[24], a[25], a[26], a[27], a[28], a[29], a[30]])
def f(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p):
    return [p, o, n, m, l, k, j, i, h, g, f, e, d, c, b, a]
print(f(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))
print(f(*range(16)))
print(max(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), len((1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0)))
