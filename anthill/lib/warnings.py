"""Warnings: shown once per text and place on the error output, turned into errors, or recorded.

Places are known by the name of the module only, as the interpreter has no frames to look at.
"""

import sys

filters = []
_defaultaction = "default"
_seen = set()
_ACTIONS = ("default", "always", "ignore", "module", "once", "error")


class WarningMessage:
    """A warning with what is known of it."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source

    def __str__(self):
        return (
            f"{{message : {self.message!r}, category : {self.category.__name__!r}, filename : "
            f"{self.filename!r}, lineno : {self.lineno}, line : {self.line!r}}}"
        )


def _place(stacklevel):
    """Name of the module, file and line of the code that warns."""
    get_frame = getattr(sys, "_getframe", None)
    if get_frame is not None:
        try:
            frame = get_frame(stacklevel + 1)
        except ValueError:
            return "sys", "<sys>", 0
        space = frame.f_globals
        return space.get("__name__", "<unknown>"), frame.f_code.co_filename, frame.f_lineno
    return "__main__", "__main__", 0


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Issue a warning."""
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    module, filename, lineno = _place(stacklevel)
    warn_explicit(message, category, filename, lineno, module, source=source)


def warn_explicit(
    message,
    category,
    filename,
    lineno,
    module=None,
    registry=None,
    module_globals=None,
    source=None,
):
    """Issue a warning for a place."""
    if module is None:
        module = filename.removesuffix(".py") or "<unknown>"
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    action = _action(text, category, module, lineno)
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action != "always":
        key = (text, category) if action == "once" else (text, category, module)
        if action == "default":
            key += (lineno,)
        if key in _seen:
            return
        _seen.add(key)
    _showwarnmsg(WarningMessage(message, category, filename, lineno, source=source))


def _action(text, category, module, lineno):
    for action, pattern, kind, place, line in filters:
        if (
            issubclass(category, kind)
            and (line == 0 or line == lineno)
            and (pattern is None or _matches(pattern, text))
            and (place is None or _matches(place, module))
        ):
            return action
    return _defaultaction


def _matches(pattern, text):
    import re

    return re.match(pattern, text, re.I) is not None


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning."""
    return f"{filename}:{lineno}: {category.__name__}: {message}\n"


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning; may be replaced."""
    file = sys.stderr if file is None else file
    file.write(formatwarning(message, category, filename, lineno, line))


_showwarning = showwarning


def _showwarnmsg(warning):
    showwarning(warning.message, warning.category, warning.filename, warning.lineno)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Add a filter: what to do with warnings that match regular expressions."""
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    _add_filter((action, message or None, category, module or None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Add a filter for a category."""
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    _add_filter((action, None, category, None, lineno), append)


def _add_filter(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _seen.clear()


def resetwarnings():
    """Remove all filters."""
    filters.clear()
    _seen.clear()


class catch_warnings:
    """A context that keeps the filters, and with `record` collects what is shown."""

    def __init__(
        self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False
    ):
        self._record = record
        self._filter = None if action is None else (action, category, lineno, append)
        self._entered = False

    def __enter__(self):
        global _showwarnmsg
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        self._saved = filters[:], showwarning, _showwarnmsg
        log = None
        if self._record:
            log = []
            _showwarnmsg = log.append
        if self._filter is not None:
            simplefilter(*self._filter)
        _seen.clear()
        return log

    def __exit__(self, *exc_info):
        global _showwarnmsg, showwarning
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        filters[:], showwarning, _showwarnmsg = self._saved
        _seen.clear()


def deprecated(message, /, *, category=DeprecationWarning, stacklevel=1):
    """A decorator that warns when a function is called or a class is used."""
    if not isinstance(message, str):
        raise TypeError(
            f"Expected an object of type str for 'message', not {type(message).__name__!r}"
        )

    def decorate(item):
        item.__deprecated__ = message
        if category is None or isinstance(item, type):
            return item

        def wrapper(*args, **keywords):
            warn(message, category=category, stacklevel=stacklevel + 1)
            return item(*args, **keywords)

        wrapper.__name__ = getattr(item, "__name__", "wrapper")
        wrapper.__deprecated__ = message
        return wrapper

    return decorate
