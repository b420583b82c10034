# enum: flags, boundaries, checks
# boards: virtual
import enum
from enum import CONFORM, CONTINUOUS, EJECT, KEEP, STRICT, UNIQUE, Flag, IntFlag, auto, verify


class Perm(Flag):
    R = 4
    W = 2
    X = 1
    RWX = 7


print(Perm.R | Perm.W, repr(Perm.R | Perm.W), Perm.R & Perm.W, Perm.R ^ Perm.RWX, ~Perm.R)
print(list(Perm), list(Perm.RWX), len(Perm.RWX), Perm.R in Perm.RWX, Perm.RWX in Perm.R)
print(bool(Perm.R & Perm.W), Perm(0), repr(Perm(0)), Perm(6), Perm(6).name, Perm(6).value, Perm.RWX.name)
print(Perm.R | Perm.W | Perm.X is Perm.RWX, (Perm.R | Perm.W) is Perm(6))
for action in (lambda: Perm(8), lambda: Perm("x"), lambda: Perm.R | 1, lambda: 1 in Perm.R):
    try:
        print(action())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


class Auto(Flag):
    A = auto()
    B = auto()
    C = auto()
    AB = A | B


print([(m.name, m.value) for m in Auto], Auto.AB, Auto["AB"].value, ~Auto.A)


class Int(IntFlag):
    R = 4
    W = 2
    X = 1


print(Int.R | Int.W, repr(Int.R | Int.W), Int.R | 8, repr(Int.R | 8), Int.R + 1, repr(~Int.R), Int(0))
print(Int.R == 4, isinstance(Int.R | Int.W, Int), 3 & Int.X, repr(2 | Int.R), list(Int(7)), Int(-1))


class Strict(Flag, boundary=STRICT):
    A = 1
    B = 4


class Conform(Flag, boundary=CONFORM):
    A = 1
    B = 4


class Eject(Flag, boundary=EJECT):
    A = 1
    B = 4


class Keep(Flag, boundary=KEEP):
    A = 1
    B = 4


for cls in (Strict, Conform, Eject, Keep):
    try:
        print(repr(cls(3)), repr(~cls.A), repr(cls(5)))
    except ValueError as e:
        print(e)


@verify(UNIQUE, CONTINUOUS)
class Good(enum.Enum):
    A = 1
    B = 2


for check, values in ((UNIQUE, {"A": 1, "B": 1}), (CONTINUOUS, {"A": 1, "B": 4})):
    try:
        verify(check)(enum.Enum("Bad", values))
    except ValueError as e:
        print(e)
print(enum.show_flag_values(11))
