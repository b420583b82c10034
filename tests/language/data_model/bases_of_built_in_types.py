# What built-in types tell about themselves, and classes that derive from them.

for kind in (object, int, bool, dict, KeyError, OSError, ExceptionGroup, NotImplementedError):
    print(kind.__name__, kind.__qualname__, kind.__bases__, kind.__base__, kind.__mro__)

print(type(iter([])).__name__, type(print).__name__, type(type(iter({})).__name__) is str)
print(ExceptionGroup.__bases__ is not None, len(ExceptionGroup.__bases__))


class Own(KeyError, TypeError):
    pass


print(Own.__bases__, Own.__base__, Own.__mro__)
try:
    raise Own(3)
except LookupError as error:
    print(type(error).__name__, error)

named = {kind.__name__: kind for kind in (IndentationError, UnicodeDecodeError, frozenset)}
print(named["UnicodeDecodeError"] is UnicodeDecodeError, sorted(named))
for kind in (int, EOFError, Own):
    try:
        kind.__name__ = "Other"
        print(kind.__name__, kind.__qualname__)
    except TypeError as error:
        print(error)
try:
    frozenset.missing
except AttributeError as error:
    print(error)
