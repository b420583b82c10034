# boards: virtual
"""What a code object says about its function."""


def f(a, b, /, c, *args, d, e=1, **more):
    local = a
    return local


def g():
    yield 1


code = f.__code__
print(code.co_name, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount)
print(code.co_varnames, code.co_nlocals)
print(code.co_firstlineno, code.co_filename.endswith('code_attributes.py'))
print(code.co_flags, g.__code__.co_flags, (lambda: 0).__code__.co_flags)
print(code.co_freevars)


def outer():
    x = 1

    def inner():
        return x

    return inner


print(outer().__code__.co_freevars, outer().__code__.co_flags)
print(compile("x = 1", "f", "exec").co_varnames)
print(hasattr(code, "co_nothing"))
print(code == f.__code__, code is f.__code__)
try:
    eval(outer().__code__)
except TypeError as error:
    print(error)
try:
    exec(outer().__code__)
except TypeError as error:
    print(error)
exec(g.__code__)
exec((lambda: print("called")).__code__)
