# boards: virtual
# Deeply nested parentheses, brackets and calls.
print(((((((((((((((((((((1)))))))))))))))))))))
print([[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]])
f = lambda x: x + 1
print(f(f(f(f(f(f(f(f(f(f(0)))))))))))
print(1 + (2 + (3 + (4 + (5 + (6 + (7 + (8 + (9 + (10 + 11))))))))))
print({1: {2: {3: {4: {5: 6}}}}}[1][2][3][4][5])
print("a" + ("b" + ("c" + ("d" + ("e" + "f")))))
print(-(-(-(-(-1)))), not not not not True)
