"""Objects to JSON."""

import _json


def encode_basestring(s):
    """A string in its quotes."""
    return _json.quote(s, False)


def encode_basestring_ascii(s):
    """A string in its quotes, ASCII only."""
    return _json.quote(s, True)


class JSONEncoder:
    """Encodes str, int, float, bool, None, list, tuple and dict; `default` is asked for others."""

    item_separator = ", "
    key_separator = ": "

    def __init__(
        self,
        *,
        skipkeys=False,
        ensure_ascii=True,
        check_circular=True,
        allow_nan=True,
        sort_keys=False,
        indent=None,
        separators=None,
        default=None,
    ):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """What to encode instead of an object of another type."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        """The text of an object."""
        return _json.encode(o, self)

    def iterencode(self, o, _one_shot=False):
        """The text of an object in pieces."""
        yield _json.encode(o, self)
