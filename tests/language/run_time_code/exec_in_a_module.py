# quick
"""`exec` at module level works in the module's own namespace."""

exec("a = 1")
exec("b = a + 1\nc = [a, b]")
print(a, b, c)
exec("def double(x):\n    return x * factor\n")
factor = 2
print(double(21))
exec("class Point:\n    kind = 'point'\n    def name(self):\n        return self.kind\n")
print(Point().name(), Point.__name__)
exec("for index in range(3):\n    print('round', index)")
print(index)
exec("import sys as system")
print(system.byteorder)
exec("del a")
try:
    print(a)
except NameError as error:
    print(error)
print(exec("1 + 1"))
exec("squares = [n * n for n in range(4)]; total = sum(squares)")
print(squares, total)
exec("")
exec("# a comment only")
exec("if True: d = 1; e = 2\n")
print(d, e)
