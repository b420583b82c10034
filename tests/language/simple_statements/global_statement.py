# quick
# global binds the module's name from any depth.
n = 0
def inc():
    global n
    n += 1
inc(); inc()
print(n)
def make():
    global made
    def made(): return "made"
    class K: pass
make()
print(made())
def outer():
    n = "local"
    def inner():
        global n
        n = 99
        return n
    return inner(), n
print(outer(), n)
def loop():
    global i
    for i in range(3): pass
loop()
print(i)
def deleter():
    global i
    del i
deleter()
print("i" in globals())
def several():
    global a, b
    a, b = 1, 2
several()
print(a, b)
class C:
    global inside
    inside = 5
print(inside, hasattr(C, "inside"))
