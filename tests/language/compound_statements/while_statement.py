# quick
# while with else, with constant conditions, nested.
n = 3
while n:
    print(n)
    n -= 1
else:
    print("else", n)
while n < 5:
    n += 1
    if n == 3: break
else:
    print("not reached")
print(n)
while False:
    print("never")
else:
    print("at once")
i = 0
while i < 3:
    j = 0
    while j < i:
        print(i, j)
        j += 1
    i += 1
k = 10
while (k > 0 and k != 5) or k == 99: k -= 1
print(k)
while not k < 3: k -= 1
print(k)
while True:
    while True:
        break
    else:
        print("never")
    break
