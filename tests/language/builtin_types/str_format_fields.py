# Fields of str.format: numbering, names, attributes, items, conversions, nested specs.
class P:
    x = 1
    def __init__(self): self.y = [10, {"k": "v"}]
    def __repr__(self): return "P()"
    def __format__(self, spec): return "<%s>" % spec
p = P()
print("{} {} {}".format(1, "a", None), "{0} {1} {0}".format("a", "b"), "{a} {b}".format(a=1, b=2), "{} {a}".format(0, a=1))
print("{0.x} {0.y[0]} {0.y[1][k]} {a[0]}".format(p, a=[5]), "{!r} {!s} {!r}".format("q", "q", p), "{:abc} {}".format(p, p))
print("{:>6}|{:<6}|{:^6}|{:*^7}|{:06.2f}|{:+d}|{:x}|{:,}".format("a", "b", "c", "d", 3.14159, 5, 255, 1234567))
print("{:{}}|{:{w}.{p}}|{0:{1}}".format("a", 5, 3.14159, w=8, p=3) if False else "{:{}}|{:{w}.{p}f}".format("a", 5, 3.14159, w=8, p=3))
print("{{}} {{{}}}".format(1), "".format(), "none".format(1, 2), "{0:{1}}".format("x", ">4"))
for f in (lambda: "{}".format(), lambda: "{a}".format(), lambda: "{0} {}".format(1), lambda: "{".format(1), lambda: "}".format(1), lambda: "{0[5]}".format([1]), lambda: "{:d}".format("a"), lambda: "{!x}".format(1), lambda: "{.y}".format(1)):
    try:
        print(f())
    except (IndexError, KeyError, ValueError, AttributeError, TypeError) as e:
        print(type(e).__name__)
