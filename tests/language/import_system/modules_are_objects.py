# Modules have names and attributes that can be set.
import math, sys
print(math.__name__, type(math).__name__, hasattr(math, "pi"), hasattr(math, "nothing"))
m = sys.modules
print("math" in m, m["math"] is math, __name__ in m)
print(getattr(math, "floor")(2.7))
