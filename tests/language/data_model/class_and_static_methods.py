# Class methods, static methods, and their inheritance.
class A:
    count = 0
    @classmethod
    def make(cls, *args):
        cls.count += 1
        return cls.__name__, args
    @staticmethod
    def plain(x, y=2): return x * y
    def use(self): return self.make(1), self.plain(3)
class B(A):
    @classmethod
    def make(cls): return "B", super().make("from B")
print(A.make(5), A().make(6), A.plain(4), A().plain(4, 5), A().use(), A.count)
print(B.make(), B.count, A.count, B.plain(1))
f = A.make
print(f(9), A.count)
print([m("x") for m in (A.make,)], callable(A.plain), list(map(A.plain, [1, 2])))
