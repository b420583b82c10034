# boards: virtual
import sys


def size(items):
    return len(items)


def show():
    print([size(items) for items in ([1], [1, 2])], abs(-3))


space = globals()
show()
space["len"] = lambda items: "of globals()"
show()
del space["len"]
show()
space["".join(["l", "e", "n"])] = lambda items: "of a computed name"
show()
del len
show()
space.update(len=lambda items: "of update", abs=str)
show()
space.pop("len")
del space["abs"]
show()
space |= {"len": lambda items: "of |="}
show()
del space["len"]
vars(sys.modules["__main__"]).setdefault("len", lambda items: "of setdefault")
show()
del len
exec("len = lambda items: 'of exec'")
show()
exec("del len")
show()
setattr(sys.modules["__main__"], "len", lambda items: "of setattr")
show()
delattr(sys.modules["__main__"], "len")
show()
exec("def len(items): return 'of another exec'", space)
show()
del space["len"]


def hide():
    global len
    len = lambda items: "of global"
    show()
    del len


hide()
show()
sys._getframe().f_globals["len"] = lambda items: "of a frame"
show()
