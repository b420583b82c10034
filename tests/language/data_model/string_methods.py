# quick
# __repr__ and __str__, and who calls which.
class Both:
    def __repr__(self): return "<repr>"
    def __str__(self): return "<str>"
class OnlyRepr:
    def __repr__(self): return "<only repr>"
class OnlyStr:
    def __str__(self): return "<only str>"
b, r = Both(), OnlyRepr()
print(b, r, [b, r], (b,), {b: r}, str(b), repr(b), str([b]))
print("%s %r %s" % (b, b, r), f"{b} {b!r} {r} {b!s}", "{" + str(r) + "}")
print(OnlyStr(), "only str" in repr(OnlyStr()), repr(OnlyStr()).startswith("<__main__.OnlyStr object at 0x"))
class Bad:
    def __repr__(self): return 5
try:
    repr(Bad())
except TypeError as e:
    print(e)
class BadStr:
    def __str__(self): return None
try:
    str(BadStr())
except TypeError as e:
    print(e)
class Plain: pass
print(str(Plain()).startswith("<__main__.Plain object at 0x"), repr(Plain), repr(Both))
