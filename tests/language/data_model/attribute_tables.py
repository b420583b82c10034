# The attributes of built-in types and modules: every one that dir() names, and none besides.
import errno
import math

for owner in (int, str, list, dict, bytes, set, tuple, math, errno):
    names = dir(owner)
    print(all([hasattr(owner, name) for name in names]), names == sorted(names))
    print([name for name in ("", "x", "zz", "__missing__", "no such name") if hasattr(owner, name)])

table = vars(list)
print("append" in table, "nothing" in table, table["append"] is list.append)
print(len(table) == len(list(table)) == len(table.items()), sorted(table)[-1])
print(table.get("appendix"), "".join(["so", "rt"]) in table)
try:
    table["append"] = None
except TypeError as error:
    print(error)

print(math.__dict__["pi"], "tau" in math.__dict__)
math.half = 0.5
print(math.half, math.__dict__["half"], "half" in dir(math))
del math.half
print(hasattr(math, "half"), errno.errorcode[errno.EPERM] if hasattr(errno, "errorcode") else "EPERM")
print(list.__hash__, int.__hash__(5), list.__name__)
