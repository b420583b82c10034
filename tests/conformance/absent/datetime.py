"""The dates and spans that tests of other modules use as values."""


class _Value:
    def __new__(cls, *parts, **named):
        made = object.__new__(cls)
        made._parts = parts + tuple(named.values())
        return made

    def __eq__(self, other):
        return isinstance(other, _Value) and self._parts == other._parts

    def __hash__(self):
        return hash(self._parts)

    def __lt__(self, other):
        return self._parts < other._parts

    def __repr__(self):
        return f"datetime.{type(self).__name__}({', '.join(map(repr, self._parts))})"


class date(_Value):  # noqa: N801
    """A day."""

    year = property(lambda self: self._parts[0])
    month = property(lambda self: self._parts[1])
    day = property(lambda self: self._parts[2])

    def __str__(self):
        year, month, day = self._parts
        return f"{year:04}-{month:02}-{day:02}"

    def __format__(self, spec):
        return format(str(self), spec)


class timedelta(_Value):  # noqa: N801
    """A span of time."""


class datetime(date):  # noqa: N801
    """A moment."""
