"""Extended classes: objects like those of a base class, with one more reference behind all else.

An extended class declares no fields. It is the first to derive from its base, whose instances the
program must make too: the id of an extended class is that of its base and 1. So an object is copied
into an extended one, and the method that a class inherits is found, without any table.
"""

from __future__ import annotations

from typing import Any, TypeGuard, TypeVar, cast

from anthill.typed.objects import Object, Value

T = TypeVar("T")
C = TypeVar("C", bound=type)

FIRST: list[type] = []
"""Classes whose id follows that of their base."""
EXTENDED: dict[type, type] = {}
"""The extended class by its base."""


def first(cls: C) -> C:
    """Have the id of a class follow that of its base, for `inherited`."""
    FIRST.append(cls)
    return cls


def extended(cls: C) -> C:
    """Make an extended class; there is one of a base."""
    assert cls.__base__ is not None and cls.__base__ not in EXTENDED
    EXTENDED[cls.__base__] = cls
    return first(cls)


def is_extended(cls: object) -> bool:
    """Whether objects of a class have the additional word."""
    return any(cls is other for other in EXTENDED.values())


def extended_id(obj: Object) -> int:
    """The id of the class that extends that of an object; in C only."""
    raise NotImplementedError


def inherited(obj: T) -> T:
    """The object for one call of a method: the one that its class, marked `first` or `extended`,
    inherits."""
    return cast(T, super(type(obj), obj))


def is_exactly(value: object, cls: type[T]) -> TypeGuard[T]:
    """Whether an object is of this class and of none derived from it."""
    return type(value) is cls


def host_extended(obj: Object, extra: Value) -> Object:
    """What `runtime.extended.extended_copy` gives on CPython."""
    cls: Any = EXTENDED.get(type(obj), type(obj))
    result: Object = cls.__new__(cls)
    result.__dict__.update(obj.__dict__)
    result.__dict__["extra"] = extra
    return result


def host_plain(obj: Object) -> Object:
    """What `runtime.extended.plain_copy` gives on CPython."""
    cls: Any = type(obj).__base__
    result: Object = cls.__new__(cls)
    result.__dict__.update(obj.__dict__)
    result.__dict__.pop("extra", None)
    return result
