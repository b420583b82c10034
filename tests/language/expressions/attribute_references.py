# Attributes of instances, classes, functions and modules; errors of missing ones.
class A:
    x = 1
    def m(self):
        return self.x
a = A()
print(a.x, A.x, a.m(), A.m(a))
a.x = 2
print(a.x, A.x, a.m())
del a.x
print(a.x)
def attempt(f):
    try:
        print(f())
    except AttributeError as e:
        print(str(e).split(" and no ")[0])
attempt(lambda: a.missing)
attempt(lambda: A.missing)
attempt(lambda: (1).missing)
attempt(lambda: "".missing)
attempt(lambda: None.missing)
attempt(lambda: [].missing)
attempt(lambda: len.missing)
attempt(lambda: (lambda: 0).missing)
def remove(o):
    del o.x
attempt(lambda: remove(a))
def store(o):
    o.y = 1
attempt(lambda: store(5))
attempt(lambda: store([]))
attempt(lambda: store(None))
import math
try:
    math.missing
except AttributeError as e:
    print(e)
