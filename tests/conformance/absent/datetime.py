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


class date(_Value):
    """A day."""

    year = property(lambda self: self._parts[0])
    month = property(lambda self: self._parts[1])
    day = property(lambda self: self._parts[2])

    def __str__(self):
        return "%04d-%02d-%02d" % self._parts

    def __format__(self, spec):
        return format(str(self), spec)


class timedelta(_Value):
    """A span of time."""


class datetime(date):
    """A moment."""
