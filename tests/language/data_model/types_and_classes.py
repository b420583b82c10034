# type(), __class__, __name__, isinstance with tuples, issubclass.
print([type(v).__name__ for v in (1, 1.5, "s", b"b", True, None, [], (), {}, range(1), bytearray(), len, type, lambda: 0, Ellipsis, slice(1))])
print(type(1) is int, type(True) is bool, type(int) is type, type(type) is type, type(None).__name__)
print(isinstance(1, int), isinstance(True, int), isinstance(1, bool), isinstance(1.0, int), isinstance("a", (int, str)), isinstance([], ()))
print(isinstance(1, object), isinstance(int, type), isinstance(None, type(None)), isinstance(1, (int, (str,))))
print(issubclass(bool, int), issubclass(int, object), issubclass(int, (str, int)), issubclass(KeyError, LookupError))
print(int, str, type, object, dict, Exception, KeyError, type(None))
class A: pass
print(A, type(A), type(A()) is A, A().__class__, A.__class__ is type)
for f in (lambda: isinstance(1, 5), lambda: issubclass(1, int), lambda: issubclass(int, "x"), lambda: isinstance(1)):
    try:
        f()
    except TypeError as e:
        print(e)
print(bool.__bases__, bool.__mro__, int.__name__, object.__bases__)
