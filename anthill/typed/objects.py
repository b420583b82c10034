"""Heap objects, arrays and Values as CPython sees them.

An `Object` subclass declares its fields by annotation; the translator makes a C struct of them and
CPython a plain instance. One field, the last, may be a `Tail[T]`: its items lie inside the object
and its length in the object's header. A `Value` is a small integer (on CPython: an `int`), an
object, or `NULL` (on CPython: `None`), which never reaches a Python program.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import sys
from collections.abc import Callable, Iterator
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    ClassVar,
    Generic,
    TypeVar,
    cast,
    dataclass_transform,
    get_type_hints,
)

from anthill.typed.numbers import IntType, u8, u16
from anthill.typed.target import SMALL_MAX, SMALL_MIN

T = TypeVar("T")


@dataclass_transform(eq_default=False)
class Object:
    """Base of everything that lives on the heap or is frozen into flash.

    A class without `__init__` of its own gets one that takes its fields in order, those with a
    default last. `Tail` fields are not among them: create such objects with `alloc`.
    """

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        if "__init__" not in cls.__dict__ and cls.__init__ in (Object.__init__, _init_fields):
            cls.__init__ = _init_fields  # type: ignore[method-assign, assignment]


def _init_fields(self: Object, *args: Any, **kwargs: Any) -> None:
    names = [name for name, hint in field_types(type(self)).items() if not is_tail(hint)]
    values = dict(zip(names, args, strict=False))
    if len(args) > len(names):
        raise TypeError(f"{type(self).__name__} has {len(names)} fields, not {len(args)}")
    values.update(kwargs)
    for name in names:
        if name in values:
            setattr(self, name, values[name])
        elif not hasattr(type(self), name):
            raise TypeError(f"{type(self).__name__}() misses the field {name!r}")
        else:
            setattr(self, name, getattr(type(self), name))


_FIELD_TYPES: dict[tuple[type, bool], dict[str, Any]] = {}


def type_names(module: str) -> dict[str, Any]:
    """The names that annotations of a module may use: its globals and, as an import cycle allows
    no other way, what it imports under `if TYPE_CHECKING:`."""
    space = dict(vars(sys.modules[module]))
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    for test in tree.body:
        if isinstance(test, ast.If) and ast.unparse(test.test) == "TYPE_CHECKING":
            for entry in test.body:
                if isinstance(entry, ast.ImportFrom) and entry.module and not entry.level:
                    source = vars(importlib.import_module(entry.module))
                    for alias in entry.names:
                        if alias.name in source:
                            space.setdefault(alias.asname or alias.name, source[alias.name])
    return space


def field_types(cls: type, extras: bool = False) -> dict[str, Any]:
    """Fields of a typed class with their annotations evaluated, base class first.

    `extras` keeps the `Annotated[...]` around a type, as `Volatile` makes."""
    if (cls, extras) not in _FIELD_TYPES:
        fields: dict[str, Any] = {}
        for base in reversed(cls.__mro__):
            own = inspect.get_annotations(base)
            if base is object or not own:
                continue
            holder = type("_", (), {"__annotations__": dict(own)})
            try:
                space = dict(vars(sys.modules[base.__module__]))
                hints = get_type_hints(holder, globalns=space, include_extras=extras)
            except NameError:
                space = type_names(base.__module__)
                space.setdefault(base.__name__, base)
                hints = get_type_hints(holder, globalns=space, include_extras=extras)
            fields.update(hints)
        _FIELD_TYPES[cls, extras] = {
            name: hint
            for name, hint in fields.items()
            if getattr(hint, "__origin__", hint) is not ClassVar
        }
    return _FIELD_TYPES[cls, extras]


def is_tail(hint: Any) -> bool:
    """Whether a field annotation is `Tail[...]`."""
    return getattr(hint, "__origin__", None) is Tail


class _Items(Generic[T]):
    """Fixed-length typed storage: the shared half of `Array` and `Tail`."""

    def __init__(self, item_type: Any, length: int) -> None:
        self.item_type = item_type
        self.storage: Any
        if item_type is u8:
            self.storage = bytearray(length)
        elif isinstance(item_type, IntType):
            self.storage = [0] * length
        elif item_type in (int, float, bool) or type(item_type).__name__ == "FloatType":
            self.storage = [cast(Any, 0 if item_type is int else item_type(0))] * length
        else:
            self.storage = [None] * length

    def __len__(self) -> int:
        return len(self.storage)

    def __getitem__(self, index: int) -> T:
        if index < 0:
            raise IndexError("typed arrays have no negative indices")
        return cast(T, self.storage[index])

    def __setitem__(self, index: int, value: T) -> None:
        if index < 0:
            raise IndexError("typed arrays have no negative indices")
        if isinstance(self.item_type, IntType):
            number = cast(int, value)
            assert self.item_type.min <= number <= self.item_type.max, (self.item_type, value)
        self.storage[index] = value

    def __iter__(self) -> Iterator[T]:
        return iter(self.storage)


class Tail(_Items[T]):
    """Items that lie inside their object. `len(obj.items)` is the length given to `alloc`."""


class Array(_Items[T], Object):
    """A heap array of a fixed length: one header word and the items."""

    def __init__(self, item_type: Any, length: int) -> None:
        super().__init__(item_type, length)


def alloc_raw(cls: type[T], length: int) -> T:
    """As `alloc`, but the items of the `Tail`, which are no references, are anything; for machines
    with words of 64 bits."""
    return alloc(cls, length)


def alloc(cls: type[T], length: int = 0) -> T:
    """A zeroed object of `cls`; `length` is that of its `Tail`, if it has one."""
    obj = cls.__new__(cls)
    for name, hint in field_types(cls).items():
        if is_tail(hint):
            value: Any = Tail(hint.__args__[0], length)
        elif hint in (bool, float) or type(hint).__name__ == "FloatType":
            value = hint(0)
        elif hint is int or isinstance(hint, IntType):
            value = 0
        else:
            value = None
        setattr(obj, name, value)
    return obj


def array_of(item_type: type[T], length: int) -> Array[T]:
    """A new array of `length` zeros (or NULLs) of `item_type`."""
    return Array(item_type, length)


if TYPE_CHECKING:
    Value = Object
    NULL: Object
else:

    class _ValueType:
        """The annotation `Value`: any Python-level value, one machine word."""

        def __repr__(self) -> str:
            return "Value"

        def __call__(self, value: object) -> object:
            return value

        def __or__(self, other: object) -> object:
            raise TypeError("a Value may be NULL; do not write Value | None")

    Value = _ValueType()
    NULL = None


def small(number: int) -> Value:
    """The Value of a small integer. The caller knows that SMALL_MIN <= number <= SMALL_MAX."""
    assert SMALL_MIN <= number <= SMALL_MAX, number
    return cast(Value, number)


def is_small(value: Value) -> bool:
    """Whether the Value holds a small integer in its word."""
    return type(cast(Any, value)) is int


def small_int(value: Value) -> int:
    """The integer in a Value for which `is_small` holds."""
    assert is_small(value), value
    return cast(int, value)


def both_small(a: Value, b: Value) -> bool:
    """`is_small(a) and is_small(b)` in one test."""
    return is_small(a) and is_small(b)


def fits_small(number: int) -> bool:
    """Whether a machine word's integer fits into a Value."""
    return SMALL_MIN <= number <= SMALL_MAX


def _small_or_null(number: int) -> Value:
    return cast(Value, number) if SMALL_MIN <= number <= SMALL_MAX else NULL


def small_less(a: Value, b: Value) -> bool:
    """`a < b` for two small Values."""
    return cast(int, a) < cast(int, b)


def small_add(a: Value, b: Value) -> Value:
    """Sum of two small Values, NULL when it does not fit."""
    return _small_or_null(cast(int, a) + cast(int, b))


def small_sub(a: Value, b: Value) -> Value:
    """Difference of two small Values, NULL when it does not fit."""
    return _small_or_null(cast(int, a) - cast(int, b))


def small_mul(a: Value, b: Value) -> Value:
    """Product of two small Values, NULL when it does not fit."""
    return _small_or_null(cast(int, a) * cast(int, b))


def same(a: Value, b: Value) -> bool:
    """Identity of two Values: equal words. (`is` would tell equal small integers apart.)"""
    return a is b or (both_small(a, b) and a == b)


def as_a(cls: type[T], value: Value) -> T:
    """The Value as an object of `cls`, unchecked in C. The caller has looked."""
    assert isinstance(value, cls), (cls, value)
    return value


class ClassTable(Generic[T]):
    """One entry per typed class, `table[obj]` for an object's class; an array by class id in C.

    Filled at module level with `table.set(cls, entry)`; a subclass without entry has its base's.
    """

    def __init__(self, default: T) -> None:
        self.default = default
        self.entries: dict[type, T] = {}

    def set(self, cls: type, entry: T) -> None:
        self.entries[cls] = entry

    def __getitem__(self, obj: Object) -> T:
        return self.of_class(type(obj))

    def of_class(self, cls: type) -> T:
        for base in cls.__mro__:
            if base in self.entries:
                return self.entries[base]
        return self.default


_MUTABLE: list[Object] = []


def static_array(item_type: type[T], length: int) -> Array[T]:
    """A module-level array of numbers that lives in RAM for good: never moved, never freed."""
    result: Array[T] = Array(item_type, length)
    _MUTABLE.append(result)
    return result


def static_arrays() -> list[Any]:
    """Every array that `static_array` made."""
    return list(_MUTABLE)


def is_mutable(obj: object) -> bool:
    """Whether a frozen object was made by `static_array` and so goes to RAM."""
    return any(obj is other for other in _MUTABLE)


Volatile = Annotated[T, "volatile"]
"""A field that an interrupt changes: `head: Volatile[int]`. Each access is a load or store."""


Header = Annotated[T, "header"]
"""A field at the end of the header, where objects with a `Tail` have its length: of 8 or 16 bits
in constants, but 6 or 14 on the heap, as two belong to the collector."""


Beside = Annotated[T, "beside"]
"""A function in constants only: where they have places of 16 bits, it lies in a table beside them,
in 16 bits as well."""


class Static:
    """Base of the classes whose module-level instances are variables in RAM.

    Every other module-level instance is a constant. Fields start with the values that the
    instance has when the translator reads it; fields that hold Values or objects are roots.
    """


class Collected(Array[int]):
    """The constants of a class that the translator kept, laid out one behind the other.

    The array tells, in words from the array itself, where every `step`-th begins and, last, where
    they end. On CPython it is empty. `key` orders the constants; `keep` selects them. `settle` gets
    those that only `Spare` refers to, and gives the numbers of those that are to be left out.
    """

    def __init__(
        self,
        cls: type[T],
        keep: Callable[[T], bool],
        key: Callable[[T], Any],
        step: int,
        settle: Callable[[list[Any]], dict[int, int]] | None = None,
    ) -> None:
        super().__init__(u16, 0)
        self.cls, self.keep, self.key, self.step = cls, keep, key, step
        self.settle = settle


class Short:
    """What an array or tail of u16, made at build time, holds for a Value: the word of a small
    integer from 0 to 32767, or half the address of a constant, which the translator lays into the
    first 128 KB of flash. Only chips that have a place for them know these."""

    def __init__(self, value: Value) -> None:
        self.value = value


class Spare(Short):
    """A `Short` for which a number may stand instead of the constant, if nothing else refers to
    it: `settle` of a `Collected` decides, by the constant's `id`."""


class Late(Array[T]):
    """A frozen array that gets its items when the translator has found everything that it keeps:
    `complete` is called then. Its length may change until that moment."""

    def __init__(self, item_type: type[T], complete: Callable[[], None]) -> None:
        super().__init__(item_type, 0)
        self.complete = complete
