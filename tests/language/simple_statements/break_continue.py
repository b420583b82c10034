# quick
# break and continue in loops and inside try and with.
for i in range(6):
    if i == 1: continue
    if i == 4: break
    print(i)
n = 0
while True:
    n += 1
    if n % 2: continue
    if n > 6: break
    print("n", n)
for i in range(3):
    try:
        if i == 1: continue
        if i == 2: break
        print("body", i)
    finally:
        print("finally", i)
for i in range(3):
    for j in range(3):
        if j == 1: break
        if i == 1: continue
        print(i, j)
def f():
    for i in range(5):
        try:
            if i == 2: return "returned"
            continue
        finally:
            if i == 1: print("one")
print(f())
for i in range(3):
    try:
        raise ValueError
    except ValueError:
        if i == 1: break
        continue
print(i)
