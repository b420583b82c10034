"""Values over several lines, as CPython's `pprint`: what fits into a line stays in one."""

import re
import sys
from types import MappingProxyType, SimpleNamespace

__all__ = [
    "PrettyPrinter",
    "isreadable",
    "isrecursive",
    "pformat",
    "pp",
    "pprint",
    "saferepr",
]


def pprint(
    object,
    stream=None,
    indent=1,
    width=80,
    depth=None,
    *,
    compact=False,
    sort_dicts=True,
    underscore_numbers=False,
):
    """Write a value to a stream, by default the standard output."""
    PrettyPrinter(
        indent,
        width,
        depth,
        stream,
        compact=compact,
        sort_dicts=sort_dicts,
        underscore_numbers=underscore_numbers,
    ).pprint(object)


def pformat(
    object,
    indent=1,
    width=80,
    depth=None,
    *,
    compact=False,
    sort_dicts=True,
    underscore_numbers=False,
):
    """The text of a value."""
    return PrettyPrinter(
        indent,
        width,
        depth,
        compact=compact,
        sort_dicts=sort_dicts,
        underscore_numbers=underscore_numbers,
    ).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """Write a value; dicts keep their order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """The representation in one line; what contains itself is marked."""
    return PrettyPrinter()._one_line(object, set(), 0)[0]


def isreadable(object):
    """Whether the text of a value can be evaluated."""
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    """Whether a value contains itself."""
    return PrettyPrinter().isrecursive(object)


class _Key:
    """A value in the order of its kind, or of the names of kinds that have no common order."""

    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (
                str(type(other.value)),
                id(other.value),
            )


def _pair_key(pair):
    return _Key(pair[0]), _Key(pair[1])


def _recursion(value):
    return f"<Recursion on {type(value).__name__} with id={id(value)}>"


class PrettyPrinter:
    """Lays values out in lines of a width."""

    def __init__(
        self,
        indent=1,
        width=80,
        depth=None,
        stream=None,
        *,
        compact=False,
        sort_dicts=True,
        underscore_numbers=False,
    ):
        indent = int(indent)
        width = int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        """Write a value."""
        if self._stream is not None:
            self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        """The text of a value."""
        parts = []
        self._lay_out(object, parts.append, 0, 0, set(), 0)
        return "".join(parts)

    def isrecursive(self, object):
        """Whether a value contains itself."""
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        """Whether the text of a value can be evaluated."""
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """The text in one line, whether it can be evaluated, and whether the value contains
        itself."""
        return self._one_line(object, set(context), level, maxlevels)

    # In one line.

    def _text(self, value, context, level):
        return self.format(value, dict.fromkeys(context), self._depth, level)[0]

    def _one_line(self, value, context, level, depth=None):
        kind = _shown_as(type(value))
        if kind is int:
            text = f"{value:_d}" if self._underscore_numbers else repr(value)
            return text, True, False
        is_dict = kind is dict
        is_list = kind is list
        if not is_dict and not is_list and kind is not tuple:
            text = repr(value)
            return text, bool(text) and not text.startswith("<"), False
        if not value:
            return repr(value), True, False
        if depth and level >= depth:
            tuple_text = "(...,)" if len(value) == 1 else "(...)"
            return "{...}" if is_dict else "[...]" if is_list else tuple_text, False, False
        if id(value) in context:
            return _recursion(value), False, True
        context = context | {id(value)}
        readable = True
        recursive = False

        def inner(item):
            nonlocal readable, recursive
            text, item_readable, item_recursive = self.format(
                item, dict.fromkeys(context), depth, level + 1
            )
            readable = readable and item_readable
            recursive = recursive or item_recursive
            return text

        if is_dict:
            pairs = sorted(value.items(), key=_pair_key) if self._sort_dicts else value.items()
            text = "{" + ", ".join([f"{inner(key)}: {inner(item)}" for key, item in pairs]) + "}"
        else:
            text = ", ".join([inner(item) for item in value])
            if is_list:
                text = f"[{text}]"
            else:
                text = f"({text},)" if len(value) == 1 else f"({text})"
        return text, readable, recursive

    # Over several lines.

    def _lay_out(self, value, write, indent, allowance, context, level):
        if id(value) in context:
            write(_recursion(value))
            return
        text = self._text(value, context, level)
        if len(text) > self._width - indent - allowance:
            layout = self._layout_of(value)
            if layout is not None:
                inner = context | {id(value)}
                layout(self, value, write, indent, allowance, inner, level + 1)
                return
        write(text)

    def _layout_of(self, value):
        kind = type(value)
        layout = _layouts().get(_shown_as(kind))
        if layout is None and hasattr(kind, "__dataclass_fields__"):
            parameters = kind.__dataclass_params__
            if parameters.repr and kind.__repr__.__qualname__ == f"{kind.__qualname__}.__repr__":
                return PrettyPrinter._dataclass
        return layout

    def _dict(self, value, write, indent, allowance, context, level):
        write("{")
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * " ")
        if value:
            pairs = sorted(value.items(), key=_pair_key) if self._sort_dicts else value.items()
            self._pairs(list(pairs), write, indent, allowance + 1, context, level)
        write("}")

    def _pairs(self, pairs, write, indent, allowance, context, level):
        indent += self._indent_per_level
        for number, (key, item) in enumerate(pairs):
            last = number == len(pairs) - 1
            text = self._text(key, context, level)
            write(text + ": ")
            room = allowance if last else 1
            self._lay_out(item, write, indent + len(text) + 2, room, context, level)
            if not last:
                write(",\n" + " " * indent)

    def _ordered_dict(self, value, write, indent, allowance, context, level):
        if not value:
            write(repr(value))
            return
        name = type(value).__name__
        write(name + "(")
        pairs = list(value.items())
        self._lay_out(pairs, write, indent + len(name) + 1, allowance + 1, context, level)
        write(")")

    def _list(self, value, write, indent, allowance, context, level):
        write("[")
        self._items(value, write, indent, allowance + 1, context, level)
        write("]")

    def _tuple(self, value, write, indent, allowance, context, level):
        write("(")
        end = ",)" if len(value) == 1 else ")"
        self._items(value, write, indent, allowance + len(end), context, level)
        write(end)

    def _set(self, value, write, indent, allowance, context, level):
        if not value:
            write(repr(value))
            return
        if type(value) is set:
            write("{")
            end = "}"
        else:
            name = type(value).__name__
            write(name + "({")
            end = "})"
            indent += len(name) + 1
        ordered = sorted(value, key=_Key)
        self._items(ordered, write, indent, allowance + len(end), context, level)
        write(end)

    def _items(self, items, write, indent, allowance, context, level):
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * " ")
        separator = ",\n" + " " * indent
        room = width = self._width - indent + 1
        between = ""
        items = list(items)
        for number, item in enumerate(items):
            last = number == len(items) - 1
            if last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._text(item, context, level)
                size = len(text) + 2
                if room < size:
                    room = width
                    if between:
                        between = separator
                if room >= size:
                    room -= size
                    write(between + text)
                    between = ", "
                    continue
            write(between)
            between = separator
            self._lay_out(item, write, indent, allowance if last else 1, context, level)

    def _str(self, value, write, indent, allowance, context, level):
        if not value:
            write(repr(value))
            return
        if level == 1:
            indent += 1
            allowance += 1
        pieces = []
        lines = value.splitlines(True)
        for number, line in enumerate(lines):
            width = self._width - indent
            last = number == len(lines) - 1
            text = repr(line)
            if len(text) <= (width - allowance if last else width):
                pieces.append(text)
                continue
            parts = re.findall(r"\S*\s*", line)
            parts.pop()  # what is empty at the end
            current = ""
            for place, part in enumerate(parts):
                longer = current + part
                limit = width - allowance if last and place == len(parts) - 1 else width
                if len(repr(longer)) > limit:
                    if current:
                        pieces.append(repr(current))
                    current = part
                else:
                    current = longer
            if current:
                pieces.append(repr(current))
        if len(pieces) == 1:
            write(pieces[0])
            return
        text = ("\n" + " " * indent).join(pieces)
        write(f"({text})" if level == 1 else text)

    def _bytes(self, value, write, indent, allowance, context, level):
        if len(value) <= 4:
            write(repr(value))
            return
        parens = level == 1
        if parens:
            indent += 1
            allowance += 1
            write("(")
        between = ""
        for piece in _byte_pieces(value, self._width - indent, allowance):
            write(between + piece)
            between = "\n" + " " * indent
        if parens:
            write(")")

    def _bytearray(self, value, write, indent, allowance, context, level):
        write("bytearray(")
        self._bytes(bytes(value), write, indent + 10, allowance + 1, context, level + 1)
        write(")")

    def _mapping_proxy(self, value, write, indent, allowance, context, level):
        write("mappingproxy(")
        self._lay_out(value.copy(), write, indent + 13, allowance + 1, context, level)
        write(")")

    def _namespace(self, value, write, indent, allowance, context, level):
        name = "namespace" if type(value) is SimpleNamespace else type(value).__name__
        pairs = list(value.__dict__.items())
        self._attributes(name, pairs, write, indent, allowance, context, level)

    def _dataclass(self, value, write, indent, allowance, context, level):
        pairs = [
            (field.name, getattr(value, field.name))
            for field in value.__dataclass_fields__.values()
            if field.repr and field._field_type == "_FIELD"
        ]
        name = type(value).__name__
        self._attributes(name, pairs, write, indent, allowance, context, level)

    def _attributes(self, name, pairs, write, indent, allowance, context, level):
        indent += len(name) + 1
        write(name + "(")
        for number, (title, item) in enumerate(pairs):
            last = number == len(pairs) - 1
            write(title + "=")
            if id(item) in context:
                write("...")
            else:
                room = allowance if last else 1
                self._lay_out(item, write, indent + len(title) + 1, room, context, level)
            if not last:
                write(",\n" + " " * indent)
        write(")")

    def _counter(self, value, write, indent, allowance, context, level):
        if not value:
            write(repr(value))
            return
        name = type(value).__name__
        write(name + "({")
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * " ")
        pairs = value.most_common()
        self._pairs(pairs, write, indent + len(name) + 1, allowance + 2, context, level)
        write("})")

    def _default_dict(self, value, write, indent, allowance, context, level):
        if not value:
            write(repr(value))
            return
        factory = self._text(value.default_factory, context, level)
        name = type(value).__name__
        indent += len(name) + 1
        write(f"{name}({factory},\n{' ' * indent}")
        self._dict(value, write, indent, allowance + 1, context, level)
        write(")")

    def _deque(self, value, write, indent, allowance, context, level):
        if not value:
            write(repr(value))
            return
        name = type(value).__name__
        write(name + "(")
        indent += len(name) + 1
        write("[")
        if value.maxlen is None:
            self._items(value, write, indent, allowance + 2, context, level)
            write("])")
        else:
            self._items(value, write, indent, 2, context, level)
            limit = self._text(value.maxlen, context, level)
            write(f"],\n{' ' * indent}maxlen={limit})")

    def _chain_map(self, value, write, indent, allowance, context, level):
        if not value.maps:
            write(repr(value))
            return
        name = type(value).__name__
        write(name + "(")
        indent += len(name) + 1
        for number, each in enumerate(value.maps):
            last = number == len(value.maps) - 1
            self._lay_out(each, write, indent, allowance + 1 if last else 1, context, level)
            write(")" if last else ",\n" + " " * indent)

    def _user(self, value, write, indent, allowance, context, level):
        self._lay_out(value.data, write, indent, allowance, context, level - 1)


def _byte_pieces(value, width, allowance):
    """Literals for parts of four bytes and more that fit into lines."""
    current = b""
    last = len(value) // 4 * 4
    for start in range(0, len(value), 4):
        part = value[start : start + 4]
        longer = current + part
        if start == last:
            width -= allowance
        if len(repr(longer)) > width:
            if current:
                yield repr(current)
            current = part
        else:
            current = longer
    if current:
        yield repr(current)


_KINDS = frozenset((bool, int, dict, list, tuple, set, frozenset, str, bytes, bytearray))


def _shown_as(kind):
    """The class whose `__repr__` a class has."""
    for base in kind.__mro__:
        if base in _KINDS or "__repr__" in base.__dict__ or base in _known:
            return base
    return object


_known = {}


def _layouts():
    """How values are laid out whose `__repr__` is that of a type."""
    if not _known:
        import collections

        for kind, layout in (
            (dict, PrettyPrinter._dict),
            (list, PrettyPrinter._list),
            (tuple, PrettyPrinter._tuple),
            (set, PrettyPrinter._set),
            (frozenset, PrettyPrinter._set),
            (str, PrettyPrinter._str),
            (bytes, PrettyPrinter._bytes),
            (bytearray, PrettyPrinter._bytearray),
            (MappingProxyType, PrettyPrinter._mapping_proxy),
            (SimpleNamespace, PrettyPrinter._namespace),
            (collections.OrderedDict, PrettyPrinter._ordered_dict),
            (collections.Counter, PrettyPrinter._counter),
            (collections.defaultdict, PrettyPrinter._default_dict),
            (collections.deque, PrettyPrinter._deque),
            (collections.ChainMap, PrettyPrinter._chain_map),
            (collections.UserDict, PrettyPrinter._user),
            (collections.UserList, PrettyPrinter._user),
            (collections.UserString, PrettyPrinter._user),
        ):
            _known[kind] = layout
    return _known
