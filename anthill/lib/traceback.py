"""Tracebacks as text. Their parts are not objects here: there is no `extract_tb`."""

import sys

import _traceback

_UNSET = object()


def _exception(error, value):
    """The exception of either call: `f(error)` and `f(type, error, traceback)`."""
    if value is not _UNSET:
        error = value
    return error


def format_exception(exc, /, value=_UNSET, tb=None, limit=None, chain=True):
    """The lines of the traceback and of the exception, each with its newline."""
    error = _exception(exc, value)
    if error is None:
        return ["NoneType: None\n"]
    return _traceback.text(error).splitlines(True)


def format_exception_only(exc, /, value=_UNSET, *, show_group=False):
    """The lines behind the traceback: type and message."""
    error = _exception(exc, value)
    if error is None:
        return ["NoneType: None\n"]
    cls = type(error)
    name = cls.__qualname__
    if cls.__module__ not in ("__main__", "builtins"):
        name = f"{cls.__module__}.{name}"
    if isinstance(error, SyntaxError):
        lines = _traceback.text(error).splitlines(True)
        start = 0
        while not lines[start].startswith("  File"):
            start += 1
        return lines[start:]
    text = str(error)
    lines = [f"{name}: {text}\n" if text else f"{name}\n"]
    for note in getattr(error, "__notes__", ()):
        lines += [line + "\n" for line in str(note).split("\n")]
    return lines


def print_exception(exc, /, value=_UNSET, tb=None, limit=None, file=None, chain=True):
    """Print the traceback and the exception."""
    text = "".join(format_exception(exc, value, tb, limit, chain))
    (sys.stderr if file is None else file).write(text)


def format_exc(limit=None, chain=True):
    """The text of the exception that is being handled."""
    return "".join(format_exception(sys.exc_info()[1]))


def print_exc(limit=None, file=None, chain=True):
    """Print the exception that is being handled."""
    print_exception(sys.exc_info()[1], file=file)
