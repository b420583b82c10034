"""Functions of functions, as CPython's `functools`; some are in `functools._more`."""

WRAPPER_ASSIGNMENTS = (
    "__module__",
    "__name__",
    "__qualname__",
    "__doc__",
    "__annotations__",
    "__type_params__",
)
WRAPPER_UPDATES = ("__dict__",)
_UNSET = object()
_len = len  # a program may cache what `len` is


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Make a function look like the one it wraps."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """`update_wrapper` as a decorator."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


@staticmethod  # no method where it is an attribute of a class
def reduce(function, iterable, initial=_UNSET, /):
    """`function(function(a, b), c)` and so on over the items."""
    try:
        iterator = iter(iterable)
    except TypeError:
        raise TypeError("reduce() arg 2 must support iteration") from None
    if initial is _UNSET:
        try:
            initial = next(iterator)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    for item in iterator:
        initial = function(initial, item)
    return initial


class partial:
    """A function with some of its arguments."""

    __slots__ = ("__dict__", "args", "func", "keywords")
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        return __getattr__("_partial_repr")(self)

    def __reduce__(self):
        return __getattr__("_partial_reduce")(self)

    def __setstate__(self, state):
        __getattr__("_partial_set_state")(self, state)


# Caches.


def _make_key(args, keywords, typed):
    """What a cache knows a call by."""
    key = args
    if keywords:
        key += (_UNSET,)
        for pair in keywords.items():
            key += pair
    if typed:
        key += tuple(map(type, args)) + tuple(map(type, keywords.values()))
    elif _len(key) == 1 and type(key[0]) in (int, str):
        return key[0]
    return key


_CacheInfo = None


def _cache_info(*numbers):
    global _CacheInfo
    if _CacheInfo is None:
        from collections import namedtuple

        _CacheInfo = namedtuple("CacheInfo", "hits misses maxsize currsize")
    return _CacheInfo(*numbers)


def lru_cache(maxsize=128, typed=False):
    """A decorator that keeps the results of the `maxsize` calls that are most recent."""
    function = None
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        function, maxsize = maxsize, 128
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(function):
        if not callable(function):
            raise TypeError("the first argument must be callable")
        wrapper = _cached(function, maxsize, typed)
        wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(wrapper, function)

    return decorate if function is None else decorate(function)


def _cached(function, maxsize, typed):
    results = {}
    hits = misses = 0

    def wrapper(*args, **keywords):
        nonlocal hits, misses
        key = _make_key(args, keywords, typed)
        result = results.get(key, _UNSET)
        if result is not _UNSET:
            hits += 1
            if maxsize is not None:
                results.pop(key, None)
                results[key] = result  # the most recent comes last
            return result
        misses += 1
        result = function(*args, **keywords)
        if maxsize is None:
            results[key] = result
        elif maxsize:
            if key not in results and _len(results) >= maxsize:
                del results[next(iter(results))]
            results[key] = result
        return result

    def cache_info():
        return _cache_info(hits, misses, maxsize, _len(results))

    def cache_clear():
        nonlocal hits, misses
        results.clear()
        hits = misses = 0

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    return wrapper


def cache(user_function, /):
    """Keep all results of a function."""
    return lru_cache(maxsize=None)(user_function)


def __getattr__(name):
    try:
        import functools._more as more
    except ImportError:
        more = None
    if name != "__path__" and hasattr(more, name):
        return getattr(more, name)
    raise AttributeError(f"module 'functools' has no attribute {name!r}")
