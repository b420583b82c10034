# Instances keep attributes in order; __dict__ shows them.
class A:
    def __init__(self):
        self.b = 1
        self.a = 2
x = A()
x.c = 3
print(x.__dict__, sorted(x.__dict__), "c" in x.__dict__)
del x.a
print(x.__dict__)
x.a = 5
print(x.__dict__)
for i in range(20): setattr(x, "n" + str(i), i)
print(x.n0, x.n19, len(x.__dict__))
y = A()
print(y.__dict__)
y.d, y.c = 1, 2
print(y.__dict__, x.c)
z = A()
del z.b, z.a
print(z.__dict__)
z.late = 1
print(z.__dict__, vars(z) == {"late": 1})
