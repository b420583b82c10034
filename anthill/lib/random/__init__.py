"""Random numbers; what few programs use is in `random._more`, which is loaded when asked for."""

import _random
from _random import (  # noqa: F401
    choice,
    getrandbits,
    randint,
    random,
    randrange,
    shuffle,
    uniform,
)


def seed(a=None, version=2):
    """Begin anew, with real randomness unless told."""
    _random.seed(a if a is None else _number(a, version))


def _number(a, version):
    """The integer, or other object that `_random` takes, that a seed means."""
    if isinstance(a, (int, float)):
        return a
    if not isinstance(a, (str, bytes, bytearray)):
        raise TypeError(
            "The only supported seed types are:\nNone, int, float, str, bytes, and bytearray."
        )
    from random._seeds import number

    return number(a, version)


def __getattr__(name):
    if name[0] != "_" or name == "_inst":
        try:
            import random._more as more
        except ImportError:
            more = None
        if hasattr(more, name):
            value = globals()[name] = getattr(more, name)
            return value
    raise AttributeError(f"module 'random' has no attribute '{name}'")
