# boards: virtual
"""Marks in front of UTF-8, mappings as locals, and other `__builtins__`."""

print(eval(b"\xef\xbb\xbf1 + 1"))
try:
    eval(b"\xff")
except SyntaxError as error:
    print(error.msg)


class Names(dict):
    def __getitem__(self, key):
        return 12 if key == "a" else dict.__getitem__(self, key)

    def keys(self):
        return list("zyx")


print(eval("a", {}, Names()), eval("dir()", {}, {"q": 1, "b": 2}))
print(eval("locals()", {}, {"only": 1}), type(__builtins__).__name__)
for builtins in ({"len": lambda text: -1}, {}, 123):
    try:
        print(eval("len('abc')", {"__builtins__": builtins}))
    except (NameError, TypeError) as error:
        print(type(error).__name__, error)
try:
    compile("1", "f", "eval", mode="exec")
except TypeError as error:
    print(type(error).__name__)
try:
    __import__()
except TypeError as error:
    print(error)
print(__import__(name="sys").byteorder)
import sys

sys.added = 1
print("added" in vars(sys), vars(sys)["added"], "path" in vars(sys))
