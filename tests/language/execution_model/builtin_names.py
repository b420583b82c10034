# Built-in names can be shadowed and restored; True, None are fixed.
len = lambda x: "mine"
print(len([]))
del len
print(len([1]))
def f():
    str = lambda x: "local str"
    return str(5)
print(f(), str(5))
list = [1]
print(list)
del list
print(list((2,)))
try:
    del len
except NameError as e:
    print(e)
print(__name__)
