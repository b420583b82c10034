# boards: virtual
# Messages of the errors in patterns.
BAD = [
    "case a, a: pass",
    "case [a, {'k': a}]: pass",
    "case a | b: pass",
    "case [a] | [b]: pass",
    "case [a] | [a, b]: pass",
    "case a: pass\n case b: pass",
    "case _: pass\n case b: pass",
    "case [*a, *b]: pass",
    "case 1 as _: pass",
    "case C(a=1, b): pass",
    "case C(a=1, a=2): pass",
    "case {'a': 1, 'a': 2}: pass",
    "case {1: 1, 1: 2}: pass",
    "case f'{x}': pass",
    "case 1 + 2: pass",
    "case {k: 1}: pass",
    "case -x: pass",
    "case 1",
    "case {**rest, 'a': 1}: pass",
    "case {**_}: pass",
    "case 1:\n pass",
    "pass",
]
for source in BAD:
    try:
        exec("match x:\n " + source)
    except SyntaxError as e:
        print(source, "->", type(e).__name__, e.msg, e.lineno)
    else:
        print(source, "-> accepted")
try:
    exec("match x:\npass")
except SyntaxError as e:
    print(type(e).__name__, e.msg, e.lineno)
