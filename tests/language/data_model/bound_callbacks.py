# Methods and classes as callbacks, stored in containers, defaults and attributes.
class Button:
    def __init__(self, name, on_press=None):
        self.name = name
        self.on_press = on_press
    def press(self, *args):
        if self.on_press: return self.on_press(self, *args)
        return None
class Counter:
    def __init__(self): self.n = 0
    def count(self, button, by=1):
        self.n += by
        return button.name, self.n
c = Counter()
buttons = [Button("a", c.count), Button("b", lambda b: b.name * 2), Button("c"), Button("d", Counter.count if False else c.count)]
print([b.press() for b in buttons], buttons[0].press(10), c.n)
handlers = {"up": c.count, "make": Button, "len": len, "upper": str.upper}
print(handlers["up"](buttons[2]), handlers["make"]("new").name, handlers["len"]("four"), handlers["upper"]("up"))
def apply_all(fs, *args): return [f(*args) for f in fs]
print(apply_all([abs, float, str, lambda x: -x, abs], -2))
def default(f=c.count): return f(buttons[0])
print(default())
class Registry:
    items = []
    def register(self, f):
        self.items.append(f)
        return f
r = Registry()
@r.register
def one(): return 1
@r.register
def two(): return 2
print([f() for f in Registry.items], one(), r.items is Registry.items)
