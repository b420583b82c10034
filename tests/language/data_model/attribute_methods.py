# __getattr__, __getattribute__, __setattr__, __delattr__.
class G:
    x = 1
    def __getattr__(self, name): return ("missing", name)
g = G()
print(g.x, g.y, getattr(g, "z", 5), hasattr(g, "q"))
class S:
    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)
    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)
s = S()
s.a = 1
s.a += 1
del s.a
class All:
    def __getattribute__(self, name): return name.upper()
print(All().hello)
