# boards: virtual
from enum import Enum


class Main(Enum):
    first = "first"
    second = "second"


class Text(str, Enum):
    this = "first"
    that = "other"


print(Text.this in Main, Text.that in Main, "first" in Main, "third" in Main, 1 in Main)
