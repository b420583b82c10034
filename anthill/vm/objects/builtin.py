"""Builtins: functions and methods written in typed Python, as constant objects.

The decorators below register a typed function under a Python name when its module is imported and
return it unchanged. A call checks the number of arguments and, for methods, the type of `self`;
optional arguments that are missing arrive as NULL.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from anthill.typed import (
    NULL,
    Array,
    Beside,
    Header,
    Object,
    Ptr,
    Value,
    array_of,
    as_a,
    inline,
    u8,
    u16,
    word_of,
)
from anthill.typed.objects import Short, Spare
from anthill.vm.features import LARGE, SHORT
from anthill.vm.messages import message
from anthill.vm.objects.container import Title, Titled

if TYPE_CHECKING:
    from anthill.vm.objects.module import Module
    from anthill.vm.objects.str import Str
    from anthill.vm.objects.tuple import Tuple
    from anthill.vm.objects.type import Type
    from anthill.vm.writer import Writer

F = TypeVar("F", bound=Callable[..., Any])

ANY_NUMBER = 15
"""`most_of` a builtin without limit."""
METHOD = 128
"""In `arity_of`: the first argument is `self`."""
LEAST = 4

if TYPE_CHECKING:
    Constant = Any
    Kind = int
    KindField = Any
else:
    Constant = u16 if SHORT else Value
    Kind = u16 if LARGE else u8
    KindField = Header[u16] if LARGE else u8


class Builtin(Titled):
    """A builtin function or method; the subclasses hold the typed function."""

    kind: KindField
    """An index into TABLES."""

    def invoke(self, args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
        """Call the typed function; the caller has checked the arguments."""
        return NULL

    def write_repr(self, out: Writer) -> None:
        owner = owner_of(self)
        if owner is None:
            out.write_message(message("<built-in function "))
            out.write_text(title_of(self.title))
        else:
            out.write_message(message("<method '"))
            out.write_text(title_of(self.title))
            out.write_message(message("' of '"))
            type_object.write_name(owner, out)
            out.write_message(message("' objects"))
        out.write_message(message(">"))

    def get_attribute(self, name: Str) -> Value:
        if LARGE and name is make_name("__qualname__"):
            return qualified_name(self)
        if LARGE and name is make_name("__get__") and not attributes.is_method(self):
            return NULL
        if name is make_name("__name__") or name is make_name("__qualname__"):
            return title_of(self.title)
        return attributes.bound_attribute(self, name)

    def call(self, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
        return binding.call_builtin(self, args, count, names)


class Tables(Object):
    """What many builtins share, by their `kind`: 0 for a function without parameters."""

    arities: Array[u8]
    """METHOD, the fewest arguments from bit LEAST on, and below the most."""
    owners: Array[u8]
    """An index into `types`."""
    types: Array[Constant]
    """The types of `self`; the first is NULL for functions."""
    keywords: Array[u8]
    """An index into `ends`."""
    ends: Array[Kind]
    """Where names end in `names` and those of the next index begin."""
    names: Array[Constant]
    """Names of the parameters that may be given by keyword, the last ones, or for a variadic
    builtin, those that come in its third argument."""


TABLES = Tables.__new__(Tables)
TABLES.owners, TABLES.types = array_of(u8, 2), array_of(Constant, 1)
TABLES.keywords = array_of(u8, 2)
TABLES.ends, TABLES.names = array_of(Kind, 2), array_of(Constant, 0)
TABLES.arities = array_of(u8, 2)
TABLES.arities[1] = u8(1 << LEAST | 1)

ONE_ARGUMENT = 1
"""The `kind` of a function of one argument."""


@inline
def constant_value(item: Constant) -> Value:
    """An item of a table of constants."""
    if SHORT:
        return short_value(int(item))
    found: Value = item
    return found


def owner_of(called: Builtin) -> Type | None:
    """The type of `self`, None for a function."""
    owner = constant_value(TABLES.types[TABLES.owners[called.kind]])
    return as_a(type_object.Type, owner) if owner is not NULL else None


def qualified_name(called: Builtin) -> Str:
    """The name, with that of the type whose method it is."""
    owner = owner_of(called)
    title = title_of(called.title)
    if owner is None:
        return title
    return str_object.join2(
        str_object.join2(type_object.name_of(owner), str_object.text(".")), title
    )


def keyword_count(called: Builtin) -> int:
    """How many names may be given by keyword."""
    at = int(TABLES.keywords[called.kind])
    return int(TABLES.ends[at + 1]) - int(TABLES.ends[at])


def find_keyword(called: Builtin, name: Str) -> int:
    """The index of an interned string among these names, -1 if it is none."""
    at = int(TABLES.keywords[called.kind])
    first = int(TABLES.ends[at])
    for index in range(first, int(TABLES.ends[at + 1])):
        title = TABLES.names[index]
        if is_name(int(title), name) if SHORT else title is name:
            return index - first
    return -1


@inline
def arity_of(called: Builtin) -> int:
    """What tells how many arguments a builtin takes."""
    return int(TABLES.arities[called.kind])


@inline
def least_of(called: Builtin) -> int:
    """The fewest arguments, `self` included."""
    return arity_of(called) >> LEAST & 7


@inline
def most_of(called: Builtin) -> int:
    """The most arguments, `self` included."""
    return arity_of(called) & ANY_NUMBER


def title_of(title: Title) -> Str:
    """The name of a builtin or getter."""
    if SHORT:
        return name_of(int(title))
    return as_a(str_object.Str, title)


def short_title(name: Str) -> Title:
    """A name known when the image is built, as builtins hold it; those on the heap, too: names lie
    in the first 32 KB, so it has 14 bits."""
    if SHORT:
        return u16(word_of(name) >> 1)
    return name


class Builtin0(Builtin):
    """A builtin without parameters."""

    function: Beside[Callable[[], Value]]

    def invoke(self, args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
        return self.function()


class Builtin1(Builtin):
    """A builtin with one parameter."""

    function: Beside[Callable[[Value], Value]]

    def invoke(self, args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
        return self.function(args[0] if count > 0 else NULL)


class Builtin2(Builtin):
    """A builtin with two parameters."""

    function: Beside[Callable[[Value, Value], Value]]

    def invoke(self, args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
        return self.function(args[0] if count > 0 else NULL, args[1] if count > 1 else NULL)


class Builtin3(Builtin):
    """A builtin with three parameters."""

    function: Beside[Callable[[Value, Value, Value], Value]]

    def invoke(self, args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
        return self.function(
            args[0] if count > 0 else NULL,
            args[1] if count > 1 else NULL,
            args[2] if count > 2 else NULL,
        )


class Builtin4(Builtin):
    """A builtin with four parameters."""

    function: Beside[Callable[[Value, Value, Value, Value], Value]]

    def invoke(self, args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
        return self.function(
            args[0] if count > 0 else NULL,
            args[1] if count > 1 else NULL,
            args[2] if count > 2 else NULL,
            args[3] if count > 3 else NULL,
        )


class BuiltinVariadic(Builtin):
    """A builtin that gets its positional arguments as pointer and count, and the Values of its
    keywords, NULL where missing."""

    function: Beside[Callable[[Ptr[Value], int, Ptr[Value]], Value]]

    def invoke(self, args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
        return self.function(args, count, keywords)


class BuiltinRaw(Builtin):
    """A builtin that takes any call as it is."""

    function: Beside[Callable[[Ptr[Value], int, Tuple | None], Value]]

    def call(self, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
        binding.check_count(self, args, count)
        return self.function(args, count, names)


class Getter(Titled):
    """A data attribute of a built-in type, computed by a typed function."""

    get: Beside[Callable[[Value], Value]]


class Setter(Getter):
    """A data attribute that can be set or deleted, too."""

    set: Callable[[Value, Value], None]


FIXED: list[type[Builtin]] = [Builtin0, Builtin1, Builtin2, Builtin3, Builtin4]


# What follows runs at build time only.


_kinds: list[tuple[int, Type | None, str]] = [(0, None, ""), (1 << LEAST | 1, None, "")]
_owners: list[Type | None] = [None]
_keywords: list[str] = [""]


def _kind(arity: int, owner: Type | None, keywords: str) -> int:
    """The index of what builtins share in the tables."""
    if keywords not in _keywords:
        _keywords.append(keywords)
        for title in keywords.split():
            TABLES.names = _longer(TABLES.names, host_title(title))
        TABLES.ends = _longer(TABLES.ends, len(TABLES.names))
    if owner not in _owners:
        _owners.append(owner)
        TABLES.types = _longer(TABLES.types, host_constant(owner))
    if (arity, owner, keywords) not in _kinds:
        _kinds.append((arity, owner, keywords))
        TABLES.arities = _longer(TABLES.arities, arity)
        TABLES.owners = _longer(TABLES.owners, _owners.index(owner))
        TABLES.keywords = _longer(TABLES.keywords, _keywords.index(keywords))
    return _kinds.index((arity, owner, keywords))


def _longer(items: Array[Any], item: Any) -> Array[Any]:
    """A table with an item more."""
    longer: Array[Any] = array_of(items.item_type, len(items) + 1)
    longer.storage[:] = [*items, item]
    return longer


def host_constant(item: Any) -> Any:
    """What a table of constants has for an object or None, at build time."""
    return item if not SHORT else 0 if item is None else Short(item)


def host_title(title: str) -> Any:
    """What the fields of builtins have for a name, at build time."""
    return name(title) if not SHORT else Spare(name(title))


def host_text(title: Any) -> str:
    """The name in such a field."""
    return str_object.host_text(title.value if SHORT else title)


def fill_builtin(
    made: Builtin, title: str, owner: Type | None, least: int, most: int, keywords: str = ""
) -> None:
    """Give a builtin its fields, at build time."""
    assert 0 <= least < 8 and least <= most <= ANY_NUMBER, title
    arity = METHOD * (owner is not None) | least << LEAST | most

    def fill() -> None:
        made.title = host_title(title)
        made.kind = Kind(_kind(arity, owner, keywords))

    type_object.when_ready(fill)


def make_builtin(
    called: Callable[..., Any],
    title: str,
    owner: Type | None = None,
    *,
    required: int = -1,
    keywords: str = "",
    variadic: bool = False,
    raw: bool = False,
    least: int = 0,
    most: int = -1,
) -> Builtin:
    """The Builtin of a typed function; the parameters are those of `method`."""
    if variadic or raw:
        cls: Any = BuiltinRaw if raw else BuiltinVariadic
        most = ANY_NUMBER if most < 0 else most
    else:
        most = len(inspect.signature(called).parameters)
        least = most if required < 0 else required
        if most >= len(FIXED):
            raise TypeError(f"{title}: a builtin with {most} parameters must be variadic")
        cls = FIXED[most]
    builtin: Builtin = type_object.host_object(cls, function=called)
    fill_builtin(builtin, title, owner, least, most, keywords)
    return builtin


def method(owner: Type, title: str, **options: Any) -> Callable[[F], F]:
    """Make a typed function a method of a built-in type.

    A function of up to four Values, `self` among them, has a fixed number of parameters, of which
    the first `required` must be given (all unless told). `keywords` names the last ones if they may
    be given by keyword. With `variadic=True` it takes `(args, count, keywords)`: between `least`
    and `most` (-1: any number of) positional arguments including `self`, and the Values of the
    parameters that `keywords` names, NULL where missing. With `raw=True` it takes
    `(args, count, names)`: any keywords, their values behind the positional arguments.
    """

    def register(called: F) -> F:
        type_object.define(owner, title, make_builtin(called, title, owner, **options))
        return called

    return register


def function(module: Module, title: str, **options: Any) -> Callable[[F], F]:
    """Make a typed function one of a built-in module; options as for `method`."""

    def register(called: F) -> F:
        module.define(title, make_builtin(called, title, **options))
        return called

    return register


def constructor(owner: Type, **options: Any) -> Callable[[F], F]:
    """Have a typed function make the objects when a built-in type is called: it takes the
    arguments, not the type; options as for `method`."""

    def register(called: F) -> F:
        def fill() -> None:
            title = host_text(owner.title)
            owner.constructor = make_builtin(called, title, **options)

        type_object.when_ready(fill)
        return called

    return register


def static_method(owner: Type, title: str, **options: Any) -> Callable[[F], F]:
    """Make a typed function a static method of a built-in type; options as for `method`."""

    def register(called: F) -> F:
        def fill() -> None:
            made = make_builtin(called, title, **options)
            wrapped = type_object.host_object(method_object.StaticMethod, function=made)
            type_object.define(owner, title, wrapped)

        type_object.when_ready(fill)
        return called

    return register


def class_method(owner: Type, title: str, **options: Any) -> Callable[[F], F]:
    """Make a typed function, which gets the type first, a class method of a built-in type."""

    def register(called: F) -> F:
        def fill() -> None:
            made = make_builtin(called, title, **options)
            wrapped = type_object.host_object(method_object.ClassMethod, function=made)
            type_object.define(owner, title, wrapped)

        type_object.when_ready(fill)
        return called

    return register


def getter(owner: Type, title: str) -> Callable[[F], F]:
    """Make a typed function of `self` compute a data attribute of a built-in type."""

    def register(called: F) -> F:
        _getters[id(owner), title] = called
        _define_getter(owner, title, type_object.host_object(Getter, get=called))
        return called

    return register


def setter(owner: Type, title: str) -> Callable[[F], F]:
    """Have a typed function of `self` and the Value, NULL to delete, set what `getter` gets."""

    def register(called: F) -> F:
        get = _getters[id(owner), title]
        _define_getter(owner, title, type_object.host_object(Setter, get=get, set=called))
        return called

    return register


def _define_getter(owner: Type, title: str, entry: Getter) -> None:
    type_object.when_ready(lambda: setattr(entry, "title", host_title(title)))
    type_object.define(owner, title, entry)


_getters: dict[tuple[int, str], Callable[..., Any]] = {}

# Modules of an import cycle: only functions use their names. The decorators work from here on.
from anthill.vm.objects import type as type_object  # noqa: E402

BUILTIN_TYPE: Type = type_object.builtin_type("builtin_function_or_method", Builtin)
GETTER_TYPE = type_object.builtin_type("getset_descriptor", Getter)

from anthill.vm.interpreter import attributes, binding  # noqa: E402
from anthill.vm.objects import method as method_object  # noqa: E402
from anthill.vm.objects import str as str_object  # noqa: E402
from anthill.vm.objects.names import is_name, name_of, short_value  # noqa: E402
from anthill.vm.objects.str import name  # noqa: E402
from anthill.vm.objects.str import name as make_name  # noqa: E402
