# boards: virtual
# The cells of a closure: reading, setting and unbinding its variables.
def outer():
    x = 1
    def inner(): return x
    return inner
f = outer()
print(f.__closure__[0].cell_contents, outer.__closure__, f.__code__.co_freevars, type(f.__closure__[0]).__name__)
def counter():
    n = 0
    def add():
        nonlocal n
        n += 1
        return n
    return add
c = counter(); c(); cell = c.__closure__[0]; cell.cell_contents = 41; print(c(), cell.cell_contents)
del cell.cell_contents
try: c()
except NameError as e: print(e)
try: cell.cell_contents
except ValueError as e: print(e)
