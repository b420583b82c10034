# boards: virtual
"""compile(..., "single"): one statement, whose values go to sys.displayhook."""

import builtins
import io
import sys


def run(source):
    space = {}
    try:
        exec(compile(source, "<typed>", "single"), space)
    except SyntaxError as error:
        print(type(error).__name__)
    except Exception as error:
        print(type(error).__name__, error)
    del space["__builtins__"]
    print(sorted(space), [sorted(k for k in vars(v) if k[0] != "_") for v in space.values() if isinstance(v, type)])


run("def f():\n    x = 1\n\n    return x\n")
run("class A:\n    x = 1\n\n    y = 2\n\n\n")
run("class A:\n    x = 1\n\n    # comment\n\n    def y(self):\n\n        pass\n")
run("x = 1\ny = 2\n")
run("x = (1,\n\n2)\n")
run("'''a\n\nb'''")
run("1; 2; None; x = 3")
run("for i in 'ab': i\n")
run("1 / 0")

buffer = io.StringIO()
before, sys.stdout = sys.stdout, buffer
exec(compile("1 + 1; 'x'", "<typed>", "single"))
sys.stdout = before
print(repr(buffer.getvalue()), builtins._)

sys.displayhook = lambda value: print("shown", value)
run("5; None; 'a'")
sys.displayhook = sys.__displayhook__
run("6")
