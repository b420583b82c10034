# quick
# Local, enclosing, global and built-in names.
x = "global"
def f():
    print(x)
def g():
    x = "local"
    def h():
        return x
    return h()
f()
print(g(), x)
len_ = len
def shadow():
    len = lambda v: "shadowed"
    return len([])
print(shadow(), len([1]))
def late():
    return defined_later
defined_later = 5
print(late())
def unbound():
    if False:
        y = 1
    return y
try:
    unbound()
except UnboundLocalError as e:
    print(e)
try:
    nothing_here
except NameError as e:
    print(e)
def param(x, y=x): return x, y
x = "changed"
print(param(1))
print = print
print("builtins can be copied")
def cond(flag):
    if flag:
        z = "set"
    try:
        return z
    except NameError as e:
        return str(e)
print(cond(True)); print(cond(False))
