# Calls nested in arguments, deep recursion with many arguments, recursion through methods.
def f(a, b, c): return a * 100 + b * 10 + c
print(f(f(0, 0, 1), f(0, 0, f(0, 0, 2)), f(0, f(0, 0, 0), 3)))
def deep(n, a, b, c, d):
    if n == 0: return a + b + c + d
    return deep(n - 1, b, c, d, a) + 0
print(deep(40, 1, 2, 3, 4))
class Tree:
    def __init__(self, depth):
        self.kids = [Tree(depth - 1) for _ in range(2)] if depth else []
        self.value = depth
    def total(self): return self.value + sum([k.total() for k in self.kids])
    def walk(self, visit):
        visit(self)
        for k in self.kids: k.walk(visit)
t = Tree(3)
print(t.total())
seen = []
t.walk(lambda node: seen.append(node.value))
print(seen)
