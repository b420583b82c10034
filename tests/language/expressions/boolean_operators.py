# quick
# and, or and not yield operands and stop early.
def v(x):
    print("v", repr(x))
    return x
print(v(0) and v(1))
print(v(2) and v(3))
print(v(0) or v("") or v([]))
print(v("") or v("x") or v("y"))
print(not v([]), not v([0]))
print(v(1) and v(0) or v(5))
print((v(0) or v(1)) and v(2))
x = None or "default"
print(x, 0 and 1 / 0, 1 or 1 / 0)
if not (v(0) or v(0)) and v(1):
    print("yes")
