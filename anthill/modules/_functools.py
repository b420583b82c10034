"""The core of `functools`, for small boards alone."""

from __future__ import annotations

from anthill.modules import builtins
from anthill.modules.named_tuples import named_tuple_class
from anthill.modules.split import core_module
from anthill.typed import NULL, Ptr, Value, as_a, small, small_int
from anthill.vm import errors, operations
from anthill.vm.interpreter import attributes
from anthill.vm.messages import message
from anthill.vm.objects import derived, exception, generic, module, sequence
from anthill.vm.objects import dict as dict_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects.builtin import function, getter, make_builtin, method
from anthill.vm.objects.function import Function
from anthill.vm.objects.method import BoundMethod
from anthill.vm.objects.object import Obj
from anthill.vm.objects.singletons import NONE
from anthill.vm.objects.str import Str, name, text
from anthill.vm.objects.tuple import Tuple, new_tuple
from anthill.vm.objects.type import Type, builtin_type, when_ready
from anthill.vm.objects.wrappers import Cached, Partial

FUNCTOOLS = core_module("functools")
USUAL_LIMIT = 128
ASSIGNED: Tuple = tuple_object.tuple_of(
    *[name(title) for title in ("__module__", "__name__", "__qualname__", "__doc__")]
)
UPDATED: Tuple = tuple_object.tuple_of(name("__dict__"))
FUNCTOOLS.define("WRAPPER_ASSIGNMENTS", ASSIGNED)
FUNCTOOLS.define("WRAPPER_UPDATES", UPDATED)


@function(FUNCTOOLS, "reduce", required=2)
def reduce(called: Value, source: Value, initial: Value) -> Value:
    """`reduce(function, iterable[, initial])`."""
    reason = message("reduce() arg 2 must support iteration")
    iterator = sequence.iterator_or(source, reason, NULL)
    while True:
        item = operations.next_item(iterator)
        if item is NULL:
            break
        initial = item if initial is NULL else operations.call2(called, initial, item)
    if initial is NULL:
        raise errors.type_error(message("reduce() of empty iterable with no initial value"))
    return initial


# Wrappers.


@function(FUNCTOOLS, "update_wrapper", required=2, keywords="wrapped assigned updated")
def update_wrapper(wrapper: Value, wrapped: Value, assigned: Value, updated: Value) -> Value:
    """`update_wrapper(wrapper, wrapped, assigned=..., updated=...)`."""
    titles = sequence.list_of(ASSIGNED if assigned is NULL else assigned)
    for index in range(titles.count):
        title = attributes.attribute_name(titles.items[index])
        value = attributes.attribute_or_null(wrapped, title)
        if value is not NULL:
            operations.set_attribute(wrapper, title, value)
    titles = sequence.list_of(UPDATED if updated is NULL else updated)
    for index in range(titles.count):
        update_attribute(wrapper, wrapped, attributes.attribute_name(titles.items[index]))
    operations.set_attribute(wrapper, name("__wrapped__"), wrapped)
    return wrapper


def update_attribute(wrapper: Value, wrapped: Value, title: Str) -> None:
    """Add the entries of an attribute that is a dict; functions have no `__dict__` to be seen."""
    own: Value = NULL
    if title is not name("__dict__"):
        own = operations.get_attribute(wrapper, title)
    source = attributes.attribute_or_null(wrapped, title)
    if isinstance(wrapped, Function) and wrapped.extra is not None and own is NULL:
        found = wrapped.extra.attributes
        source = NULL if found is None else found
    if not isinstance(source, dict_object.Dict):
        return
    at = source.next_entry(0)
    while at >= 0:
        key = source.key_at(at)
        if own is NULL:
            operations.set_attribute(wrapper, attributes.attribute_name(key), source.value_at(at))
        else:
            operations.set_item(own, key, source.value_at(at))
        at = source.next_entry(at + 1)


@function(FUNCTOOLS, "wraps", required=1, keywords="assigned updated")
def wraps(wrapped: Value, assigned: Value, updated: Value) -> Value:
    """`wraps(wrapped, assigned=..., updated=...)`: a decorator."""
    options = exception.alloc_tuple(3)
    options.items[0] = wrapped
    options.items[1] = ASSIGNED if assigned is NULL else assigned
    options.items[2] = UPDATED if updated is NULL else updated
    return BoundMethod(WRAP, options)


def wrap(options: Value, wrapper: Value) -> Value:
    """What a decorator made by `wraps` does."""
    given = sequence.tuple_from(options)
    return update_wrapper(wrapper, given.items[0], given.items[1], given.items[2])


WRAP = make_builtin(wrap, "wraps")

# partial.

PARTIAL_TYPE: Type = builtin_type("functools.partial", Partial)
generic.subscriptable(PARTIAL_TYPE)
FUNCTOOLS.define("partial", PARTIAL_TYPE)


def make_partial(args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """`partial(function, *args, **keywords)`."""
    called = args[0]
    if not builtins.is_callable(called):
        raise errors.type_error(message("the first argument must be callable"))
    keywords = dict_object.new_dict(0)
    own = new_tuple(args + 1, count - 1)
    if isinstance(called, Partial):
        keywords.copy_entries(called.keywords)
        own = sequence.joined_tuple(called.args, own)
        called = called.function
    if names is not None:
        for index in range(len(names.items)):
            keywords.store(names.items[index], args[count + index])
    return Partial(called, own, keywords, None)


when_ready(
    lambda: setattr(
        PARTIAL_TYPE, "constructor", make_builtin(make_partial, "partial", raw=True, least=1)
    )
)


@getter(PARTIAL_TYPE, "func")
def partial_func(self: Partial) -> Value:
    """`partial.func`."""
    return self.function


@getter(PARTIAL_TYPE, "args")
def partial_args(self: Partial) -> Value:
    """`partial.args`."""
    return self.args


@getter(PARTIAL_TYPE, "keywords")
def partial_keywords(self: Partial) -> Value:
    """`partial.keywords`."""
    return self.keywords


# Caches.

CACHED_TYPE: Type = builtin_type("functools._lru_cache_wrapper", Cached)


def cached(called: Value, limit: int, typed: bool) -> Value:
    """A function with a cache."""
    if not builtins.is_callable(called):
        raise errors.type_error(message("the first argument must be callable"))
    return Cached(called, dict_object.new_dict(0), limit, typed, 0, 0)


@function(FUNCTOOLS, "cache")
def cache(called: Value) -> Value:
    """`cache(function)`."""
    return cached(called, -1, False)


@function(FUNCTOOLS, "lru_cache", required=0, keywords="maxsize typed")
def lru_cache(maxsize: Value, typed: Value) -> Value:
    """`lru_cache(maxsize=128, typed=False)`: a decorator, or a function with a cache."""
    limit = USUAL_LIMIT
    by_type = typed is not NULL and operations.truth(typed)
    if maxsize is NONE:
        limit = -1
    elif maxsize is not NULL and int_object.is_int(maxsize):
        limit = max(int_object.index_value(maxsize), 0)
    elif maxsize is not NULL:
        if not builtins.is_callable(maxsize):
            reason = message("Expected first argument to be an integer, a callable, or None")
            raise errors.type_error(reason)
        return cached(maxsize, limit, by_type)
    return BoundMethod(DECORATE, small(limit << 1 | int(by_type)))


def decorate(options: Value, called: Value) -> Value:
    """What a decorator made by `lru_cache` does."""
    number = small_int(options)
    return cached(called, number >> 1, number & 1 != 0)


DECORATE = make_builtin(decorate, "lru_cache")


@method(CACHED_TYPE, "cache_clear")
def cache_clear(self: Cached) -> Value:
    """`cache_clear()`."""
    self.results.clear()
    self.hits = 0
    self.misses = 0
    return NONE


def limit_of(self: Cached) -> Value:
    """`maxsize`."""
    return NONE if self.limit < 0 else small(self.limit)


@method(CACHED_TYPE, "cache_info")
def cache_info(self: Cached) -> Value:
    """`cache_info()`: a named tuple."""
    kind = module.find(FUNCTOOLS, name("_CacheInfo"))
    if kind is NULL:
        kind = named_tuple_class(
            name("CacheInfo"), text("hits misses maxsize currsize"), name("functools")
        )
        module.store(FUNCTOOLS, name("_CacheInfo"), kind)
    result = exception.alloc_tuple(4)
    result.items[0] = small(self.hits)
    result.items[1] = small(self.misses)
    result.items[2] = limit_of(self)
    result.items[3] = small(self.results.count)
    return derived.derive(result, as_a(Type, kind))


# Orders.


class Key(Obj):
    """A value in the order of a comparison function."""

    compares: Value
    value: Value

    def hash_code(self) -> int:
        raise errors.unhashable(self)

    def compare(self, op: int, other: Value) -> Value:
        if not isinstance(other, Key):
            raise errors.type_error(message("other argument must be K instance"))
        return operations.compare(
            op, operations.call2(self.compares, self.value, other.value), small(0)
        )


KEY_TYPE: Type = builtin_type("functools.KeyWrapper", Key)


@getter(KEY_TYPE, "obj")
def key_value(self: Key) -> Value:
    """`obj`."""
    return self.value


def make_key(compares: Value, value: Value) -> Value:
    """What a key function made by `cmp_to_key` does."""
    return Key(compares, value)


MAKE_KEY = make_builtin(make_key, "K", keywords="obj")


@function(FUNCTOOLS, "cmp_to_key", keywords="mycmp")
def cmp_to_key(compares: Value) -> Value:
    """`cmp_to_key(mycmp)`: a key function."""
    return BoundMethod(MAKE_KEY, compares)
