"""Counters."""


def _count_elements(mapping, iterable):
    get = mapping.get
    for element in iterable:
        mapping[element] = get(element, 0) + 1


def _count_of(item):
    return item[1]


class Counter(dict):
    """How often elements occur."""

    __module__ = "collections"

    def __init__(self, iterable=None, /, **keywords):
        super().__init__()
        self.update(iterable, **keywords)

    def __missing__(self, key):
        return 0

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        pairs = sorted(self.items(), key=_count_of, reverse=True)
        return pairs if n is None else pairs[: max(n, 0)]

    def elements(self):
        for element, count in self.items():
            for _ in range(count):
                yield element

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError(
            "Counter.fromkeys() is undefined.  Use Counter(iterable) instead."
        )

    def update(self, iterable=None, /, **keywords):
        """Add the counts of a mapping, or count elements."""
        if iterable is not None:
            if hasattr(iterable, "keys"):
                if self:
                    for element, count in iterable.items():
                        self[element] = count + self.get(element, 0)
                else:
                    super().update(iterable)
            else:
                _count_elements(self, iterable)
        if keywords:
            self.update(keywords)

    def subtract(self, iterable=None, /, **keywords):
        """Take off the counts of a mapping, or one for each element."""
        if iterable is not None:
            if hasattr(iterable, "keys"):
                for element, count in iterable.items():
                    self[element] = self.get(element, 0) - count
            else:
                for element in iterable:
                    self[element] = self.get(element, 0) - 1
        if keywords:
            self.subtract(keywords)

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, element):
        self.pop(element, None)

    def __repr__(self):
        if not self:
            return f"{self.__class__.__name__}()"
        try:
            pairs = dict(self.most_common())
        except TypeError:
            pairs = dict(self)
        return f"{self.__class__.__name__}({pairs!r})"

    def _compare(self, other, holds):
        if not isinstance(other, Counter):
            return NotImplemented
        for element in self:
            if not holds(self[element], other[element]):
                return False
        for element in other:
            if not holds(self[element], other[element]):
                return False
        return True

    def __eq__(self, other):
        return self._compare(other, lambda a, b: a == b)

    def __ne__(self, other):
        equal = self == other
        return equal if equal is NotImplemented else not equal

    def __le__(self, other):
        return self._compare(other, lambda a, b: a <= b)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        return self._compare(other, lambda a, b: a >= b)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def _combined(self, other, combine):
        """The positive ones of the counts that `combine` makes."""
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            count = combine(count, other[element])
            if count > 0:
                result[element] = count
        for element, count in other.items():
            if element not in self:
                count = combine(0, count)
                if count > 0:
                    result[element] = count
        return result

    def __add__(self, other):
        return self._combined(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._combined(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._combined(other, lambda a, b: b if a < b else a)

    def __and__(self, other):
        return self._combined(other, lambda a, b: a if a < b else b)

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def _take(self, result):
        for element in [element for element in self if element not in result]:
            del self[element]
        for element, count in result.items():
            self[element] = count
        return self

    def __iadd__(self, other):
        for element, count in other.items():
            self[element] += count
        return self._take(+self)

    def __isub__(self, other):
        for element, count in other.items():
            self[element] -= count
        return self._take(+self)

    def __ior__(self, other):
        for element, count in other.items():
            if count > self[element]:
                self[element] = count
        return self._take(+self)

    def __iand__(self, other):
        for element, count in self.items():
            if other[element] < count:
                self[element] = other[element]
        return self._take(+self)
