# Bodies on the line of their header.
if 1: x = 1; y = 2
else: x = 0; y = 0
print(x, y)
for i in range(2): x += i; y += i
while x < 5: x += 1; y -= 1
def f(a): a += 1; return a
class C: p = 1; q = 2
try: 1 / 0
except ZeroDivisionError: z = "caught"; w = 1
finally: v = 3
print(x, y, f(1), C.p, C.q, z, v)
with open.__class__ and type("M", (), {"__enter__": lambda s: 1, "__exit__": lambda s, *a: None})() as m: print(m); print("two")
