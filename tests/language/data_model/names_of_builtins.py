"""Names of built-in attributes, whether programs use them every day or not."""

import math
from math import gcd, ldexp

word = "capi" + "talize"
print(getattr("abc", word)(), hasattr("abc", word + "d"), hasattr("abc", "zfil"))
print(str.zfill.__name__, gcd.__name__, [].append.__name__, dict.fromkeys.__name__)
print([name for name in ("capitalize", "zfill", "upper", "zfil") if name in dir(str)])
print([name for name in ("isnan", "pi", "isnam") if name in dir(math)])
print(gcd(12, 18), ldexp(0.5, 3), getattr(math, "".join(["t", "a", "u"])) == math.tau)

for call in (lambda: "a".zfill(), lambda: [].extend(x=1), lambda: "".swapped):
    try:
        call()
    except (TypeError, AttributeError) as error:
        print(error)


class Text(str):
    def zfill(self, width):
        return "own " + super().zfill(width)

    partition = None


print(Text("7").zfill(3), Text("7").partition, Text("7").rpartition("7"))
print("zfill" in vars(Text), "rpartition" in vars(str), "rpartition" in vars(Text))
capitalize = 1
print("x".capitalize(), capitalize, {"zfill": 2}["zfill"])
