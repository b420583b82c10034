# quick
"""`eval` computes the value of one expression."""

x = 3
print(eval("x + 1"))
print(eval("  \t x * 2"))
print(eval("x, x"))
print(eval("(x +\n 1)"))
print(eval("[n for n in range(x)]"))
print(eval("lambda a: a + x")(1))
print(eval("x if x > 2 else -x"))
print(eval("'a' 'b'\n"))
print(eval("{'k': x}['k']"))
print(eval(b"x + 10"))
print(eval(bytearray(b"'bytes'")))
print(eval("x + y", {"x": 1, "y": 2}))
print(eval("x + y", {"x": 1, "y": 2}, {"y": 20}))
print(eval("eval('x + 1')"))
print(eval("sum(n * x for n in range(4))"))
print(eval("x", {}, {"x": "local"}))
print(eval("x", globals={"x": "keyword"}))
for source in ("x = 1", "1; 2", "", "1 +", "pass", "1 2", "import sys", "'open"):
    try:
        print(eval(source))
    except SyntaxError as error:
        print(type(error).__name__, source)
try:
    eval("1 / 0")
except ZeroDivisionError as error:
    print(error)
print(eval("(w := 4) + w"), w)
