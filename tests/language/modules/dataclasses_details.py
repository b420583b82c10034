# boards: virtual
import copy
import typing
from collections import deque
from dataclasses import KW_ONLY, InitVar, dataclass, field, fields
from typing import ClassVar


@dataclass
class Texts:
    a: "ClassVar[int]"
    b: "typing.ClassVar"
    c: "ClassVarious"
    d: "InitVar[int]" = 1
    e: "other.ClassVar" = 2
    f: ClassVar = 3
    _: KW_ONLY
    g: int = 4


print([f.name for f in fields(Texts)], Texts(5), Texts.f)
print(Texts.__eq__.__qualname__, Texts.__repr__.__qualname__, Texts.__eq__.__name__)
one = field()
one.type = one
print("type=...," in repr(one))
try:
    field(metadata=1)
except TypeError as error:
    print(type(error).__name__)


@dataclass
class Kinds:
    a: deque
    b: typing.List[int]
    c: typing.Optional[int] = None
    d: list[int] = field(default_factory=list)


print(Kinds.__doc__)


@dataclass
class Base:
    __slots__ = ("x",)
    x: int


@dataclass
class Derived(Base):
    x: int
    y: int


print(Derived(1, 2))


@dataclass(slots=True, frozen=True, order=True)
class Slotted:
    s: str


print(copy.deepcopy(Slotted("a")), Slotted("a") < Slotted("b"), hash(Slotted("a")) == hash(Slotted("a")))
print(Slotted.__lt__.__qualname__, Slotted.__hash__.__qualname__, Slotted.__slots__)
