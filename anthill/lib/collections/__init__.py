"""Containers, as CPython's `collections`. What is rarely used is in `collections._others`."""

from _collections import OrderedDict, defaultdict, deque

__all__ = [
    "ChainMap",
    "Counter",
    "OrderedDict",
    "UserDict",
    "UserList",
    "UserString",
    "defaultdict",
    "deque",
    "namedtuple",
]


def __getattr__(name):
    if name in ("ChainMap", "UserDict", "UserList", "UserString"):
        try:
            from collections import _others
        except ImportError:
            pass
        else:
            return getattr(_others, name)
    if name == "abc":
        import collections.abc

        return collections.abc
    raise AttributeError(f"module 'collections' has no attribute {name!r}")


# Named tuples. What all have in common is in their base.


class _NamedTuple(tuple):
    """Base of named tuples."""

    __slots__ = ()
    _fields = ()
    _field_defaults = {}

    def __new__(cls, /, *args, **keywords):
        fields = cls._fields
        if keywords or len(args) != len(fields):
            args = _arguments(cls, args, keywords)
        return tuple.__new__(cls, args)

    @classmethod
    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(result)}")
        return result

    def _replace(self, /, **changes):
        values = [changes.pop(name, value) for name, value in zip(self._fields, self)]
        if changes:
            raise TypeError(f"Got unexpected field names: {list(changes)!r}")
        return self._make(values)

    __replace__ = _replace

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __repr__(self):
        parts = [f"{name}={value!r}" for name, value in zip(self._fields, self)]
        return f"{self.__class__.__name__}({', '.join(parts)})"

    def __getnewargs__(self):
        return tuple(self)


def _arguments(cls, args, keywords):
    """The values of the fields for these arguments."""
    fields = cls._fields
    title = f"{cls.__name__}.__new__()"
    if len(args) > len(fields):
        most = len(fields) + 1
        least = most - len(cls._field_defaults)
        takes = f"from {least} to {most}" if least < most else f"{most}"
        word = "argument" if most == 1 else "arguments"
        raise TypeError(f"{title} takes {takes} positional {word} but {len(args) + 1} were given")
    values = list(args)
    missing = []
    for name in fields[len(args) :]:
        if name in keywords:
            values.append(keywords.pop(name))
        elif name in cls._field_defaults:
            values.append(cls._field_defaults[name])
        else:
            missing.append(repr(name))
    for name in keywords:
        if name in fields:
            raise TypeError(f"{title} got multiple values for argument {name!r}")
        raise TypeError(f"{title} got an unexpected keyword argument {name!r}")
    if missing:
        count = len(missing)
        if count > 2:
            missing[:-1] = [", ".join(missing[:-1]) + ","]
        word = "argument" if count == 1 else "arguments"
        raise TypeError(
            f"{title} missing {count} required positional {word}: {' and '.join(missing)}"
        )
    return values


_getters = []


def _getter(index):
    """The property for a field's place, one for all classes."""
    while len(_getters) <= index:
        _getters.append(_new_getter(len(_getters)))
    return _getters[index]


def _new_getter(index):
    return property(lambda self: self[index], doc=f"Alias for field number {index}")


_KEYWORDS = frozenset(
    """False None True and as assert async await break class continue def del elif else except
    finally for from global if import in is lambda nonlocal not or pass raise return try while with
    yield""".split()
)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A class of tuples whose items have names."""
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    field_names = [str(name) for name in field_names]
    typename = str(typename)
    if rename:
        seen = set()
        for index, name in enumerate(field_names):
            if not name.isidentifier() or name in _KEYWORDS or name[0] == "_" or name in seen:
                field_names[index] = f"_{index}"
            seen.add(name)
    _check_names(typename, field_names, rename)
    given = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(field_names):
            raise TypeError("Got more default values than field names")
        given = dict(zip(field_names[len(field_names) - len(defaults) :], defaults))
    fields = tuple(field_names)
    namespace = {
        "__slots__": (),
        "__doc__": f"{typename}({', '.join(fields)})",
        "__match_args__": fields,
        "_fields": fields,
        "_field_defaults": given,
    }
    for index, name in enumerate(fields):
        namespace[name] = _getter(index)
    result = type(typename, (_NamedTuple,), namespace)
    if module is None:
        module = _caller()
    if module is not None:
        result.__module__ = module
    return result


def _caller():
    """The name of the module that calls `namedtuple`, if it can be known."""
    import sys

    get_frame = getattr(sys, "_getframe", None)
    return "__main__" if get_frame is None else get_frame(2).f_globals.get("__name__", "__main__")


def _check_names(typename, field_names, rename):
    for name in [typename, *field_names]:
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name in _KEYWORDS:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in field_names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)


# Counters.


def _count_elements(mapping, iterable):
    get = mapping.get
    for element in iterable:
        mapping[element] = get(element, 0) + 1


def _count_of(item):
    return item[1]


class Counter(dict):
    """How often elements occur."""

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
