"""Classes made of fields, as CPython's `dataclasses`.

`__init__` is compiled from a text; the other methods are made once and read the names of the fields
from the class.
"""

import copy
import sys
from types import GenericAlias

__all__ = [
    "KW_ONLY",
    "MISSING",
    "Field",
    "FrozenInstanceError",
    "InitVar",
    "asdict",
    "astuple",
    "dataclass",
    "field",
    "fields",
    "is_dataclass",
    "make_dataclass",
    "replace",
]


class FrozenInstanceError(AttributeError):
    """An attribute of a frozen instance was to be changed."""


class _Missing:
    def __repr__(self):
        return f"<dataclasses.{self.__class__.__name__} object>"


class _HasDefaultFactory:
    def __repr__(self):
        return "<factory>"


class _KwOnly:
    pass


MISSING = _Missing()
KW_ONLY = _KwOnly()
_FACTORY = _HasDefaultFactory()
_EMPTY = {}


class InitVar:
    """Marks a field that is a parameter of `__init__` only."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


_FIELD = "_FIELD"
_CLASS_VAR = "_FIELD_CLASSVAR"
_INIT_VAR = "_FIELD_INITVAR"


class Field:
    """What is known of a field."""

    __slots__ = (
        "_field_type",
        "compare",
        "default",
        "default_factory",
        "hash",
        "init",
        "kw_only",
        "metadata",
        "name",
        "repr",
        "type",
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _read_only(_EMPTY if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return (
            f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
            f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},"
            f"hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},"
            f"kw_only={self.kw_only!r},_field_type={self._field_type})"
        )

    def __set_name__(self, owner, name):
        set_name = getattr(type(self.default), "__set_name__", None)
        if set_name is not None:
            set_name(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


def _read_only(mapping):
    proxy = type(object.__dict__)
    try:
        return proxy(mapping)
    except TypeError:
        return mapping


class _Parameters:
    """The arguments of the decorator."""

    def __init__(self, **given):
        for name, value in given.items():
            setattr(self, name, value)

    def __repr__(self):
        parts = [f"{name}={value!r}" for name, value in self.__dict__.items()]
        return f"_DataclassParams({','.join(parts)})"


def field(
    *,
    default=MISSING,
    default_factory=MISSING,
    init=True,
    repr=True,
    hash=None,
    compare=True,
    metadata=None,
    kw_only=MISSING,
):
    """A field that is more than an annotation and a default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# Methods. Those without a text of their own read the class.


def _compared(self):
    return tuple([getattr(self, f.name) for f in _own_fields(self) if f.compare])


def _own_fields(self):
    return [f for f in self.__dataclass_fields__.values() if f._field_type is _FIELD]


_showing = []


def _repr(self):
    cls = self.__class__
    if any(item is self for item in _showing):
        return "..."
    _showing.append(self)
    try:
        parts = [f"{f.name}={getattr(self, f.name)!r}" for f in _own_fields(self) if f.repr]
    finally:
        _showing.pop()
    return f"{cls.__qualname__}({', '.join(parts)})"


def _eq(self, other):
    if self is other:
        return True
    if other.__class__ is not self.__class__:
        return NotImplemented
    return _compared(self) == _compared(other)


def _lt(self, other):
    if other.__class__ is not self.__class__:
        return NotImplemented
    return _compared(self) < _compared(other)


def _le(self, other):
    if other.__class__ is not self.__class__:
        return NotImplemented
    return _compared(self) <= _compared(other)


def _gt(self, other):
    if other.__class__ is not self.__class__:
        return NotImplemented
    return _compared(self) > _compared(other)


def _ge(self, other):
    if other.__class__ is not self.__class__:
        return NotImplemented
    return _compared(self) >= _compared(other)


def _hash(self):
    return hash(
        tuple(
            [
                getattr(self, f.name)
                for f in _own_fields(self)
                if (f.compare if f.hash is None else f.hash)
            ]
        )
    )


def _frozen_methods(cls):
    names = frozenset(f.name for f in _own_fields(cls))

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__


def _init(cls, fields, standard, keyword_only, frozen, slots):
    """Compile `__init__`."""
    seen_default = None
    for f in standard:
        if f.init:
            if f.default is not MISSING or f.default_factory is not MISSING:
                seen_default = f
            elif seen_default:
                raise TypeError(
                    f"non-default argument {f.name!r} follows default argument "
                    f"{seen_default.name!r}"
                )
    own = "__dataclass_self__" if any(f.name == "self" for f in fields) else "self"
    space = {"_FACTORY": _FACTORY, "_set": object.__setattr__, "__name__": cls.__module__}
    parameters = [own, *[_parameter(f, space) for f in standard if f.init]]
    named = [_parameter(f, space) for f in keyword_only if f.init]
    if named:
        parameters += ["*", *named]
    body = []
    for f in fields:
        value = _value(f, space, slots)
        if value is not None:
            if frozen:
                body.append(f"_set({own},{f.name!r},{value})")
            else:
                body.append(f"{own}.{f.name}={value}")
    if hasattr(cls, "__post_init__"):
        given = ",".join([f.name for f in fields if f._field_type is _INIT_VAR])
        body.append(f"{own}.__post_init__({given})")
    text = f"def __init__({','.join(parameters)}):\n " + "\n ".join(body or ["pass"])
    exec(text, space)
    made = space["__init__"]
    annotations = {f.name: f.type for f in standard + keyword_only if f.init}
    annotations["return"] = None
    _describe(made, cls, annotations)
    return made


def _describe(function, cls, annotations=None):
    """Give a generated function what a written one would have."""
    try:
        function.__qualname__ = f"{cls.__qualname__}.{function.__name__}"
        if annotations is not None:
            function.__annotations__ = annotations
    except AttributeError:
        pass


def _parameter(f, space):
    if f.default is not MISSING:
        space[f"_default_{f.name}"] = f.default
        return f"{f.name}=_default_{f.name}"
    return f"{f.name}=_FACTORY" if f.default_factory is not MISSING else f.name


def _value(f, space, slots):
    """What `__init__` stores into a field; None for nothing."""
    if f.default_factory is not MISSING:
        space[f"_make_{f.name}"] = f.default_factory
        if f.init:
            value = f"_make_{f.name}() if {f.name} is _FACTORY else {f.name}"
        else:
            value = f"_make_{f.name}()"
    elif f.init:
        value = f.name
    elif slots and f.default is not MISSING:
        space[f"_default_{f.name}"] = f.default
        value = f"_default_{f.name}"
    else:
        return None
    return None if f._field_type is _INIT_VAR else value


# Looking at a class.


def _is_kind(annotation, name, modules):
    """Whether an annotation, which may be text, is `name` or `name[...]` from a module."""
    if isinstance(annotation, str):
        head = annotation.split("[")[0].strip()
        module, _, last = head.rpartition(".")
        return last == name and (not module or module in modules)
    return False


def _kind_of(annotation):
    if isinstance(annotation, InitVar) or annotation is InitVar:
        return _INIT_VAR
    if _is_kind(annotation, "InitVar", ("dataclasses", "dc")):
        return _INIT_VAR
    if _is_kind(annotation, "ClassVar", ("typing", "t")):
        return _CLASS_VAR
    typing = sys.modules.get("typing")
    if typing is not None:
        origin = getattr(annotation, "__origin__", annotation)
        if origin is typing.ClassVar:
            return _CLASS_VAR
    return _FIELD


def _make_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if name in cls.__dict__.get("__slots__", ()) and _is_slot(default):
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = _kind_of(annotation)
    if made._field_type in (_CLASS_VAR, _INIT_VAR) and made.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if made._field_type is _CLASS_VAR:
        if made.kw_only is not MISSING:
            raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    elif made.kw_only is MISSING:
        made.kw_only = kw_only
    if made._field_type is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(
            f"mutable default {made.default.__class__} for field {name} is not allowed: use "
            "default_factory"
        )
    return made


def _is_slot(value):
    return hasattr(type(value), "__set__") and hasattr(type(value), "__get__")


def _collect(cls, kw_only):
    """The fields of the bases and of the class, in order."""
    result = {}
    any_frozen = False
    all_frozen = None
    for base in cls.__mro__[-1:0:-1]:
        inherited = base.__dict__.get("__dataclass_fields__")
        if inherited is not None:
            for f in inherited.values():
                result[f.name] = f
            if all_frozen is None:
                all_frozen = True
            all_frozen = all_frozen and base.__dataclass_params__.frozen
            any_frozen = any_frozen or base.__dataclass_params__.frozen
    annotations = cls.__dict__.get("__annotations__", {})
    own = []
    seen_marker = False
    for name, annotation in annotations.items():
        if annotation is KW_ONLY or _is_kind(annotation, "KW_ONLY", ("dataclasses",)):
            if seen_marker:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            seen_marker = kw_only = True
        else:
            own.append(_make_field(cls, name, annotation, kw_only))
    for f in own:
        result[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    return result, any_frozen, all_frozen


def _set_new(cls, name, value):
    """Set an attribute that the class does not define; whether it did."""
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _set_hash(cls, given, unsafe_hash, eq, frozen):
    has_hash = not (given is MISSING or (given is None and "__eq__" in cls.__dict__ and not given))
    if unsafe_hash:
        if has_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        cls.__hash__ = _hash
    elif eq and not has_hash:
        cls.__hash__ = _hash if frozen else None


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref):
    given_hash = cls.__dict__.get("__hash__", MISSING)
    if given_hash is None and "__eq__" not in cls.__dict__:
        given_hash = MISSING
    fields, any_frozen, all_frozen = _collect(cls, kw_only)
    if all_frozen is not None:
        if any_frozen and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if all_frozen is False and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    cls.__dataclass_params__ = _Parameters(
        init=init,
        repr=repr,
        eq=eq,
        order=order,
        unsafe_hash=unsafe_hash,
        frozen=frozen,
        match_args=match_args,
        kw_only=kw_only,
        slots=slots,
        weakref_slot=weakref,
    )
    cls.__dataclass_fields__ = fields
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    taking = [f for f in fields.values() if f._field_type in (_FIELD, _INIT_VAR)]
    standard = [f for f in taking if not f.kw_only]
    keyword_only = [f for f in taking if f.kw_only]
    if init:
        _set_new(cls, "__init__", _init(cls, taking, standard, keyword_only, frozen, slots))
    _set_new(cls, "__replace__", _replace)
    if repr:
        _set_new(cls, "__repr__", _repr)
    if eq:
        _set_new(cls, "__eq__", _eq)
    if order:
        for name, method in (("__lt__", _lt), ("__le__", _le), ("__gt__", _gt), ("__ge__", _ge)):
            if _set_new(cls, name, method):
                raise TypeError(
                    f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using "
                    "functools.total_ordering"
                )
    if frozen:
        for method in _frozen_methods(cls):
            if _set_new(cls, method.__name__, method):
                raise TypeError(
                    f"Cannot overwrite attribute {method.__name__} in class {cls.__name__}"
                )
    _set_hash(cls, given_hash, unsafe_hash, eq, frozen)
    if not getattr(cls, "__doc__", None):
        parts = [_documented(f) for f in taking if f.init]
        try:
            cls.__doc__ = f"{cls.__name__}({', '.join(parts)})"
        except (AttributeError, TypeError):
            pass
    if match_args:
        _set_new(cls, "__match_args__", tuple([f.name for f in standard if f.init]))
    if weakref and not slots:
        raise TypeError("weakref_slot is True but slots is False")
    if slots:
        cls = _with_slots(cls, frozen)
    return cls


def _documented(f):
    kind = f.type
    name = (
        kind.__name__ if isinstance(kind, type) else kind if isinstance(kind, str) else repr(kind)
    )
    text = f"{f.name}: {name!r}" if isinstance(kind, str) else f"{f.name}: {name}"
    if f.default is not MISSING:
        return f"{text} = {f.default!r}"
    return f"{text} = <factory>" if f.default_factory is not MISSING else text


def _with_slots(cls, frozen):
    """The class anew, with `__slots__`."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    names = [f.name for f in _own_fields(cls)]
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    namespace["__slots__"] = tuple([name for name in names if name not in inherited])
    for name in names:
        namespace.pop(name, None)
    for name in ("__dict__", "__weakref__"):
        namespace.pop(name, None)
    qualname = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = qualname
    if frozen:
        for method in _frozen_methods(made):
            setattr(made, method.__name__, method)
        if "__getstate__" not in cls.__dict__:
            made.__getstate__ = _get_state
        if "__setstate__" not in cls.__dict__:
            made.__setstate__ = _set_state
    return made


def _get_state(self):
    return [getattr(self, f.name) for f in fields(self)]


def _set_state(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def dataclass(
    cls=None,
    /,
    *,
    init=True,
    repr=True,
    eq=True,
    order=False,
    unsafe_hash=False,
    frozen=False,
    match_args=True,
    kw_only=False,
    slots=False,
    weakref_slot=False,
):
    """A decorator that gives a class the methods that follow from its annotations."""

    def decorate(cls):
        return _process(
            cls,
            init,
            repr,
            eq,
            order,
            unsafe_hash,
            frozen,
            match_args,
            kw_only,
            slots,
            weakref_slot,
        )

    return decorate if cls is None else decorate(cls)


def fields(class_or_instance):
    """The fields of a dataclass or of an instance of one."""
    try:
        found = class_or_instance.__dataclass_fields__
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple([f for f in found.values() if f._field_type is _FIELD])


def _is_instance(value):
    return hasattr(type(value), "__dataclass_fields__")


def is_dataclass(obj):
    """Whether something is a dataclass or an instance of one."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, "__dataclass_fields__")


def asdict(obj, *, dict_factory=dict):
    """The fields and values of an instance, and of those in it, as dicts."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _plain(
        obj,
        lambda value, plain: dict_factory(
            [(f.name, plain(getattr(value, f.name))) for f in fields(value)]
        ),
    )


def astuple(obj, *, tuple_factory=tuple):
    """The values of an instance, and of those in it, as tuples."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _plain(
        obj,
        lambda value, plain: tuple_factory([plain(getattr(value, f.name)) for f in fields(value)]),
    )


def _plain(value, convert):
    """A copy in which instances of dataclasses are converted."""

    def plain(value):
        if _is_instance(value):
            return convert(value, plain)
        kind = type(value)
        if isinstance(value, tuple) and hasattr(value, "_fields"):
            return kind(*[plain(item) for item in value])
        if isinstance(value, (list, tuple)):
            return kind([plain(item) for item in value])
        if isinstance(value, dict):
            pairs = [(plain(key), plain(item)) for key, item in value.items()]
            if hasattr(kind, "default_factory"):
                result = kind(value.default_factory)
                for key, item in pairs:
                    result[key] = item
                return result
            return kind(pairs)
        return copy.deepcopy(value)

    return plain(value)


def make_dataclass(
    cls_name,
    fields,
    *,
    bases=(),
    namespace=None,
    init=True,
    repr=True,
    eq=True,
    order=False,
    unsafe_hash=False,
    frozen=False,
    match_args=True,
    kw_only=False,
    slots=False,
    weakref_slot=False,
    module=None,
):
    """A dataclass by its name and fields: names, (name, type) or (name, type, field)."""
    from keyword import iskeyword

    namespace = {} if namespace is None else dict(namespace)
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, "typing.Any"
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, namespace[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in annotations:
            raise TypeError(f"Field name duplicated: {name!r}")
        annotations[name] = kind
    namespace["__annotations__"] = annotations
    from types import new_class

    cls = new_class(cls_name, bases, {}, lambda space: space.update(namespace))
    if module is None:
        get_frame = getattr(sys, "_getframe", None)
        module = "__main__" if get_frame is None else get_frame(1).f_globals.get("__name__")
    if module is not None:
        cls.__module__ = module
    return dataclass(
        cls,
        init=init,
        repr=repr,
        eq=eq,
        order=order,
        unsafe_hash=unsafe_hash,
        frozen=frozen,
        match_args=match_args,
        kw_only=kw_only,
        slots=slots,
        weakref_slot=weakref_slot,
    )


def replace(obj, /, **changes):
    """A new instance with other values in some fields."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in self.__dataclass_fields__.values():
        if f._field_type is _CLASS_VAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(
                    f"field {f.name} is declared with init=False, it cannot be specified with "
                    "replace()"
                )
        elif f.name not in changes:
            if f._field_type is _INIT_VAR and f.default is MISSING:
                raise TypeError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
