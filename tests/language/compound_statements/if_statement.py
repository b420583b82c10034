# quick
# if, elif, else.
def f(n):
    if n < 0:
        return "neg"
    elif n == 0:
        return "zero"
    elif n == 1:
        return "one"
    else:
        return "many"
print([f(i) for i in (-5, 0, 1, 2)])
if 0: print("no")
elif 1: print("yes")
else: print("no")
if not 0:
    if 1 and 0:
        print("no")
    elif 0 or 5:
        print("nested")
if []: pass
else: print("empty")
x = 3
if 1 < x < 5 and x != 4 or x == 9: print("cond")
if x is not None and not x == 2 and x in (1, 3): print("cond2")
if (x == 1) == (x == 2): print("both false")
if not (x == 3 and not x == 4): print("no")
else: print("else")
