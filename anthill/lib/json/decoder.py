"""JSON to objects."""

import _json


class JSONDecodeError(ValueError):
    """What is wrong with a text, and where: msg, doc, pos, lineno, colno."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {lineno} column {colno} (char {pos})")
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno


def scanstring(s, end, strict=True, /):
    """The string that begins at an index, behind its opening quote, and the index behind it."""
    try:
        return _json.scan(s, end, strict)
    except _json.Fault as fault:
        error = JSONDecodeError(fault.args[0], s, fault.args[1])
    raise error


py_scanstring = c_scanstring = scanstring


class JSONDecoder:
    """Decodes to str, int, float, bool, None, list and dict, or what the hooks make."""

    def __init__(
        self,
        *,
        object_hook=None,
        parse_float=None,
        parse_int=None,
        parse_constant=None,
        strict=True,
        object_pairs_hook=None,
    ):
        self.object_hook = object_hook
        self.parse_float = parse_float
        self.parse_int = parse_int
        self.parse_constant = parse_constant
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self.memo = {}

    def decode(self, s):
        """The object of a text with nothing but blanks around it."""
        obj, end = self.raw_decode(s, _json.skip(s, 0))
        end = _json.skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """The object that begins at an index, and the index behind it."""
        try:
            return _json.decode(s, idx, self)
        except _json.Fault as fault:
            error = JSONDecodeError(fault.args[0], s, fault.args[1])
        raise error
