"""Copies of objects, shallow and deep."""

from _collections import OrderedDict, defaultdict, deque


class Error(Exception):
    """Something cannot be copied."""


error = Error
_CONTAINERS = (list, dict, set, bytearray)


def copy(x):
    """A copy that shares what `x` contains."""
    cls = type(x)
    own = getattr(cls, "__copy__", None)
    if own is not None:
        return own(x)
    if cls in _CONTAINERS:
        return x.copy()
    if cls in _CONSTANTS or cls in (frozenset, tuple, slice) or issubclass(cls, type):
        return x
    return _rebuilt(x, cls, None)


def deepcopy(x, memo=None, _nil=[]):  # noqa: B006
    """A copy that shares nothing that can change."""
    cls = type(x)
    if cls in _CONSTANTS:
        return x
    if memo is None:
        memo = {}
    else:
        known = memo.get(id(x), _nil)
        if known is not _nil:
            return known
    maker = _MAKERS.get(cls)
    if maker is not None:
        result = maker(x, memo)
    elif issubclass(cls, type):
        return x
    else:
        own = getattr(x, "__deepcopy__", None)
        result = _rebuilt(x, cls, memo) if own is None else own(memo)
    if result is not x:
        memo[id(x)] = result
        # Nothing that was copied may go away and leave its id to another.
        try:
            memo[id(memo)].append(x)
        except KeyError:
            memo[id(memo)] = [x]
    return result


def _deep_list(x, memo):
    result = memo[id(x)] = []
    append = result.append
    for item in x:
        append(item if type(item) in _CONSTANTS else deepcopy(item, memo))
    return result


def _deep_dict(x, memo):
    result = memo[id(x)] = {}
    for key, value in x.items():
        if type(key) not in _CONSTANTS:
            key = deepcopy(key, memo)
        result[key] = value if type(value) in _CONSTANTS else deepcopy(value, memo)
    return result


def _deep_tuple(x, memo):
    items = [item if type(item) in _CONSTANTS else deepcopy(item, memo) for item in x]
    known = memo.get(id(x))
    if known is not None:
        return known
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _deep_set(x, memo):
    return type(x)([deepcopy(item, memo) for item in x])


def _deep_slice(x, memo):
    return slice(*[deepcopy(item, memo) for item in (x.start, x.stop, x.step)])


def _deep_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


class _Holder:
    def method(self):
        """Of which the type is wanted."""


_CONSTANTS = {
    int,
    float,
    bool,
    str,
    bytes,
    range,
    property,
    *map(type, (None, Ellipsis, NotImplemented, len, copy)),
}
"""Types of values that need no copy."""
try:
    _CONSTANTS.add(complex)
except NameError:
    pass
_MAKERS = {
    list: _deep_list,
    dict: _deep_dict,
    tuple: _deep_tuple,
    set: _deep_set,
    frozenset: _deep_set,
    slice: _deep_slice,
    bytearray: lambda x, memo: x[:],
    type(_Holder().method): _deep_method,
}


def _rebuilt(x, cls, memo):
    """A copy by the methods that `pickle` uses, or of an object's attributes."""
    parts = _parts(x, cls)
    if isinstance(parts, str):
        return x
    function, args, *rest = parts
    state, items, pairs = (*rest, None, None, None)[:3]
    deep = memo is not None
    if deep:
        args = [deepcopy(value, memo) for value in args]
    y = function(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        _set_state(y, deepcopy(state, memo) if deep else state)
    if items is not None:
        for item in items:
            y.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y


def _set_state(y, state):
    own = getattr(y, "__setstate__", None)
    if own is not None:
        own(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    for values in (state, slots):
        for name, value in values.items() if values else ():
            object.__setattr__(y, name, value)


def _parts(x, cls):
    """What an object is made of: function, arguments, state, items, pairs."""
    reduce = getattr(x, "__reduce_ex__", None)
    if reduce is not None:
        return reduce(4)
    reduce = getattr(x, "__reduce__", None)
    if reduce is not None:
        return reduce()
    own = hasattr(x, "__dict__") or hasattr(cls, "__slots__")
    if not own and not isinstance(x, (deque, defaultdict, OrderedDict)):
        raise Error(f"un(deep)copyable object of type {cls}")
    return _default_parts(x, cls)


def _default_parts(x, cls):
    args = ()
    keywords = {}
    own = getattr(cls, "__getnewargs_ex__", None)
    if own is not None:
        args, keywords = own(x)
    elif hasattr(cls, "__getnewargs__"):
        args = cls.__getnewargs__(x)
    elif isinstance(x, BaseException):
        return cls, x.args, dict(x.__dict__) or None, None, None
    elif isinstance(x, deque):
        return cls, () if x.maxlen is None else ((), x.maxlen), _state(x, cls), iter(x), None
    elif isinstance(x, defaultdict):
        return cls, (x.default_factory,), _state(x, cls), None, iter(x.items())
    else:
        for base in (int, float, str, bytes, tuple, frozenset):
            if isinstance(x, base):
                args = (base(x),)
    items = pairs = None
    if isinstance(x, list):
        items = iter(x)
    elif isinstance(x, dict):
        pairs = iter(x.items())
    elif isinstance(x, (set, bytearray)):
        return cls, ([*x],), _state(x, cls), None, None

    def make(*args):
        return cls.__new__(cls, *args, **keywords) if keywords else cls.__new__(cls, *args)

    return make, args, _state(x, cls), items, pairs


def _state(x, cls):
    own = getattr(cls, "__getstate__", None)
    if own is not None and own is not getattr(object, "__getstate__", None):
        return own(x)
    state = dict(getattr(x, "__dict__", ())) or None
    slots = {}
    for base in cls.__mro__:
        names = base.__dict__.get("__slots__", ())
        for name in (names,) if isinstance(names, str) else names:
            if name.startswith("__") and not name.endswith("__"):
                name = f"_{base.__name__.lstrip('_')}{name}"
            if name not in ("__dict__", "__weakref__") and hasattr(x, name):
                slots[name] = getattr(x, name)
    return (state, slots) if slots else state


def replace(obj, /, **changes):
    """A copy of an object with other values in some fields."""
    own = getattr(type(obj), "__replace__", None)
    if own is None:
        raise TypeError(f"replace() does not support {type(obj).__name__} objects")
    return own(obj, **changes)
