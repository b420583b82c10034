"""Abstract base classes."""


def abstractmethod(funcobj):
    """Mark a method that a subclass must implement."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """Deprecated: `classmethod` over `abstractmethod`."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    """Deprecated: `staticmethod` over `abstractmethod`."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    """Deprecated: `property` over `abstractmethod`."""

    __isabstractmethod__ = True


_changes = 0
"""Number of registrations: what was found not to be a subclass before one may be it now."""


def get_cache_token():
    """A number that changes with every registration."""
    return _changes


def _abstract_names(cls, namespace):
    """Names of what a class and its bases leave abstract."""
    names = {
        name for name, value in namespace.items() if getattr(value, "__isabstractmethod__", False)
    }
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


class ABCMeta(type):
    """The metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **keywords):
        cls = super().__new__(mcls, name, bases, namespace, **keywords)
        cls.__abstractmethods__ = _abstract_names(cls, namespace)
        cls._abc_registry = ()
        cls._abc_children = ()
        cls._abc_known = None
        cls._abc_asked = 0
        for base in bases:
            if isinstance(base, ABCMeta):
                base._abc_children += (cls,)
        return cls

    def register(cls, subclass):
        """Make a class a virtual subclass."""
        global _changes
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_registry += (subclass,)
        flags = getattr(cls, "__abc_tpflags__", 0)
        if flags:
            try:
                subclass.__abc_tpflags__ = flags
            except TypeError:
                pass  # a built-in type knows by itself
        _changes += 1
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        if cls.__subclasscheck__(subclass):
            return True
        subtype = type(instance)
        return subtype is not subclass and cls.__subclasscheck__(subtype)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if cls._abc_known is None or cls._abc_asked != _changes:
            cls._abc_known = {}
            cls._abc_asked = _changes
        known = cls._abc_known.get(subclass)
        if known is None:
            known = _is_subclass(cls, subclass)
            if cls._abc_asked == _changes:
                cls._abc_known[subclass] = known
        return known

    def _abc_registry_clear(cls):
        cls._abc_registry = ()

    def _abc_caches_clear(cls):
        cls._abc_known = None


def _is_subclass(cls, subclass):
    """Whether a class is a real, registered or structural subclass."""
    hook = getattr(cls, "__subclasshook__", None)
    hooked = NotImplemented if hook is None else hook(subclass)
    if hooked is not NotImplemented:
        return bool(hooked)
    if cls in getattr(subclass, "__mro__", ()):
        return True
    for kind in cls._abc_registry + cls._abc_children:
        if issubclass(subclass, kind):
            return True
    return False


def update_abstractmethods(cls):
    """Find out anew what of a class is abstract."""
    if hasattr(cls, "__abstractmethods__"):
        cls.__abstractmethods__ = _abstract_names(cls, cls.__dict__)
    return cls


class ABC(metaclass=ABCMeta):
    """A class that has ABCMeta as metaclass."""

    __slots__ = ()
