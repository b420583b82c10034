"""Classes made of fields, as CPython's `dataclasses`.

`__init__` is compiled from a text; the other methods are made once and read the names of the fields
from the class.
"""

import copy
import sys
from reprlib import recursive_repr
from types import GenericAlias, MappingProxyType, MemberDescriptorType

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


class _MISSING_TYPE:
    pass


class _HasDefaultFactory:
    def __repr__(self):
        return "<factory>"


class _KwOnly:
    pass


MISSING = _MISSING_TYPE()
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
        self.metadata = MappingProxyType(_EMPTY if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    @recursive_repr()
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


def _comparison(name):
    """A method that compares what is compared of two instances of one class."""

    def __eq__(self, other):
        if self is other:
            return True
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _compared(self) == _compared(other)

    def __lt__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _compared(self) < _compared(other)

    def __le__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _compared(self) <= _compared(other)

    def __gt__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _compared(self) > _compared(other)

    def __ge__(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return _compared(self) >= _compared(other)

    return locals()[name]


def _repr_method():
    def __repr__(self):
        return _repr(self)

    return __repr__


def _hash_method():
    def __hash__(self):
        values = [
            getattr(self, f.name)
            for f in _own_fields(self)
            if (f.compare if f.hash is None else f.hash)
        ]
        return hash(tuple(values))

    return __hash__


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


def _is_kind(annotation, cls, module, wanted):
    """Whether an annotation that is text begins with a name of `wanted`, from `module`, as the
    names in the module of the class say."""
    if not isinstance(annotation, str):
        return False
    prefix, name = _leading_names(annotation)
    space = getattr(sys.modules.get(cls.__module__), "__dict__", _EMPTY)
    if prefix:
        if module is None or space.get(prefix) is not module:
            return False
        space = module.__dict__
    return name and space.get(name, MISSING) is wanted


def _leading_names(text):
    """`module` and `name` of a text that begins with `module.name` or `name`."""
    text = text.strip()
    end = _end_of_name(text)
    rest = text[end:].lstrip()
    if rest[:1] == ".":
        rest = rest[1:].lstrip()
        return text[:end], rest[: _end_of_name(rest)]
    return "", text[:end]


def _end_of_name(text):
    end = 0
    while end < len(text) and (text[end] == "_" or text[end].isalnum()):
        end += 1
    return end


def _kind_of(annotation, cls):
    if isinstance(annotation, InitVar) or annotation is InitVar:
        return _INIT_VAR
    if _is_kind(annotation, cls, sys.modules[__name__], InitVar):
        return _INIT_VAR
    typing = sys.modules.get("typing")
    if typing is not None:
        if annotation is typing.ClassVar:
            return _CLASS_VAR
        if getattr(annotation, "__origin__", None) is typing.ClassVar:
            return _CLASS_VAR
        if _is_kind(annotation, cls, typing, typing.ClassVar):
            return _CLASS_VAR
    return _FIELD


def _make_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if isinstance(default, MemberDescriptorType):
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = _kind_of(annotation, cls)
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
        if annotation is KW_ONLY or _is_kind(annotation, cls, sys.modules[__name__], KW_ONLY):
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
    if callable(value):
        _describe(value, cls)
    setattr(cls, name, value)
    return False


def _set_method(cls, method):
    _describe(method, cls)
    setattr(cls, method.__name__, method)


def _set_hash(cls, given, unsafe_hash, eq, frozen):
    has_hash = not (given is MISSING or (given is None and "__eq__" in cls.__dict__ and not given))
    if unsafe_hash:
        if has_hash:
            raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
        _set_method(cls, _hash_method())
    elif eq and not has_hash:
        cls.__hash__ = None
        if frozen:
            _set_method(cls, _hash_method())


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
    _set_new(cls, "__replace__", _replace_method())
    if repr:
        _set_new(cls, "__repr__", _repr_method())
    if eq:
        _set_new(cls, "__eq__", _comparison("__eq__"))
    if order:
        for name in ("__lt__", "__le__", "__gt__", "__ge__"):
            if _set_new(cls, name, _comparison(name)):
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
        cls = _with_slots(cls, frozen, weakref)
    return cls


def _documented(f):
    """A parameter as `inspect` shows it."""
    kind = f.type
    if isinstance(kind, type) and not isinstance(kind, GenericAlias):
        module = "" if kind.__module__ == "builtins" else kind.__module__ + "."
        shown = module + kind.__qualname__
    else:
        shown = repr(kind)
        if getattr(kind, "__module__", None) == "typing":
            shown = shown.replace("typing.", "")
    text = f"{f.name}: {shown}"
    if f.default is not MISSING:
        return f"{text} = {f.default!r}"
    return f"{text} = <factory>" if f.default_factory is not MISSING else text


def _with_slots(cls, frozen, weakref):
    """The class anew, with `__slots__`."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    names = [f.name for f in _own_fields(cls)]
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ("__weakref__",))
        if hasattr(slots, "__next__"):
            raise TypeError(f"Slots of '{base.__name__}' cannot be determined")
        inherited.update((slots,) if isinstance(slots, str) else slots)
    slots = names + ["__weakref__"] if weakref else names
    namespace["__slots__"] = tuple([name for name in slots if name not in inherited])
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
            made.__getstate__ = _dataclass_getstate
        if "__setstate__" not in cls.__dict__:
            made.__setstate__ = _dataclass_setstate
    return made


def _dataclass_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
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


def _replace_method():
    def __replace__(self, /, **changes):
        return _replace(self, **changes)

    return __replace__


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
