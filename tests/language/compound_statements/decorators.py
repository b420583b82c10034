# Decorators on functions and classes, with arguments, stacked.
def tag(name):
    print("tag", name)
    def wrap(f):
        print("wrap", name)
        def inner(*args, **kw):
            return (name, f(*args, **kw))
        return inner
    return wrap
@tag("outer")
@tag("inner")
def f(x, y=2): return x + y
print(f(1), f(1, y=5))
def mark(cls):
    cls.marked = True
    return cls
@mark
class C: pass
print(C.marked)
@lambda f: f() + 1
def value(): return 41
print(value)
decorators = [mark]
@decorators[0]
class D: pass
print(D.marked)
@str
class Text: pass
print("Text" in Text)
