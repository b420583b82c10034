# Tracebacks stay the same objects; contexts make no cycles; notes of __set_name__.
def f(): raise ValueError("x")
try: f()
except ValueError as e:
    t = e.__traceback__
    print(t is e.__traceback__, t.tb_next.tb_lineno)
    k = KeyError().with_traceback(t)
    print(k.__traceback__ is t)
    try:
        raise k
    except KeyError as q:
        print(q.__traceback__ is t, q.__traceback__.tb_lineno, q.__traceback__.tb_next.tb_lineno, e.__traceback__ is t)
try:
    try: undefined
    except NameError as a:
        try: 1/0
        except ZeroDivisionError: raise a
except NameError as e:
    print(repr(e.__context__), e.__context__.__context__)
class D:
    def __set_name__(self, o, n): 1/0
try:
    class C: attr = D()
except ZeroDivisionError as e: print(e.__notes__)
class N(BaseException):
    def __new__(*a): return None
try: raise IndexError from N
except TypeError as e: print(e)
