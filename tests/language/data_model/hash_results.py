# What `hash` makes of the result of `__hash__`.
class A:
    def __init__(self, v):
        self.v = v

    def __hash__(self):
        return self.v


for v in (0, 7, -7, -1, True, 1 << 20):
    print(hash(A(v)))
print(hash(A(1 << 70)) == hash(1 << 70))
