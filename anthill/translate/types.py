"""The types of typed Python and how they meet: annotation -> type, join, arithmetic, C spelling.

Every type is a frozen dataclass, so equal types compare equal. Nothing here knows about programs:
struct names come from the class's own name through a `Namer`.
"""

from __future__ import annotations

import collections.abc
import enum
import types
import typing
from dataclasses import dataclass
from typing import Any

from anthill.typed import layout, marks, memory, numbers, objects, target

WORD_BITS = target.WORD_BITS


@dataclass(frozen=True)
class Type:
    """Base of all types."""

    @property
    def is_int(self) -> bool:
        return False

    @property
    def is_pointer(self) -> bool:
        """Whether it is a Value or a reference that the collector follows."""
        return False

    @property
    def is_collected(self) -> bool:
        """Whether its word is one that the collector marks from and updates."""
        return self.is_pointer

    @property
    def nullable(self) -> bool:
        return False


@dataclass(frozen=True)
class IntT(Type):
    name: str
    bits: int
    signed: bool

    @property
    def is_int(self) -> bool:
        return True

    @property
    def min(self) -> int:
        return -(1 << (self.bits - 1)) if self.signed else 0

    @property
    def max(self) -> int:
        return (1 << (self.bits - self.signed)) - 1

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class LiteralT(IntT):
    """An integer that adapts to what it meets: literals and sums of them."""


@dataclass(frozen=True)
class BoolT(Type):
    def __str__(self) -> str:
        return "bool"


@dataclass(frozen=True)
class FloatT(Type):
    name: str
    bits: int

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class ValueT(Type):
    @property
    def is_pointer(self) -> bool:
        return True

    @property
    def nullable(self) -> bool:
        return True

    def __str__(self) -> str:
        return "Value"


@dataclass(frozen=True)
class RefT(Type):
    """A reference to an object of a class."""

    cls: type
    optional: bool = False

    @property
    def is_pointer(self) -> bool:
        return True

    @property
    def nullable(self) -> bool:
        return self.optional

    def __str__(self) -> str:
        return self.cls.__name__ + (" | None" if self.optional else "")


@dataclass(frozen=True)
class ArrayT(Type):
    item: Type
    optional: bool = False

    @property
    def is_pointer(self) -> bool:
        return True

    @property
    def nullable(self) -> bool:
        return self.optional

    def __str__(self) -> str:
        return f"Array[{self.item}]" + (" | None" if self.optional else "")


@dataclass(frozen=True)
class TailT(Type):
    item: Type

    def __str__(self) -> str:
        return f"Tail[{self.item}]"


@dataclass(frozen=True)
class PtrT(Type):
    item: Type
    optional: bool = False

    @property
    def nullable(self) -> bool:
        return self.optional

    def __str__(self) -> str:
        return f"Ptr[{self.item}]"


@dataclass(frozen=True)
class FuncT(Type):
    params: tuple[Type, ...]
    result: Type
    optional: bool = False

    @property
    def nullable(self) -> bool:
        return self.optional

    def __str__(self) -> str:
        return f"Callable[[{', '.join(map(str, self.params))}], {self.result}]"


@dataclass(frozen=True)
class StaticT(Type):
    cls: type
    optional: bool = False

    @property
    def nullable(self) -> bool:
        return self.optional

    def __str__(self) -> str:
        return self.cls.__name__


@dataclass(frozen=True)
class RegistersT(Type):
    cls: type

    def __str__(self) -> str:
        return self.cls.__name__


@dataclass(frozen=True)
class RegisterBlockT(Type):
    def __str__(self) -> str:
        return "RegisterBlock"


@dataclass(frozen=True)
class ClassTableT(Type):
    item: Type

    def __str__(self) -> str:
        return f"ClassTable[{self.item}]"


@dataclass(frozen=True)
class TupleT(Type):
    items: tuple[Type, ...]

    def __str__(self) -> str:
        return f"tuple[{', '.join(map(str, self.items))}]"


@dataclass(frozen=True)
class ErrorT(Type):
    """The program's TypedError subclass; in C, the Value that it carries."""

    cls: type
    optional: bool = False

    @property
    def is_collected(self) -> bool:
        return True

    @property
    def nullable(self) -> bool:
        return self.optional

    def __str__(self) -> str:
        return self.cls.__name__


@dataclass(frozen=True)
class BytesT(Type):
    def __str__(self) -> str:
        return "bytes"


@dataclass(frozen=True)
class NoneT(Type):
    @property
    def nullable(self) -> bool:
        return True

    def __str__(self) -> str:
        return "None"


@dataclass(frozen=True)
class HostT(Type):
    """Something that exists at build time only: a module, a class, a str."""

    what: str

    def __str__(self) -> str:
        return self.what


LITERAL = LiteralT("int", WORD_BITS, True)
WORD = IntT("int", WORD_BITS, True)
UWORD = IntT("uword", WORD_BITS, False)
INTS = {
    f"{'i' if signed else 'u'}{bits}": IntT(f"{'i' if signed else 'u'}{bits}", bits, signed)
    for bits in (8, 16, 32, 64)
    for signed in (False, True)
} | {"uword": UWORD}
U8, U16, U32, U64, I64 = (INTS[name] for name in ("u8", "u16", "u32", "u64", "i64"))
BOOL = BoolT()
FLOATS = {"f32": FloatT("f32", 32), "f64": FloatT("f64", 64)}
FLOAT = FloatT("float", target.FLOAT_BITS)
VALUE = ValueT()
BYTES = BytesT()
NONE = NoneT()
OBJECT = RefT(objects.Object)


class Unusable(Exception):
    """An annotation that typed Python does not have; args: reason, remedy."""


def from_hint(hint: Any) -> Type:
    """The type that an evaluated annotation means."""
    if isinstance(hint, Type):
        return hint
    if hint is None or hint is type(None) or hint is typing.NoReturn or hint is typing.Never:
        return NONE
    if hint is bool:
        return BOOL
    if hint is int:
        return WORD
    if hint is float:
        return FLOAT
    if hint is bytes:
        return BYTES
    if hint is str:
        return HostT("str")
    if hint is objects.Value:
        return VALUE
    if isinstance(hint, numbers.IntType):
        return INTS[hint.name]
    if isinstance(hint, numbers.FloatType):
        return FLOATS[hint.name]
    if isinstance(hint, type) and not isinstance(hint, types.GenericAlias):
        return _from_class(hint)
    return _from_generic(hint)


def _from_class(cls: type) -> Type:
    if cls in (objects.Array, objects.Tail, memory.Ptr):
        raise Unusable(f"{cls.__name__} without its item type", f"write {cls.__name__}[u8] or so")
    if issubclass(cls, objects.Object):
        return RefT(cls)
    if issubclass(cls, objects.Static):
        return StaticT(cls)
    if issubclass(cls, memory.Registers):
        return RegistersT(cls)
    if cls is memory.RegisterBlock:
        return RegisterBlockT()
    if issubclass(cls, marks.TypedError):
        return ErrorT(cls)
    if issubclass(cls, enum.IntEnum | enum.IntFlag):
        return WORD
    raise Unusable(
        f"{cls.__name__} is not a type of typed Python",
        "derive the class from Object or Static, or use a type of anthill.typed",
    )


def _from_generic(hint: Any) -> Type:
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        return from_hint(args[0])
    if origin in (objects.Array, layout.LayoutTable, objects.Late):
        return ArrayT(from_hint(args[0]))
    if origin is objects.Tail:
        return TailT(from_hint(args[0]))
    if origin is memory.Ptr:
        return PtrT(from_hint(args[0]))
    if origin is objects.ClassTable:
        return ClassTableT(from_hint(args[0]))
    if origin is collections.abc.Callable and isinstance(args[0], list):
        return FuncT(tuple(from_hint(arg) for arg in args[0]), from_hint(args[1]))
    if origin is tuple and args and args[-1] is not Ellipsis:
        return TupleT(tuple(from_hint(arg) for arg in args))
    if origin in (typing.Union, types.UnionType) and type(None) in args and len(args) == 2:
        inner = from_hint(args[0] if args[1] is type(None) else args[1])
        if isinstance(inner, RefT | ArrayT | FuncT | StaticT | PtrT | ErrorT):
            return optional(inner)
        raise Unusable(f"`{inner} | None` is not a type", "only references can be None")
    if origin is typing.Final:
        return from_hint(args[0])
    raise Unusable(f"the annotation {hint} has no meaning here", "see docs/typed-python.md, Types")


def optional(inner: Type) -> Type:
    """The type with None added, where it has none yet."""
    if isinstance(inner, RefT):
        return RefT(inner.cls, True)
    if isinstance(inner, ArrayT):
        return ArrayT(inner.item, True)
    if isinstance(inner, FuncT):
        return FuncT(inner.params, inner.result, True)
    if isinstance(inner, StaticT):
        return StaticT(inner.cls, True)
    if isinstance(inner, PtrT):
        return PtrT(inner.item, True)
    if isinstance(inner, ErrorT):
        return ErrorT(inner.cls, True)
    return inner


def present(outer: Type) -> Type:
    """The type without None."""
    if isinstance(outer, RefT):
        return RefT(outer.cls)
    if isinstance(outer, ArrayT):
        return ArrayT(outer.item)
    if isinstance(outer, FuncT):
        return FuncT(outer.params, outer.result)
    if isinstance(outer, StaticT):
        return StaticT(outer.cls)
    if isinstance(outer, PtrT):
        return PtrT(outer.item)
    if isinstance(outer, ErrorT):
        return ErrorT(outer.cls)
    return outer


def common_class(a: type, b: type) -> type:
    """The nearest class that both derive from."""
    return next(base for base in a.__mro__ if issubclass(b, base))


def join(a: Type, b: Type) -> Type | None:
    """The type of a local that is assigned both; None when there is none."""
    if a == b:
        return a
    if isinstance(a, LiteralT) and b.is_int:
        return b
    if isinstance(b, LiteralT) and a.is_int:
        return a
    if a == NONE:
        return optional(b) if b == VALUE or optional(b) != b or b.nullable else None
    if b == NONE:
        return join(b, a)
    if present(a) == present(b):
        return optional(a)
    if isinstance(a, RefT) and isinstance(b, RefT):
        base = common_class(a.cls, b.cls)
        return RefT(base, a.optional or b.optional)
    if VALUE in (a, b) and a.is_pointer and b.is_pointer:
        return VALUE
    if isinstance(a, RefT | ArrayT) and isinstance(b, RefT | ArrayT):
        return RefT(objects.Object, a.nullable or b.nullable)
    return _join_numbers(a, b)


def _join_numbers(a: Type, b: Type) -> Type | None:
    if isinstance(a, FloatT) and isinstance(b, FloatT):
        return a if a.bits >= b.bits else b
    for float_type, other in ((a, b), (b, a)):
        if isinstance(float_type, FloatT) and isinstance(other, LiteralT):
            return float_type
    if a.is_int and b == BOOL:
        return WORD if isinstance(a, LiteralT) else a
    if a == BOOL and b.is_int:
        return join(b, a)
    if a.is_int and b.is_int:
        return widest(a, b)
    return None


def promote(a: Type) -> Type:
    """What arithmetic makes of one operand: narrow types and bool become `int`."""
    if a == BOOL:
        return WORD
    if isinstance(a, LiteralT):
        return a
    if isinstance(a, IntT) and (a.bits < 32 or (a.signed and a.bits <= WORD_BITS)):
        return WORD
    return a


def widest(a: Type, b: Type) -> Type | None:
    """The narrower of the two types that holds every number of both on this board."""
    assert isinstance(a, IntT) and isinstance(b, IntT)
    if a.signed == b.signed:
        return a if a.bits >= b.bits else b
    signed, unsigned = (a, b) if a.signed else (b, a)
    return signed if unsigned.bits < signed.bits else None


def holds(wide: IntT, narrow: IntT) -> bool:
    """Whether every number of the narrow type is one of the wide type on this board."""
    if wide.signed == narrow.signed:
        return wide.bits >= narrow.bits
    return wide.signed and wide.bits > narrow.bits


def arithmetic(a: Type, b: Type) -> Type | None:
    """The type of `a + b`; None where the two must not be mixed."""
    if isinstance(a, FloatT) or isinstance(b, FloatT):
        if not isinstance(a, FloatT):
            return b
        if not isinstance(b, FloatT):
            return a
        return a if a.bits >= b.bits else b
    a, b = (WORD if kind == BOOL else kind for kind in (a, b))
    if not (a.is_int and b.is_int):
        return None
    if isinstance(a, LiteralT) or isinstance(b, LiteralT):
        return promote(a if isinstance(b, LiteralT) else b)
    kind = widest(a, b) or widest(promote(a), promote(b))
    return kind and promote(kind)
