# quick
"""`exec` with globals and locals: what is assigned goes to the locals."""

space = {}
exec("x = 1\ny = x + 1", space)
print(space["x"], space["y"], sorted(key for key in space if key != "__builtins__"))
print("__builtins__" in space)

space = {"n": 10}
own = {"n": 1}
exec("print(n)\nn += 5\nm = len('four')", space, own)
print(space["n"], own)

exec("global g\ng = 3\nh = 4", space, own)
print(space["g"], own["h"], "g" in own)

# A function sees the globals, not the locals that it was defined among.
own = {}
exec("v = 1\ndef get():\n    return v\n", {"v": 2}, own)
print(own["v"], own["get"]())

# A class body sees globals only, too.
own = {}
exec("v = 1\nclass C:\n    w = v\n", {"v": 2, "__name__": "m"}, own)
print(own["C"].w)

# Comprehensions belong to the code itself.
exec("print([v + n for n in range(2)])", {"v": 5}, {"v": 7})
exec("print(list(v + n for n in range(v)))", {"v": 2}, {"v": 3})

exec("from sys import *\nok = byteorder", {}, own)
print(own["ok"])

for case in ("print(gone)", "del gone"):
    try:
        exec(case, {}, {})
    except NameError as error:
        print(error)
exec("r = 1", globals=space, locals=own)
print(own["r"])
exec("s = 1", None, None)
print(s)
