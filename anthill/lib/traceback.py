"""Tracebacks as text and as lists of places."""

import sys

import _traceback

_UNSET = object()


def _exception(error, value):
    """The exception of either call: `f(error)` and `f(type, error, traceback)`."""
    return error if value is _UNSET else value


class FrameSummary:
    """A place: file, line and function."""

    def __init__(self, filename, lineno, name, *, line=None, **others):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line

    @property
    def line(self):
        """The text of the line, "" where the source is not at hand."""
        if self._line is None:
            self._line = ""
            try:
                with open(self.filename) as source:
                    for number, text in enumerate(source, 1):
                        if number == self.lineno:
                            self._line = text.strip()
                            break
            except (NameError, OSError, UnicodeError):
                pass
        return self._line

    def _parts(self):
        return self.filename, self.lineno, self.name, self.line

    def __iter__(self):
        return iter(self._parts())

    def __getitem__(self, place):
        return self._parts()[place]

    def __len__(self):
        return 4

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return self._parts() == other._parts()
        return self._parts() == other if isinstance(other, tuple) else NotImplemented

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    """A list of places, the outermost first."""

    @classmethod
    def from_list(cls, places):
        result = cls()
        for place in places:
            if not isinstance(place, FrameSummary):
                filename, lineno, name, line = place
                place = FrameSummary(filename, lineno, name, line=line)
            result.append(place)
        return result

    def format_frame_summary(self, place):
        text = f'  File "{place.filename}", line {place.lineno}, in {place.name}\n'
        return f"{text}    {place.line}\n" if place.line else text

    def format(self):
        return [self.format_frame_summary(place) for place in self]


def walk_tb(tb):
    """Frames and line numbers of a traceback."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    """The places of a traceback; with a limit the outermost, or the innermost if it is negative."""
    places = StackSummary()
    for frame, lineno in walk_tb(tb):
        code = frame.f_code
        places.append(FrameSummary(code.co_filename, lineno, code.co_name))
    if limit is not None:
        places[:] = places[:limit] if limit >= 0 else places[limit:]
    return places


def format_list(extracted_list):
    """The lines for a list of places."""
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    """The lines for a traceback."""
    return extract_tb(tb, limit).format()


def print_tb(tb, limit=None, file=None):
    """Print the places of a traceback."""
    _print(format_tb(tb, limit), file)


def _print(lines, file):
    (sys.stderr if file is None else file).write("".join(lines))


def format_exception(exc, /, value=_UNSET, tb=None, limit=None, chain=True):
    """The lines of the traceback and of the exception, each with its newline."""
    error = _exception(exc, value)
    if error is None:
        return ["NoneType: None\n"]
    if chain and limit is None:
        return _traceback.text(error).splitlines(True)
    places = extract_tb(error.__traceback__, limit)
    head = ["Traceback (most recent call last):\n"] if places else []
    return head + places.format() + format_exception_only(error)


def format_exception_only(exc, /, value=_UNSET, *, show_group=False):
    """The lines behind the traceback: type and message."""
    error = _exception(exc, value)
    if error is None:
        return ["NoneType: None\n"]
    if isinstance(error, SyntaxError):
        lines = _traceback.text(error).splitlines(True)
        starts = [n for n, line in enumerate(lines) if line.startswith("  File")]
        return lines[starts[-1] if starts else -1 :]
    cls = type(error)
    name = cls.__qualname__
    if cls.__module__ not in ("__main__", "builtins"):
        name = f"{cls.__module__}.{name}"
    try:
        text = str(error)
    except Exception:
        text = "<exception str() failed>"
    lines = [f"{name}: {text}\n" if text else f"{name}\n"]
    for note in getattr(error, "__notes__", None) or ():
        lines += [line + "\n" for line in str(note).split("\n")]
    return lines


def print_exception(exc, /, value=_UNSET, tb=None, limit=None, file=None, chain=True):
    """Print the traceback and the exception."""
    _print(format_exception(exc, value, tb, limit, chain), file)


def format_exc(limit=None, chain=True):
    """The text of the exception that is being handled."""
    return "".join(format_exception(sys.exc_info()[1], limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    """Print the exception that is being handled."""
    print_exception(sys.exc_info()[1], limit=limit, file=file, chain=chain)


def clear_frames(tb):
    """Nothing to do: tracebacks keep no variables."""


class TracebackException:
    """What is shown of an exception, without the exception."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, **others):
        self.exc_type = exc_type
        self.exc_type_str = exc_type.__qualname__
        self.stack = extract_tb(exc_traceback, limit)
        self._text = str(exc_value)
        self._chained = format_exception(exc_value)
        self._alone = format_exception(exc_value, chain=False)
        self._only = format_exception_only(exc_value)

    @classmethod
    def from_exception(cls, exc, **options):
        return cls(type(exc), exc, exc.__traceback__, **options)

    def format(self, *, chain=True):
        yield from self._chained if chain else self._alone

    def format_exception_only(self, *, show_group=False):
        yield from self._only

    def print(self, *, file=None, chain=True):
        _print(self.format(chain=chain), file)

    def __str__(self):
        return self._text
