"""The locals of `exec` may be any mapping."""


class Noisy:
    def __getitem__(self, key):
        print("get", key)
        if key == "a":
            return 5
        raise KeyError(key)

    def __setitem__(self, key, value):
        print("set", key, type(value).__name__)

    def __delitem__(self, key):
        print("del", key)
        if key == "c":
            raise KeyError(key)


exec("b = a\ndel b", {}, Noisy())
exec("class C: pass\ndef f(): pass\nfor i in (1,): pass", {"__name__": "m"}, Noisy())
exec("import sys as system\nprint(1)", {}, Noisy())
try:
    exec("del c", {}, Noisy())
except NameError as error:
    print(error)
print(eval("a * 2", {}, Noisy()))
