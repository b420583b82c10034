# quick
# print with sep, end and everything.
import sys
print()
print(1, "a", None, [1, "b"], 1.5, (), {"k": "v"})
print(1, 2, 3, sep="")
print(1, 2, sep=", ", end=".\n")
print("a", end="")
print("b", "c", sep="\n")
print(sep="x")
print("x", sep=None, end=None)
print(*range(4), *"ab", sep="-")
print("to stdout", file=sys.stdout, flush=True)
print("é€🐍", b"bytes", "tab\there")
print(end="only end\n")
try:
    print("x", sep=5)
except TypeError as e:
    print(e)
try:
    print("x", nothing=5)
except TypeError as e:
    print("TypeError")
class P:
    def __str__(self): return "P!"
print(P(), [1], print("inner"))
