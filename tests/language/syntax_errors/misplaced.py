# boards: virtual
"""Expressions that may not stand where they do."""

PROGRAMS = """
f'{lambda: a}'
f'{lambda x: 1}'
f'{(lambda x: 1)(2)}'
f'{[lambda: 1][0]()}'
a if lambda: b else c
[a for a in b if lambda: c]
a or lambda: b
((a) := b)
(((a)) := b)
((a := 1) + (b := 2))
(x.__class__, y := 3)
f(*a, b for x in c)
f(**a, b for x in c)
def f(): [(yield) for x in y]
def f(): {(yield x) for x in y}
def f(): {x: (yield) for x in y}
def f(): {(yield): x for x in y}
def f(): ((yield x) for x in y)
def f(): [x for x in (yield)]
def f(): [x for x in y if (yield from x)]
def f(): [lambda: (yield) for x in y]
def f(): [[x for x in y] for z in (yield)]
def f(): [[x for x in (yield)] for z in y]
def f(): ((yield 1), [x for x in y])
assert a := b
assert (a := 1)
def f() -> *a: pass
def f(a: *b): pass
def f(**a: *b): pass
def f(*a: *(1,)): pass
r: *a = b
(r): *a
while lambda: 0: break
if (a := lambda: 0): pass
"""

SCRIPTS = """
match 1:
    case _(): pass
---
match 1:
    case _.a: pass
---
match [1]:
    case (*x): pass
---
match [1]:
    case (*x,): pass
---
def f(x):
    def g():
        global x
        def h():
            nonlocal x
"""


def check(program):
    try:
        exec(program, {"y": 0})
        print("accepted", program)
    except SyntaxError as error:
        print("refused", program, error.msg)
    except (NameError, TypeError) as error:
        print("accepted", program, error)


for line in PROGRAMS.strip().splitlines():
    check(line)
for script in SCRIPTS.split("---\n"):
    check(script.strip())
