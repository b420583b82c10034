# globals, dir and vars.
x = 5
print("x" in globals(), globals()["x"], globals()["__name__"])
globals()["made"] = 7
print(made)
class A:
    b = 1
    def __init__(self): self.a = 2
print("a" in dir(A()), "b" in dir(A()), "b" in dir(A), "a" in dir(A), "append" in dir([]), vars(A()), "b" in vars(A))
import math
print("pi" in dir(math), dir(math) == sorted(dir(math)))
