# __format__ is used by format() and f-strings.
class F:
    def __format__(self, spec): return "<" + spec + ">"
f = F()
print(format(f), format(f, "abc"), f"{f}", f"{f:xyz}", f"{f:{1 + 1}}")
class S:
    def __str__(self): return "s"
print(format(S()), f"{S()}", f"{S()!s:>3}")
try:
    format(S(), "d")
except TypeError as e:
    print(e)
