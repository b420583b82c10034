"""Containers, as CPython's `collections`. Some are in modules of their own, loaded when they are
used: boards with little flash leave them out."""

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
    found = None
    try:
        if name in ("Counter", "_count_elements"):
            import collections._counter

            found = getattr(collections._counter, name)
        elif name == "abc":
            import collections.abc as found
        elif name in __all__:
            import collections._others

            found = getattr(collections._others, name)
    except ImportError:
        pass
    if found is None:
        raise AttributeError(f"module 'collections' has no attribute {name!r}")
    globals()[name] = found
    return found


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


_KEYWORDS = """
 False None True and as assert async await break class continue def del elif else except finally
 for from global if import in is lambda nonlocal not or pass raise return try while with yield
"""


def _is_name(text):
    is_identifier = getattr(text, "isidentifier", None)
    if is_identifier is not None:
        return is_identifier()
    return text != "" and not text[0].isdigit() and text.replace("_", "a").isalnum()


def _is_keyword(text):
    return f" {text} " in _KEYWORDS.replace("\n", " ")


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A class of tuples whose items have names."""
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    field_names = [str(name) for name in field_names]
    typename = str(typename)
    if rename:
        seen = set()
        for index, name in enumerate(field_names):
            if not _is_name(name) or _is_keyword(name) or name[0] == "_" or name in seen:
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
        if not _is_name(name):
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if _is_keyword(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in field_names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)
