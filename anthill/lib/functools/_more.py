"""What few programs use of `functools`: boards with little flash leave it out."""

from functools import _UNSET, partial, update_wrapper

_showing = []


def _partial_repr(self):
    kind = type(self)
    module = "functools" if kind.__module__ == "functools._more" else kind.__module__
    title = f"{module}.{kind.__qualname__}"
    if any(other is self for other in _showing):
        return "..."
    _showing.append(self)
    try:
        parts = [repr(self.func), *map(repr, self.args)]
        parts += [f"{name}={value!r}" for name, value in self.keywords.items()]
    finally:
        _showing.pop()
    return f"{title}({', '.join(parts)})"


def _partial_reduce(self):
    return type(self), (self.func,), (self.func, self.args, self.keywords, self.__dict__ or None)


def _partial_set_state(self, state):
    if not isinstance(state, tuple):
        raise TypeError("argument to __setstate__ must be a tuple")
    if len(state) != 4:
        raise TypeError(f"expected 4 items in state, got {len(state)}")
    func, args, keywords, others = state
    if (
        not callable(func)
        or not isinstance(args, tuple)
        or not (keywords is None or isinstance(keywords, dict))
        or not (others is None or isinstance(others, dict))
    ):
        raise TypeError("invalid partial state")
    self.__dict__ = {} if others is None else others
    self.func = func
    self.args = tuple(args)
    self.keywords = {} if keywords is None else dict(keywords)


class partialmethod:
    """A method with some of its arguments."""

    __module__ = "functools"

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def _unbound(self):
        """The function that is bound when it is found in an instance."""

        def method(instance, /, *args, **keywords):
            return self.func(instance, *self.args, *args, **{**self.keywords, **keywords})

        method.__isabstractmethod__ = self.__isabstractmethod__
        method.__partialmethod__ = self
        return method

    def __get__(self, instance, owner=None):
        get = getattr(type(self.func), "__get__", None)
        if get is not None:
            bound = get(self.func, instance, owner)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                if hasattr(bound, "__self__"):
                    result.__self__ = bound.__self__
                return result
        return self._unbound().__get__(instance, owner)

    __repr__ = _partial_repr

    __class_getitem__ = classmethod(type(list[int]))

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)


class cached_property:
    """A property that is computed once and then is an attribute of the instance."""

    __module__ = "functools"
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = getattr(func, "__doc__", None)
        self.__module__ = getattr(func, "__module__", None)

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError(
                "Cannot use cached_property instance without calling __set_name__ on it."
            )
        try:
            attributes = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache "
                f"{name!r} property."
            ) from None
        value = attributes.get(name, _UNSET)
        if value is _UNSET:
            value = self.func(instance)
            try:
                attributes[name] = value
            except TypeError:
                raise TypeError(
                    f"The '__dict__' attribute on {type(instance).__name__!r} instance does not "
                    f"support item assignment for caching {name!r} property."
                ) from None
            if name not in instance.__dict__:  # a copy, for a class with slots
                object.__setattr__(instance, name, value)
        return value


# Orders.


def _derived(name, given, negated, strict):
    """The comparison `name` made of the one called `given`."""

    def compare(self, other):
        result = getattr(type(self), given)(self, other)
        if result is NotImplemented:
            return result
        if negated is None:  # `>=` of `<` and its kind
            return not result
        if strict:
            result = result or self == other
        else:
            result = result and self != other
        return not result if negated else result

    compare.__name__ = name
    return compare


_ORDERS = ("__lt__", "__le__", "__gt__", "__ge__")
"""Two steps from each is its mirror image."""


def total_ordering(cls):
    """Give a class with one of `<`, `<=`, `>`, `>=` the other three."""
    own = [name for name in _ORDERS if getattr(cls, name, None) is not getattr(object, name, None)]
    if not own:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    given = next(name for name in ("__lt__", "__le__", "__gt__", "__ge__") if name in own)
    place = _ORDERS.index(given)
    strict = place % 2 == 0
    for step in (1, 2, 3):
        name = _ORDERS[(place + step) % 4]
        if name not in own:
            with_equal = step == (1 if strict else 3)
            negated = True if step == 2 else False if with_equal else None
            setattr(cls, name, _derived(name, given, negated, strict))
    return cls


class _Key:
    """A value in the order of a comparison function."""

    __slots__ = ("_compare", "obj")
    __hash__ = None

    def __init__(self, obj, compare):
        self.obj = obj
        self._compare = compare

    def __lt__(self, other):
        return self._compare(self.obj, _object_of(other)) < 0

    def __gt__(self, other):
        return self._compare(self.obj, _object_of(other)) > 0

    def __eq__(self, other):
        return self._compare(self.obj, _object_of(other)) == 0

    def __le__(self, other):
        return self._compare(self.obj, _object_of(other)) <= 0

    def __ge__(self, other):
        return self._compare(self.obj, _object_of(other)) >= 0


def _object_of(key):
    if not isinstance(key, _Key):
        raise TypeError("other argument must be K instance")
    return key.obj


@staticmethod
def cmp_to_key(mycmp):
    """A key function from one that compares two values."""

    def key(obj):
        return _Key(obj, mycmp)

    return key


# Functions chosen by the type of an argument.


def _find_function(cls, registry):
    """The function for a class: that of its nearest ancestor or matching abstract class."""
    found = None
    for base in cls.__mro__[:-1]:
        if base in registry:
            found = base
            break
    abstract = None
    for kind in registry:
        if kind is object or kind in cls.__mro__ or not issubclass(cls, kind):
            continue
        if found is not None and not (issubclass(kind, found) and kind is not found):
            continue
        if abstract is None or issubclass(kind, abstract):
            abstract = kind
        elif not issubclass(abstract, kind):
            raise RuntimeError(f"Ambiguous dispatch: {abstract} or {kind}")
    if abstract is not None:
        found = abstract
    return registry[object if found is None else found]


def singledispatch(func):
    """A function with versions for types of its first argument."""
    registry = {object: func}
    chosen = {}

    def dispatch(cls):
        function = chosen.get(cls)
        if function is None:
            function = chosen[cls] = _find_function(cls, registry)
        return function

    def register(cls, func=None):
        kinds = _classes_of(cls)
        if kinds:
            if func is None:
                return lambda function: register(cls, function)
        else:
            if func is not None:
                raise TypeError(
                    f"Invalid first argument to `register()`. {cls!r} is not a class or union type."
                )
            func = cls
            annotations = getattr(func, "__annotations__", None)
            if not annotations:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. Use either "
                    "`@register(some_class)` or plain `@register` on an annotated function."
                )
            name, kind = next(iter(annotations.items()))
            if isinstance(kind, str):
                from typing import get_type_hints

                kind = get_type_hints(func)[name]
            kinds = _classes_of(kind)
            if not kinds:
                raise TypeError(f"Invalid annotation for {name!r}. {kind!r} is not a class.")
        for kind in kinds:
            registry[kind] = func
        chosen.clear()
        return func

    def wrapper(*args, **keywords):
        if not args:
            name = getattr(func, "__name__", "singledispatch function")
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **keywords)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = chosen.clear
    return update_wrapper(wrapper, func)


def _classes_of(kind):
    """The classes of a class or a union of classes; none for anything else."""
    from types import GenericAlias, UnionType

    if isinstance(kind, type) and not isinstance(kind, GenericAlias):
        return (kind,)
    origin = getattr(kind, "__origin__", None)
    if not isinstance(kind, UnionType) and getattr(origin, "_name", None) != "Union":
        return ()
    kinds = kind.__args__
    return kinds if all(isinstance(kind, type) for kind in kinds) else ()


class singledispatchmethod:
    """`singledispatch` for methods: by the type of the first argument behind `self`."""

    __module__ = "functools"

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch

        def method(*args, **keywords):
            if not args:
                name = getattr(self.func, "__name__", "singledispatchmethod method")
                raise TypeError(f"{name} requires at least 1 positional argument")
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **keywords)

        method.register = self.register
        return update_wrapper(method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
