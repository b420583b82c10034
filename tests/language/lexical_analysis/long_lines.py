# A long expression and many statements on one line.
# boards: virtual
print(1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 13 + 14 + 15 + 16 + 17 + 18 + 19 + 20 + 21 + 22 + 23 + 24 + 25 + 26 + 27 + 28 + 29 + 30)
a = 1; b = 2; c = 3; a += b; b += c; print(a, b, c); print([a, b, c][1]); print((((((((a))))))))
x = [[[[[[[[[[1]]]]]]]]]]
print(x, x[0][0][0][0])
