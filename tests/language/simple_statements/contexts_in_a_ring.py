# boards: virtual
# Contexts of exceptions that are set by hand, even to a ring, and by raising again.
# context cycles
try:
    try: raise ValueError(1)
    except ValueError as a:
        b = KeyError(2); c = TypeError(3)
        b.__context__ = c; c.__context__ = b
        raise b
except KeyError as e: print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
def g():
    a = ValueError('a'); b = ValueError('b'); c = ValueError('c'); d = ValueError('d'); 
    a.__context__ = b; b.__context__ = c; c.__context__ = b
    try: raise d
    except ValueError:
        try: raise a
        except ValueError as e: print(repr(e), e.__context__ is b, b.__context__ is c, c.__context__ is b)
    try: raise a
    except ValueError:
        try: raise d
        except ValueError as e: print(e.__context__ is a)
g()
def h():
    e1 = ValueError(1)
    try:
        try: raise KeyError(2)
        except KeyError: raise e1
    except ValueError: pass
    try: raise IndexError(3)
    except IndexError:
        try: raise e1
        except ValueError as e: print(repr(e.__context__))
h()
