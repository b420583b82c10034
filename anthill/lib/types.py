"""Names of built-in types, and tools for making classes."""

import _imp
import sys


def _generator():
    yield


async def _coroutine():
    pass


async def _async_generator():
    yield


class _Class:
    def method(self):
        pass


def _cell(value):
    return lambda: value


FunctionType = LambdaType = type(_generator)
CodeType = type(getattr(_generator, "__code__", None))
CellType = type((getattr(_cell(1), "__closure__", None) or (None,))[0])
GeneratorType = type(_generator())
_started = _coroutine()
CoroutineType = type(_started)
_started.close()
AsyncGeneratorType = type(_async_generator())
MethodType = type(_Class().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)


class _Slots:
    __slots__ = ("slot",)


MemberDescriptorType = type(_Slots.slot)
ClassMethodDescriptorType = type(dict.__dict__["fromkeys"])
MappingProxyType = type(type.__dict__)
ModuleType = type(sys)
NoneType = type(None)
NotImplementedType = type(NotImplemented)
EllipsisType = type(...)
GenericAlias = type(list[int])
UnionType = type(int | str)
try:
    raise TypeError
except TypeError as error:
    TracebackType = type(error.__traceback__)
    FrameType = type(getattr(error.__traceback__, "tb_frame", None))
del _started


class SimpleNamespace:
    """An object with attributes and a `repr` that shows them."""

    def __init__(self, mapping_or_iterable=(), /, **keywords):
        for name, value in dict(mapping_or_iterable).items():
            if not isinstance(name, str):
                raise TypeError("keywords must be strings")
            object.__setattr__(self, name, value)
        for name, value in keywords.items():
            object.__setattr__(self, name, value)

    def __repr__(self):
        title = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        parts = [f"{name}={value!r}" for name, value in self.__dict__.items()]
        return f"{title}({', '.join(parts)})"

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None

    def __replace__(self, /, **changes):
        return type(self)(**{**self.__dict__, **changes})


def new_class(name, bases=(), kwds=None, exec_body=None):
    """A class made as a class statement makes it."""
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace["__orig_bases__"] = bases
    return meta(name, resolved, namespace, **kwds)


def resolve_bases(bases):
    """The bases with what `__mro_entries__` gives in place of those that have it."""
    result = []
    changed = False
    for base in bases:
        entries = None if isinstance(base, type) else getattr(base, "__mro_entries__", None)
        if entries is None:
            result.append(base)
            continue
        found = entries(bases)
        if not isinstance(found, tuple):
            raise TypeError("__mro_entries__ must return a tuple")
        changed = True
        result += found
    return tuple(result) if changed else bases


def prepare_class(name, bases=(), kwds=None):
    """The metaclass, the namespace and the keywords for a class."""
    kwds = {} if kwds is None else dict(kwds)
    if "metaclass" in kwds:
        meta = kwds.pop("metaclass")
    else:
        meta = type(bases[0]) if bases else type
    if isinstance(meta, type):
        for base in bases:
            if issubclass(type(base), meta):
                meta = type(base)
            elif not issubclass(meta, type(base)):
                raise TypeError(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                    "subclass of the metaclasses of all its bases"
                )
    prepare = getattr(meta, "__prepare__", None)
    return meta, {} if prepare is None else prepare(name, bases, **kwds), kwds


def get_original_bases(cls, /):
    """The bases as they were written."""
    try:
        return cls.__dict__.get("__orig_bases__", cls.__bases__)
    except AttributeError:
        raise TypeError(f"Expected an instance of type, not {type(cls).__name__!r}") from None


class DynamicClassAttribute:
    """A property that on the class itself gives way to `__getattr__` of the metaclass."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or getattr(fget, "__doc__", None)
        self.overwrite_doc = doc is None
        self.__isabstractmethod__ = bool(getattr(fget, "__isabstractmethod__", False))

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.__isabstractmethod__:
                return self
            raise AttributeError
        if self.fget is None:
            raise AttributeError("unreadable attribute")
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError("can't delete attribute")
        self.fdel(instance)

    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel, self.__doc__)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)


def coroutine(func):
    """Let a generator function be awaited."""
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    code = getattr(func, "__code__", None)
    if code is not None and code.co_flags & 0x180:
        return func
    if code is not None and code.co_flags & 0x20:
        return _imp.mark_awaitable(func)

    def wrapped(*args, **keywords):
        result = func(*args, **keywords)
        return _Awaitable(result) if isinstance(result, GeneratorType) else result

    from functools import wraps

    return wraps(func)(wrapped)


class _Awaitable:
    """A generator as an awaitable."""

    def __init__(self, generator):
        self.generator = generator

    def __await__(self):
        return self.generator

    def __iter__(self):
        return self.generator

    def send(self, value):
        return self.generator.send(value)

    def throw(self, *error):
        return self.generator.throw(*error)

    def close(self):
        return self.generator.close()
