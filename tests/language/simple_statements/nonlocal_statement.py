# quick
# nonlocal binds the nearest enclosing function's name.
def counter():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
inc, get = counter()
inc(); inc(5)
print(get())
inc2, get2 = counter()
inc2()
print(get(), get2())
def deep():
    x = 1
    def a():
        def b():
            nonlocal x
            x = 2
            def c():
                nonlocal x
                x += 10
            c()
        b()
    a()
    return x
print(deep())
def shadow():
    x = 1
    def a():
        x = 2
        def b():
            nonlocal x
            x = 3
        b()
        return x
    return a(), x
print(shadow())
def del_cell():
    x = 1
    def d():
        nonlocal x
        del x
    d()
    try:
        return x
    except NameError:
        return "gone"
print(del_cell())
