# Where := binds: functions, comprehensions, conditions.
def f():
    if (n := len("abcd")) > 3: print("long", n)
    while (n := n - 1) > 1: print(n)
    values = [y := 1, y ** 2, y + 5]
    print(values, y)
    print([last := x for x in range(4)], last)
    return n
print(f())
print((a := 5) + a, (b := (1, 2))[0], {(k := "key"): k}, f"{(z := 3)} {z}")
x = (y := 2, 3)
print(x, y, (lambda: (w := 7) + w)())
