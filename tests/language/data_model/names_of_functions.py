# boards: virtual
"""What every function has is not in its `__dict__`, and keeps its type."""

import functools


def show(text):
    try:
        exec(text)
    except Exception as error:
        print(text, type(error).__name__, error)
    else:
        print(text, "done")


def plain(a, b=2):
    "Returns a."
    return a


plain.__name__, plain.__qualname__, plain.__doc__, plain.__module__ = "g", "q.g", "new", "m"
plain.extra = 1
print(plain.__dict__, vars(plain), plain.__name__, plain.__doc__, repr(plain)[:13])
plain.__dict__["__name__"] = "hidden"
print(plain.__name__, sorted(plain.__dict__))
del plain.__dict__["__name__"]


@functools.wraps(plain)
def wrapper(*args):
    return plain(*args)


@functools.wraps(wrapper)
def outer(*args):
    return wrapper(*args)


print(sorted(wrapper.__dict__), wrapper.__name__, wrapper.__qualname__, wrapper.__doc__)
print(sorted(outer.__dict__), outer.__wrapped__ is wrapper, outer.__module__)
for text in (
    "plain.__name__ = 7",
    "plain.__qualname__ = 7",
    "plain.__dict__ = 7",
    "del plain.__name__",
    "del plain.__qualname__",
    "del plain.__dict__",
    "plain.__dict__ = {'k': 1}; print(plain.k, plain.__name__, hasattr(plain, 'extra'))",
    "plain.__doc__ = 5; print(plain.__doc__)",
    "del plain.__doc__; print(plain.__doc__)",
    "del plain.__module__; print(plain.__module__)",
    "plain.__type_params__ = 3",
    "plain.__type_params__ = (int,); print(plain.__type_params__)",
    "del plain.missing",
):
    show(text)
for title in ("__closure__", "__globals__"):
    try:
        setattr(plain, title, None)
    except AttributeError:
        print(title, "stays")
