# __init__ and its return value; __new__ of plain classes.
class A:
    def __init__(self): return 5
try:
    A()
except TypeError as e:
    print(e)
class B:
    def __new__(cls, *args):
        print("new", cls.__name__, args)
        return super().__new__(cls)
    def __init__(self, *args):
        print("init", args)
B(1, 2)
class One:
    only = None
    def __new__(cls):
        if cls.only is None:
            cls.only = super().__new__(cls)
        return cls.only
print(One() is One())
class Other:
    def __new__(cls): return 5
    def __init__(self): print("never")
print(Other())
class Sub(B): pass
Sub()
class NoInit: pass
try:
    NoInit(1)
except TypeError as e:
    print(e)
