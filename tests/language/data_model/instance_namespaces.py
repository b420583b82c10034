# __dict__ of an instance is live; __class__ can be set; __getattribute__ sees every access.
class G:
    def __getattribute__(self, n):
        if n == "q": raise AttributeError("no q")
        return "got " + n
    def __getattr__(self, n): return "fallback " + n
print(G().x, G().q, G().__class__)
class P: pass
p = P(); p.a = 1
d = p.__dict__; d["b"] = 2; p.c = 3; print(p.b, d, vars(p) is d); del p.a; print(d)
p.__dict__ = {"z": 1}; print(p.z)
class Q: 
    def hi(self): return "hi"
p.__class__ = Q; print(p.hi(), p.z)
print(P.__dict__.keys() >= {"__module__"}, type(P.__dict__))
class E(Exception):
    pass
e = E("x")
e.note = 1
e.__dict__["more"] = 2
print(e.more, e.note, e.args, vars(e))
class L(list):
    pass
a = L([1])
a.x = 1
a.__dict__.update(y=2)
print(a, a.y, a.__dict__)
many = [P() for _ in range(20)]
for number, each in enumerate(many):
    vars(each)["number"] = number
    each.twice = number * 2
print(sum(each.number + each.twice for each in many), many[3].__dict__)
for value in (1, int, P):
    try:
        many[0].__class__ = value
        print(type(many[0]).__name__)
    except TypeError as error:
        print(error)
try:
    many[0].__dict__ = 3
except TypeError as error:
    print(error)
