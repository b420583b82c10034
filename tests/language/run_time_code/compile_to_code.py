# quick
"""`compile` makes code objects, which `exec` and `eval` run."""

code = compile("a = 1\nb = a + 1\n", "made.py", "exec")
print(code.co_name, code.co_filename, code.co_firstlineno)
space = {}
exec(code, space)
print(space["a"], space["b"])
exec(code)
print(a, b)
expression = compile("n * n", "<expression>", "eval")
print([eval(expression, {"n": n}) for n in range(4)])
print(exec(expression, {"n": 1}), eval(code, {}))
single = compile("6 * 7", "<stdin>", "single")
exec(single)
exec(compile("None", "", "single"))
exec(compile("q = 5\n\n", "", "single"))
print(q)
print(type(code).__name__, type(code) is type((lambda: 0).__code__))
print(eval(compile(b"1 + 1", "f", mode="eval")))
print(eval(compile(source="2 + 1", filename="f", mode="eval")))
exec(compile("def f(x):\n    return x + 1\n", "f.py", "exec"))
print(f(1), f.__code__.co_filename, f.__code__.co_name, f.__code__.co_firstlineno)


def attempt(*args, **keywords):
    try:
        compile(*args, **keywords)
    except (TypeError, ValueError, SyntaxError) as error:
        print(type(error).__name__, getattr(error, "msg", error))


attempt(1, "", "exec")
attempt("1", "", "other")
attempt("1", 1, "exec")
attempt("a\0b", "f", "exec")
attempt("x = 1", "f", "eval")
attempt("return 1", "f", "exec")
attempt("yield 1", "f", "exec")
