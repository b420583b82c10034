"""Names for annotations, as CPython's `typing`: they subscript, compare and show as there.

Nothing is checked that only a type checker needs.
"""

import collections
import collections.abc
import sys
from abc import ABCMeta
from types import GenericAlias, UnionType

TYPE_CHECKING = False

__all__ = """
AbstractSet Annotated Any AnyStr AsyncContextManager AsyncGenerator AsyncIterable AsyncIterator
Awaitable BinaryIO ByteString Callable ChainMap ClassVar Collection Concatenate Container
ContextManager Coroutine Counter DefaultDict Deque Dict Final ForwardRef FrozenSet Generator
Generic Hashable IO ItemsView Iterable Iterator KeysView List Literal LiteralString Mapping
MappingView Match MutableMapping MutableSequence MutableSet NamedTuple Never NewType NoDefault
NoReturn NotRequired Optional OrderedDict ParamSpec ParamSpecArgs ParamSpecKwargs Pattern
Protocol ReadOnly Required Reversible Self Sequence Set Sized SupportsAbs SupportsBytes
SupportsComplex SupportsFloat SupportsIndex SupportsInt SupportsRound TYPE_CHECKING Text TextIO
Tuple Type TypeAlias TypeAliasType TypeGuard TypeIs TypeVar TypeVarTuple TypedDict Union Unpack
ValuesView assert_never assert_type cast clear_overloads dataclass_transform final get_args
get_origin get_overloads get_protocol_members get_type_hints is_protocol is_typeddict
no_type_check overload override reveal_type runtime_checkable
""".split()


# How types look.


def _type_repr(item):
    if isinstance(item, type):
        if item.__module__ == "builtins":
            return item.__qualname__
        return f"{item.__module__}.{item.__qualname__}"
    if item is ...:
        return "..."
    if isinstance(item, list):
        return f"[{', '.join(map(_type_repr, item))}]"
    if isinstance(item, type(_type_repr)):
        return item.__name__
    return repr(item)


def _converted(item):
    """A type for what stands for one in an annotation."""
    if item is None:
        return type(None)
    if isinstance(item, str):
        return ForwardRef(item)
    return item


def _unique(items):
    result = []
    for item in items:
        if item not in result:
            result.append(item)
    return result


def _parameters(args):
    """The type variables in arguments, each once."""
    found = []
    for item in args:
        if isinstance(item, (list, tuple)):
            found += _parameters(item)
        elif isinstance(item, _Variable):
            found.append(item)
        elif not isinstance(item, type):
            found += getattr(item, "__parameters__", ())
    return tuple(_unique(found))


def _replaced(item, values):
    """A type with other types in place of variables."""
    if isinstance(item, _Variable):
        return values.get(item, item)
    if isinstance(item, (list, tuple)):
        return type(item)([_replaced(part, values) for part in item])
    own = getattr(item, "__parameters__", ())
    if own and not isinstance(item, type):
        return item[tuple([values.get(variable, variable) for variable in own])]
    return item


class _Operators:
    """Base of what can be in a union."""

    __slots__ = ()

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class _Form(_Operators):
    """A special form, `Any` or `Union` or `List`."""

    __slots__ = ("__origin__", "_make", "_name")

    def __init__(self, name, make=None, origin=None):
        self._name = name
        self._make = make
        self.__origin__ = origin

    @property
    def __name__(self):
        return self._name

    @property
    def __module__(self):
        return "typing"

    def __repr__(self):
        return f"typing.{self._name}"

    def __getitem__(self, args):
        if self._make is None:
            raise TypeError(f"{self!r} is not subscriptable")
        return self._make(self, args if isinstance(args, tuple) else (args,))

    def __call__(self, *args, **keywords):
        if isinstance(self.__origin__, type):
            raise TypeError(
                f"Type {self._name} cannot be instantiated; use "
                f"{self.__origin__.__name__}() instead"
            )
        raise TypeError(f"Cannot instantiate {self!r}")

    def __mro_entries__(self, bases):
        if self.__origin__ is None:
            raise TypeError(f"Cannot subclass {self!r}")
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        if self.__origin__ is None:
            raise TypeError(f"{self} cannot be used with isinstance()")
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        if self.__origin__ is None:
            raise TypeError(f"{self} cannot be used with issubclass()")
        return issubclass(cls, self.__origin__)

    def __getattr__(self, name):
        if name[:2] == "__" or self.__origin__ is None:
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __reduce__(self):
        return self._name

    def __hash__(self):
        return hash(self._name)


class _Alias(_Operators):
    """`origin[args]`."""

    def __init__(self, origin, args, name=None, form=None):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _parameters(args)
        self._name = name
        self._form = form

    def __repr__(self):
        title = f"typing.{self._name}" if self._name else _type_repr(self.__origin__)
        args = self.__args__
        if self._name == "Optional":
            args = [item for item in args if item is not type(None)]
        if self._name == "Callable" and args:
            *args, result = args
            if args == [...]:
                shown = "..., " + _type_repr(result)
            elif len(args) == 1 and isinstance(args[0], (ParamSpec, _Alias)) and _is_spec(args[0]):
                shown = f"{args[0]!r}, {_type_repr(result)}"
            else:
                shown = f"[{', '.join(map(_type_repr, args))}], {_type_repr(result)}"
        elif self._name == "Literal":
            shown = ", ".join(map(repr, args))
        elif self._name == "Annotated":
            shown = ", ".join([_type_repr(self.__origin__), *map(repr, self.__metadata__)])
        else:
            shown = ", ".join(map(_type_repr, args)) if args else "()"
        return f"{title}[{shown}]"

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            if isinstance(other, UnionType) and self.__origin__ is Union:
                return set(self.__args__) == set(other.__args__)
            return NotImplemented
        if self.__origin__ is not other.__origin__:
            return self.__origin__ == other.__origin__ and self.__args__ == other.__args__
        if self.__origin__ is Union:
            return set(self.__args__) == set(other.__args__)
        if self._name == "Literal":
            return set(map(_typed, self.__args__)) == set(map(_typed, other.__args__))
        return self.__args__ == other.__args__ and self._extra() == other._extra()

    def _extra(self):
        return getattr(self, "__metadata__", None)

    def __hash__(self):
        if self.__origin__ is Union or self._name == "Literal":
            return hash(frozenset(self.__args__))
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        own = self.__parameters__
        if not own:
            raise TypeError(f"{self!r} is not a generic class")
        if len(own) == 1 and isinstance(own[0], ParamSpec) and len(args) != 1:
            args = (list(args),)
        if len(args) != len(own):
            if any(isinstance(variable, TypeVarTuple) for variable in own):
                args = _spread(own, args)
            else:
                many = "many" if len(args) > len(own) else "few"
                raise TypeError(
                    f"Too {many} arguments for {self!r}; actual {len(args)}, expected {len(own)}"
                )
        values = dict(zip(own, [_converted(item) for item in args]))
        new = []
        for item in self.__args__:
            value = _replaced(item, values)
            if self._name == "Callable" and isinstance(value, list):
                new += value
            else:
                new.append(value)
        new = tuple(new)
        if self.__origin__ is Union:
            return Union[new]
        result = _Alias(self.__origin__, new, self._name, self._form)
        if self._name == "Annotated":
            result.__origin__ = new[0]
            result.__metadata__ = self.__metadata__
        return result

    def __call__(self, *args, **keywords):
        if not callable(self.__origin__) or self.__origin__ is Union:
            raise TypeError(f"Cannot instantiate {self!r}")
        if self._name and isinstance(self._form, _Form) and self._name not in ("Annotated",):
            raise TypeError(
                f"Type {self._name} cannot be instantiated; use "
                f"{self.__origin__.__name__}() instead"
            )
        result = self.__origin__(*args, **keywords)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __mro_entries__(self, bases):
        if not isinstance(self.__origin__, type):
            raise TypeError(f"Cannot subclass {self!r}")
        if self.__origin__ is Generic:
            for base in bases[bases.index(self) + 1 :]:
                if isinstance(base, _Alias) or (
                    isinstance(base, type) and issubclass(base, Generic)
                ):
                    return ()
        elif self._name and self.__origin__ is not Protocol and not _has_generic(bases, self):
            return self.__origin__, Generic
        return (self.__origin__,)

    def __instancecheck__(self, obj):
        if self.__origin__ is Union:
            return isinstance(obj, self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __subclasscheck__(self, cls):
        if self.__origin__ is Union:
            return issubclass(cls, self.__args__)
        raise TypeError("Subscripted generics cannot be used with class and instance checks")

    def __iter__(self):
        yield Unpack[self]

    def __getattr__(self, name):
        if name[:2] == "__" and name[-2:] == "__":
            raise AttributeError(name)
        return getattr(self.__origin__, name)


def _has_generic(bases, alias):
    for base in bases:
        if base is not alias and isinstance(base, _Alias) and base.__origin__ is Generic:
            return True
        if isinstance(base, type) and issubclass(base, Generic):
            return True
    return False


def _typed(value):
    return type(value), value


def _spread(own, args):
    """Give a TypeVarTuple among variables what the others leave."""
    place = next(n for n, variable in enumerate(own) if isinstance(variable, TypeVarTuple))
    behind = len(own) - place - 1
    end = len(args) - behind
    return (*args[:place], tuple(args[place:end]), *args[end:])


def _is_spec(item):
    return isinstance(item, ParamSpec) or getattr(item, "_name", "") == "Concatenate"


# Forms.


def _plain(form, args):
    if len(args) != 1:
        raise TypeError(f"{form} accepts only single type. Got {args}.")
    return _Alias(form, (_converted(args[0]),), form._name, form)


def _union(form, args):
    if not args:
        raise TypeError("Cannot take a Union of no types.")
    flat = []
    for item in map(_converted, args):
        if isinstance(item, UnionType) or (isinstance(item, _Alias) and item.__origin__ is Union):
            flat += item.__args__
        else:
            flat.append(item)
    flat = _unique(flat)
    if len(flat) == 1:
        return flat[0]
    optional = len(flat) == 2 and type(None) in flat
    return _Alias(Union, tuple(flat), "Optional" if optional else "Union", form)


def _optional(form, args):
    if len(args) != 1:
        raise TypeError(f"{form} requires a single type. Got {args}.")
    return Union[args[0], None]


def _literal(form, args):
    flat = []
    for item in args:
        flat += item.__args__ if getattr(item, "_name", None) == "Literal" else (item,)
    known = []
    unique = []
    for item in flat:
        if _typed(item) not in known:
            known.append(_typed(item))
            unique.append(item)
    return _Alias(form, tuple(unique), "Literal", form)


def _annotated(form, args):
    if len(args) < 2:
        raise TypeError(
            "Annotated[...] should be used with at least two arguments (a type and an annotation)."
        )
    inner, *metadata = args
    inner = _converted(inner)
    if isinstance(inner, _Alias) and inner._name == "Annotated":
        metadata = [*inner.__metadata__, *metadata]
        inner = inner.__origin__
    result = _Alias(inner, (inner,), "Annotated", form)
    result.__metadata__ = tuple(metadata)
    return result


def _callable(form, args):
    if len(args) != 2:
        raise TypeError("Callable must be used as Callable[[arg, ...], result].")
    takes, result = args
    if takes is not ... and not isinstance(takes, list) and not _is_spec(takes):
        raise TypeError(f"Callable[args, result]: args must be a list. Got {takes}")
    takes = list(map(_converted, takes)) if isinstance(takes, list) else [takes]
    return _Alias(collections.abc.Callable, (*takes, _converted(result)), "Callable", form)


def _several(form, args):
    return _Alias(form, tuple(map(_converted, args)), form._name, form)


def _tuple(form, args):
    if args == ((),):
        args = ()
    return _Alias(tuple, tuple(map(_converted, args)), "Tuple", form)


def _collection(count):
    """How to subscript an alias of a class with so many parameters."""

    def make(form, args):
        if len(args) != count:
            many = "many" if len(args) > count else "few"
            raise TypeError(
                f"Too {many} arguments for {form!r}; actual {len(args)}, expected {count}"
            )
        return _Alias(form.__origin__, tuple(map(_converted, args)), form._name, form)

    return make


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(self):
        return "typing.Any" if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type."""

    def __new__(cls, *args, **keywords):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


NoReturn = _Form("NoReturn")
Never = _Form("Never")
Self = _Form("Self")
LiteralString = _Form("LiteralString")
TypeAlias = _Form("TypeAlias")
ClassVar = _Form("ClassVar", _plain)
Final = _Form("Final", _plain)
Required = _Form("Required", _plain)
NotRequired = _Form("NotRequired", _plain)
ReadOnly = _Form("ReadOnly", _plain)
TypeGuard = _Form("TypeGuard", _plain)
TypeIs = _Form("TypeIs", _plain)
Unpack = _Form("Unpack", _plain)
Union = _Form("Union", _union)
Optional = _Form("Optional", _optional)
Literal = _Form("Literal", _literal)
Annotated = _Form("Annotated", _annotated)
Concatenate = _Form("Concatenate", _several)
Callable = _Form("Callable", _callable, collections.abc.Callable)
Tuple = _Form("Tuple", _tuple, tuple)

_CLASSES = {
    "List": (list, 1),
    "Set": (set, 1),
    "FrozenSet": (frozenset, 1),
    "Dict": (dict, 2),
    "Type": (type, 1),
    "Deque": (collections.deque, 1),
    "DefaultDict": (collections.defaultdict, 2),
    "OrderedDict": (collections.OrderedDict, 2),
    "Counter": (collections.Counter, 1),
    "ChainMap": (collections.ChainMap, 2),
    "AbstractSet": (collections.abc.Set, 1),
}
_ABSTRACT = """
Awaitable1 Coroutine3 AsyncIterable1 AsyncIterator1 AsyncGenerator2 Iterable1 Iterator1
Reversible1 Container1 Collection1 MutableSet1 Mapping2 MutableMapping2 Sequence1 MutableSequence1
KeysView1 ItemsView2 ValuesView1 MappingView1 Generator3 Hashable0 Sized0 ByteString0
"""


def __getattr__(name):
    """The names that stand for classes, made when they are used."""
    for entry in _ABSTRACT.split():
        if entry[:-1] == name:
            _CLASSES[name] = getattr(collections.abc, name), int(entry[-1])
    if name in ("Pattern", "Match"):
        import re

        _CLASSES[name] = getattr(re, name), 1
    if name in ("ContextManager", "AsyncContextManager"):
        import contextlib

        _CLASSES[name] = getattr(contextlib, "Abstract" + name), 1
    if name not in _CLASSES:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    origin, count = _CLASSES[name]
    made = globals()[name] = _Form(name, _collection(count) if count else None, origin)
    return made


class ForwardRef(_Operators):
    """A type by its name."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        self.__forward_arg__ = arg

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"

    def _evaluate(self, space, names):
        return _converted(eval(self.__forward_arg__, space, names))


# Variables.


class _NoDefault:
    def __repr__(self):
        return "typing.NoDefault"


NoDefault = _NoDefault()


_declared = {}
exec("def declare[T, *Ts, **P](): pass\ntype Alias = None", _declared)


class _Kind(type):
    """The metaclass of type variables: those of either origin are instances."""

    def __instancecheck__(cls, obj):
        return super().__instancecheck__(obj) or type(obj) in cls._native


class _Variable(_Operators, metaclass=_Kind):
    """Base of type variables."""

    _native = tuple(map(type, _declared["declare"].__type_params__))

    def __init__(self, name, bound, covariant, contravariant, infer_variance, default):
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")
        self.__name__ = name
        self.__bound__ = None if bound is None else _converted(bound)
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self.__default__ = default
        self.__module__ = _caller(3)

    def has_default(self):
        return self.__default__ is not NoDefault

    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        return (
            "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        ) + self.__name__

    def __mro_entries__(self, bases):
        raise TypeError(f"Cannot subclass an instance of {type(self).__name__}")

    def __reduce__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        return arg


class TypeVar(_Variable):
    """A type variable."""

    _native = _Variable._native[:1]

    def __init__(
        self,
        name,
        *constraints,
        bound=None,
        covariant=False,
        contravariant=False,
        infer_variance=False,
        default=NoDefault,
    ):
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        super().__init__(name, bound, covariant, contravariant, infer_variance, default)
        self.__constraints__ = tuple(map(_converted, constraints))


class ParamSpec(_Variable):
    """A variable for the parameters of a function."""

    _native = _Variable._native[2:]

    def __init__(
        self,
        name,
        *,
        bound=None,
        covariant=False,
        contravariant=False,
        infer_variance=False,
        default=NoDefault,
    ):
        super().__init__(name, bound, covariant, contravariant, infer_variance, default)

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class ParamSpecArgs:
    """`P.args`."""

    _name = "args"

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f"{self.__origin__.__name__}.{self._name}"

    def __eq__(self, other):
        return type(self) is type(other) and self.__origin__ == other.__origin__

    def __hash__(self):
        return hash((self._name, self.__origin__))


class ParamSpecKwargs(ParamSpecArgs):
    """`P.kwargs`."""

    _name = "kwargs"


class TypeVarTuple(_Variable):
    """A variable for any number of types."""

    _native = _Variable._native[1:2]

    def __init__(self, name, *, default=NoDefault):
        super().__init__(name, None, False, False, True, default)

    def __iter__(self):
        yield Unpack[self]


class TypeAliasType(_Operators, metaclass=_Kind):
    """A type with a name of its own."""

    _native = (type(_declared["Alias"]),)

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__value__ = value
        self.__type_params__ = self.__parameters__ = type_params
        self.__module__ = _caller(2)

    def __repr__(self):
        return self.__name__

    def __getitem__(self, args):
        if not self.__parameters__:
            raise TypeError("Only generic type aliases are subscriptable")
        return GenericAlias(self, args)


def _caller(depth):
    """The name of a module up the stack, if it can be known."""
    get_frame = getattr(sys, "_getframe", None)
    if get_frame is None:
        return "__main__"
    try:
        return get_frame(depth).f_globals.get("__name__", "__main__")
    except ValueError:
        return "__main__"


AnyStr = TypeVar("AnyStr", bytes, str)
Text = str


# Generic classes.


class Generic:
    """Base of classes with type parameters."""

    __slots__ = ()

    @classmethod
    def __class_getitem__(cls, args):
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple(map(_converted, args))
        if cls is Generic or cls is Protocol:
            if not args:
                raise TypeError(f"Parameter list to {cls.__qualname__}[...] cannot be empty")
            for item in args:
                if not isinstance(item, _Variable) and getattr(item, "_name", "") != "Unpack":
                    raise TypeError(
                        f"Parameters to {cls.__name__}[...] must all be type variables or "
                        "parameter specification variables."
                    )
            if len(set(args)) != len(args):
                raise TypeError(f"Parameters to {cls.__name__}[...] must all be unique")
            return _Alias(cls, args, cls.__name__)
        own = cls.__parameters__
        if not own:
            raise TypeError(f"{cls!r} is not a generic class")
        if len(own) == 1 and isinstance(own[0], ParamSpec) and not isinstance(args[0], list):
            args = (list(args),)
        variadic = any(isinstance(variable, TypeVarTuple) for variable in own)
        if len(args) != len(own) and not variadic:
            least = sum(not variable.has_default() for variable in own)
            if not least <= len(args) <= len(own):
                many = "many" if len(args) > len(own) else "few"
                expected = len(own) if least == len(own) else f"at least {least}"
                raise TypeError(
                    f"Too {many} arguments for {cls!r}; actual {len(args)}, expected {expected}"
                )
            args += tuple([variable.__default__ for variable in own[len(args) :]])
        return _Alias(cls, tuple([tuple(x) if isinstance(x, list) else x for x in args]))

    def __init_subclass__(cls, *args, **keywords):
        super().__init_subclass__(*args, **keywords)
        bases = cls.__dict__.get("__orig_bases__")
        if bases is None:
            if "__parameters__" not in cls.__dict__:
                cls.__parameters__ = ()
            return
        if Generic in bases:
            raise TypeError("Cannot inherit from plain Generic")
        found = _parameters(bases)
        given = None
        for base in bases:
            if isinstance(base, _Alias) and base.__origin__ in (Generic, Protocol):
                if given is not None:
                    raise TypeError("Cannot inherit from Generic[...] multiple times.")
                given = base.__parameters__
        if given is not None:
            missing = [variable for variable in found if variable not in given]
            if missing:
                shown = ", ".join(map(str, missing))
                listed = ", ".join(map(str, given))
                raise TypeError(
                    f"Some type variables ({shown}) are not listed in Generic[{listed}]"
                )
            found = given
        cls.__parameters__ = tuple(found)


_NOT_ATTRIBUTES = frozenset(
    """__abstractmethods__ __annotations__ __dict__ __doc__ __init__ __module__ __new__ __slots__
    __subclasshook__ __weakref__ __class_getitem__ __match_args__ __static_attributes__
    __firstlineno__ __parameters__ __orig_bases__ __orig_class__ _is_protocol _is_runtime_protocol
    __protocol_attrs__ __non_callable_proto_members__ __type_params__ _abc_registry _abc_children
    _abc_known _abc_asked __qualname__ __init_subclass__""".split()
)


def _protocol_attributes(cls):
    """The names that a protocol asks for."""
    found = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ("Protocol", "Generic"):
            continue
        for name in [*base.__dict__, *base.__dict__.get("__annotations__", ())]:
            if name not in _NOT_ATTRIBUTES and not name.startswith("_abc_"):
                found.add(name)
    return found


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if cls is Protocol or not getattr(cls, "_is_protocol", False):
            return super().__instancecheck__(instance)
        if not getattr(cls, "_is_runtime_protocol", False):
            if cls in type(instance).__mro__:
                return True
            raise TypeError(
                "Instance and class checks can only be used with @runtime_checkable protocols"
            )
        if super().__instancecheck__(instance):
            return True
        for name in cls.__protocol_attrs__:
            try:
                value = getattr(instance, name)
            except AttributeError:
                return False
            if value is None and callable(getattr(cls, name, None)):
                return False
        return True

    def __subclasscheck__(cls, other):
        if cls is Protocol or not getattr(cls, "_is_protocol", False):
            return super().__subclasscheck__(other)
        if not isinstance(other, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if cls in other.__mro__:
            return True
        if not getattr(cls, "_is_runtime_protocol", False):
            raise TypeError(
                "Instance and class checks can only be used with @runtime_checkable protocols"
            )
        data = [name for name in cls.__protocol_attrs__ if not callable(getattr(cls, name, None))]
        if data:
            raise TypeError(
                "Protocols with non-method members don't support issubclass(). Non-method "
                f"members: {str(sorted(data))[1:-1]}."
            )
        return super().__subclasscheck__(other)


def _protocol_hook(cls, other):
    if not cls.__dict__.get("_is_protocol", False):
        return NotImplemented
    for name in cls.__protocol_attrs__:
        for base in other.__mro__:
            value = base.__dict__.get(name, base)
            if value is base and base.__module__ == "builtins":
                value = getattr(base, name, base)
            if value is None:
                return NotImplemented
            if value is not base or name in base.__dict__.get("__annotations__", ()):
                break
        else:
            return NotImplemented
    return True


def _no_init(self, *args, **keywords):
    if type(self)._is_protocol:
        raise TypeError("Protocols cannot be instantiated")


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base of classes that say what others have to have."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False

    def __init_subclass__(cls, *args, **keywords):
        super().__init_subclass__(*args, **keywords)
        if not cls.__dict__.get("_is_protocol", False):
            cls._is_protocol = any(base is Protocol for base in cls.__bases__)
        if cls._is_protocol:
            for base in cls.__bases__:
                if base not in (object, Generic) and not getattr(base, "_is_protocol", False):
                    if base.__module__ not in ("collections.abc", "contextlib"):
                        raise TypeError(
                            f"Protocols can only inherit from other protocols, got {base!r}"
                        )
            cls.__protocol_attrs__ = _protocol_attributes(cls)
            if "__subclasshook__" not in cls.__dict__:
                cls.__subclasshook__ = classmethod(_protocol_hook)
            if cls.__init__ is Protocol.__init__:
                cls.__init__ = _no_init
        elif cls.__init__ is _no_init:
            for base in cls.__mro__[1:]:
                own = base.__dict__.get("__init__", _no_init)
                if own is not _no_init:
                    cls.__init__ = own
                    break
            else:
                cls.__init__ = object.__init__


def runtime_checkable(cls):
    """Let a protocol be used with `isinstance`."""
    if not isinstance(cls, type) or not getattr(cls, "_is_protocol", False):
        raise TypeError(f"@runtime_checkable can be only applied to protocol classes, got {cls!r}")
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp, /):
    """Whether a class is a protocol."""
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def get_protocol_members(tp, /):
    """The names that a protocol asks for."""
    if not is_protocol(tp):
        raise TypeError(f"{tp!r} is not a Protocol")
    return frozenset(tp.__protocol_attrs__)


def _supports(name, method):
    def required(self): ...

    required.__isabstractmethod__ = True
    required.__name__ = method
    cls = _ProtocolMeta(
        name, (Protocol,), {method: required, "__module__": "typing", "__slots__": ()}
    )
    return runtime_checkable(cls)


SupportsInt = _supports("SupportsInt", "__int__")
SupportsFloat = _supports("SupportsFloat", "__float__")
SupportsComplex = _supports("SupportsComplex", "__complex__")
SupportsBytes = _supports("SupportsBytes", "__bytes__")
SupportsIndex = _supports("SupportsIndex", "__index__")
SupportsAbs = _supports("SupportsAbs", "__abs__")
SupportsRound = _supports("SupportsRound", "__round__")


class IO(Generic[AnyStr]):
    """Streams, for annotations."""


class TextIO(IO[str]):
    """Text streams."""


class BinaryIO(IO[bytes]):
    """Streams of bytes."""


# Classes made of annotations.


_FORBIDDEN = frozenset(
    """__new__ __init__ __slots__ __getnewargs__ _fields _field_defaults _field_types _make _replace
    _asdict _source""".split()
)


def _make_named_tuple(name, types, module, defaults=()):
    types = {field: _converted(kind) for field, kind in types}
    made = collections.namedtuple(name, types, defaults=defaults, module=module)
    made.__annotations__ = types
    return made


class _NamedTupleMeta(type):
    def __new__(cls, name, bases, namespace):
        for base in bases:
            if base is not _NamedTupleBase and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        types = namespace.get("__annotations__", {})
        defaults = []
        for field in types:
            if field in namespace:
                defaults.append(namespace[field])
            elif defaults:
                raise TypeError(
                    f"Non-default namedtuple field {field} cannot follow default field(s) "
                    f"{', '.join([name for name in types if name in namespace])}"
                )
        made = _make_named_tuple(name, types.items(), namespace["__module__"], defaults)
        if Generic in bases:
            made.__class_getitem__ = classmethod(GenericAlias)
        for key, value in namespace.items():
            if key in _FORBIDDEN:
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__module__", "__annotations__", "__orig_bases__") and key not in types:
                setattr(made, key, value)
        return made


class _NamedTupleBase:
    pass


def NamedTuple(typename, fields=None, /, **keywords):
    """A named tuple whose fields have types; also a base of classes."""
    if fields is None:
        fields = keywords.items()
    return _make_named_tuple(typename, fields, _caller(2))


class _NamedTupleForm:
    """`NamedTuple`, to be called or derived from."""

    __name__ = "NamedTuple"
    __module__ = "typing"
    _make = staticmethod(NamedTuple)

    def __call__(self, *args, **keywords):
        return self._make(*args, **keywords)

    def __mro_entries__(self, bases):
        return (_named_tuple_base,)

    def __repr__(self):
        return "<function NamedTuple>"


_named_tuple_base = type.__new__(_NamedTupleMeta, "NamedTuple", (_NamedTupleBase,), {})
_NamedTupleBase = _named_tuple_base
NamedTuple = _NamedTupleForm()


class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError(
                    "cannot inherit from both a TypedDict type and a non-TypedDict base class"
                )
        space = {key: value for key, value in namespace.items() if key != "__annotations__"}
        made = type.__new__(_TypedDictMeta, name, (dict,), space)
        annotations = {}
        required, optional, read_only = set(), set(), set()
        for base in bases:
            annotations.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", set())
            optional |= base.__dict__.get("__optional_keys__", set())
            read_only |= base.__dict__.get("__readonly_keys__", set())
        for key, kind in namespace.get("__annotations__", {}).items():
            kind = _converted(kind)
            annotations[key] = kind
            qualifiers = _qualifiers(kind)
            needed = "Required" in qualifiers or (total and "NotRequired" not in qualifiers)
            (required if needed else optional).add(key)
            (optional if needed else required).discard(key)
            if "ReadOnly" in qualifiers:
                read_only.add(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__readonly_keys__ = frozenset(read_only)
        made.__mutable_keys__ = frozenset(set(annotations) - read_only)
        made.__total__ = total
        return made

    def __call__(cls, *args, **keywords):
        return dict(*args, **keywords)

    def __subclasscheck__(cls, other):
        raise TypeError("TypedDict does not support instance and class checks")

    __instancecheck__ = __subclasscheck__


def _qualifiers(kind):
    """Names of the qualifiers around a type."""
    found = set()
    while isinstance(kind, _Alias):
        if kind._name in ("Required", "NotRequired", "ReadOnly"):
            found.add(kind._name)
            kind = kind.__args__[0]
        elif kind._name == "Annotated":
            kind = kind.__origin__
        else:
            break
    return found


class _TypedDictForm:
    """`TypedDict`, to be called or derived from."""

    __name__ = "TypedDict"
    __module__ = "typing"

    def __call__(self, typename, fields=None, /, *, total=True):
        space = {"__annotations__": dict(fields or {}), "__module__": _caller(2)}
        return _TypedDictMeta(typename, (), space, total=total)

    def __mro_entries__(self, bases):
        return (_typed_dict_base,)

    def __repr__(self):
        return "<function TypedDict>"


_typed_dict_base = type.__new__(_TypedDictMeta, "TypedDict", (dict,), {})
TypedDict = _TypedDictForm()


def is_typeddict(tp):
    """Whether a class is a TypedDict."""
    return isinstance(tp, _TypedDictMeta) and tp is not _typed_dict_base


class NewType(_Operators):
    """A type of its own for type checkers; a call gives its argument."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition(".")[2]
        self.__supertype__ = tp
        self.__module__ = _caller(2)

    def __call__(self, x, /):
        return x

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"

    def __mro_entries__(self, bases):
        raise TypeError(
            f"Cannot subclass an instance of NewType. Perhaps you were looking for: "
            f"`{bases[0].__name__} = NewType({bases[0].__name__!r}, {self.__name__})`"
        )

    def __reduce__(self):
        return self.__qualname__


# Functions.


def cast(typ, val):
    """`val`, as it is."""
    return val


def assert_type(val, typ, /):
    """`val`, as it is."""
    return val


def reveal_type(obj, /):
    """Say what type an object has."""
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_never(arg, /):
    """Say that a place cannot be reached."""
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + "..."
    raise AssertionError(f"Expected code to be unreachable, but got: {value}")


_overloads = {}


def _overload_key(func):
    func = getattr(func, "__func__", func)
    return getattr(func, "__module__", None), getattr(func, "__qualname__", None)


def _overloaded(*args, **keywords):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions "
        "outside a stub module should always be followed by an implementation that is not "
        "@overload-ed."
    )


def overload(func):
    """One of several signatures of a function."""
    _overloads.setdefault(_overload_key(func), []).append(func)
    return _overloaded


def get_overloads(func):
    """The signatures given with `overload`."""
    return _overloads.get(_overload_key(func), [])[:]


def clear_overloads():
    """Forget all signatures given with `overload`."""
    _overloads.clear()


def _marked(item, name):
    try:
        setattr(item, name, True)
    except (AttributeError, TypeError):
        pass
    return item


def final(f):
    """Not to be overridden or derived from."""
    return _marked(f, "__final__")


def override(method, /):
    """Overrides a method of a base."""
    return _marked(method, "__override__")


def no_type_check(arg):
    """Annotations are no types here."""
    return _marked(arg, "__no_type_check__")


def dataclass_transform(**given):
    """Makes classes that are like dataclasses."""

    def decorate(item):
        item.__dataclass_transform__ = {
            "eq_default": True,
            "order_default": False,
            "kw_only_default": False,
            "frozen_default": False,
            "field_specifiers": (),
            "kwargs": {},
            **given,
        }
        return item

    return decorate


def get_origin(tp):
    """What is subscripted in a type."""
    if isinstance(tp, _Alias) and tp._name == "Annotated":
        return Annotated
    if isinstance(tp, UnionType):
        return UnionType
    if isinstance(tp, (_Alias, GenericAlias, _Form, ParamSpecArgs)):
        return tp.__origin__
    return Generic if tp is Generic else None


def get_args(tp):
    """The arguments of a subscripted type."""
    if isinstance(tp, _Alias):
        if tp._name == "Annotated":
            return (tp.__origin__, *tp.__metadata__)
        if tp._name == "Callable":
            *takes, result = tp.__args__
            if takes == [...]:
                return (..., result)
            return (takes[0] if len(takes) == 1 and _is_spec(takes[0]) else takes, result)
        return tp.__args__
    return tp.__args__ if isinstance(tp, (GenericAlias, UnionType)) else ()


def _resolved(kind, space, names):
    """A type with names in it looked up."""
    if isinstance(kind, str):
        kind = ForwardRef(kind)
    if isinstance(kind, ForwardRef):
        return _resolved(kind._evaluate(space, names), space, names)
    if kind is None:
        return type(None)
    args = getattr(kind, "__args__", ())
    if isinstance(kind, type) or not args:
        return kind
    new = tuple([_resolved(arg, space, names) if _may_name(arg) else arg for arg in args])
    if new == args:
        return kind
    if isinstance(kind, UnionType):
        return Union[new]
    if isinstance(kind, GenericAlias):
        return GenericAlias(kind.__origin__, new)
    if kind.__origin__ is Union:
        return Union[new]
    result = _Alias(kind.__origin__, new, kind._name, kind._form)
    if kind._name == "Annotated":
        result.__origin__ = new[0]
        result.__metadata__ = kind.__metadata__
    return result


def _may_name(kind):
    return isinstance(kind, (str, ForwardRef, _Alias, GenericAlias, UnionType))


def _without_extras(kind):
    """A type without `Annotated` and the qualifiers of TypedDict."""
    if not isinstance(kind, _Alias):
        return kind
    if kind._name == "Annotated":
        return _without_extras(kind.__origin__)
    if kind._name in ("Required", "NotRequired", "ReadOnly"):
        return _without_extras(kind.__args__[0])
    new = tuple(map(_without_extras, kind.__args__))
    return kind if new == kind.__args__ else _Alias(kind.__origin__, new, kind._name, kind._form)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class with its bases, a function or a module, with names looked up."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    hints = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            module = sys.modules.get(base.__module__)
            space = globalns
            if space is None:
                space = getattr(module, "__dict__", {})
            names = dict(base.__dict__) if localns is None else localns
            for name, kind in base.__dict__.get("__annotations__", {}).items():
                hints[name] = _resolved(kind, space, names)
    else:
        space = globalns
        if space is None:
            inner = obj
            while hasattr(inner, "__wrapped__"):
                inner = inner.__wrapped__
            space = (
                obj.__dict__ if isinstance(obj, type(sys)) else getattr(inner, "__globals__", {})
            )
        found = getattr(obj, "__annotations__", None)
        if found is None:
            if callable(obj) or isinstance(obj, type(sys)):
                return {}
            raise TypeError(f"{obj!r} is not a module, class, method, or function.")
        names = space if localns is None else localns
        for name, kind in found.items():
            hints[name] = _resolved(kind, space, names)
    if include_extras:
        return hints
    return {name: _without_extras(kind) for name, kind in hints.items()}
