# divmod and pow with three arguments, of numbers, of classes, and where they cannot.
print(divmod(7, 3), divmod(-7, 3), divmod(7.5, -2), divmod(10 ** 30, 7), divmod(True, 2), pow(2, 10, 1000), pow(2, 100, -7), pow(3, -2, 11))
class P:
    def __pow__(self, other, mod=None): return ("pow", other, mod)
    def __divmod__(self, other): return ("divmod", other)
    def __rdivmod__(self, other): return ("rdivmod", other)
print(pow(P(), 2), pow(P(), 2, 3), divmod(P(), 1), divmod(1, P()))
for action in (lambda: divmod(1, 0), lambda: divmod(1.5, 0), lambda: 1.5 % 0, lambda: 1.5 // 0, lambda: divmod("a", 1), lambda: divmod(1, []), lambda: pow(2, 3, 0), lambda: pow(2.5, 3, 4), lambda: pow(2, 0.5, 4), lambda: 0 ** -1, lambda: 0.0 ** -2):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(abs(*(-1,), **{}), max(*[1, 2], **{}))
