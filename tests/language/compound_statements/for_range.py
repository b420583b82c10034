# quick
# for over ranges: steps, bounds, variable changed inside.
print([i for i in range(5)], [i for i in range(2, 5)], [i for i in range(0, 10, 3)])
print([i for i in range(5, 0, -1)], [i for i in range(5, 0, -2)], [i for i in range(0)], [i for i in range(5, 2)])
for i in range(3):
    print(i, end=" ")
    i += 5
print(i)
n = 4
for i in range(n):
    n = 0
print(i)
for i in range(-3, 3, 2): print(i, end=" ")
print()
for i in range(True): print(i)
def f(n):
    for i in range(n):
        for i in range(2): pass
        print(i, end=" ")
    return i
print(f(3))
try:
    for i in range(0, 5, 0): pass
except ValueError as e:
    print(e)
try:
    for i in range(1.5): pass
except TypeError as e:
    print(e)
r = range(3)
for i in r:
    for j in r: print(i * j, end=" ")
print()
