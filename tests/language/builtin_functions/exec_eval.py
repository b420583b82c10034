# Code from text.
exec("a = 1\nb = a + 1")
print(a, b, eval("a + b"), eval("x * 2", {"x": 4}))
d = {}
exec("def f(): return 9", d)
print(d["f"]())
print(eval(compile("1 + 1", "s", "eval")))
