"""Comparisons that a class derived from `int` leaves to `int`."""


class Silent(int):
    def __lt__(self, other):
        print("asked")
        return NotImplemented

    def __eq__(self, other):
        return NotImplemented

    __hash__ = int.__hash__


class Other(int):
    def __lt__(self, other):
        return NotImplemented


print(Silent(0) < 1, Silent(2) < 1)
print(1 > Silent(0), 1 > Silent(2))  # noqa: SIM300
print(Silent(0) < Silent(1), Silent(0) < Other(1))
print(Silent(1) == 1, 1 == Silent(1), Silent(1) == Silent(1), Silent(1) != 1)  # noqa: SIM300
try:
    print(Silent(1) < "a")
except TypeError as error:
    print(error)
