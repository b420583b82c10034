"""Constants, templates and formatters for strings."""

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Capitalize the words between separators; without one, between runs of white space."""
    return (" " if sep is None else sep).join([word.capitalize() for word in s.split(sep)])


_NAME_START = frozenset("_" + ascii_letters)
_NAME = _NAME_START | frozenset(digits)


class Template:
    """Text with places `$name` and `${name}`, where `$$` is a dollar sign.

    A subclass may set another `delimiter`, not patterns."""

    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """Pieces of text and what follows each: "" for a delimiter, a name with its form, or None
        for what is wrong, with its place."""
        text = self.template
        mark = self.delimiter
        start = 0
        while True:
            at = text.find(mark, start)
            if at < 0:
                yield text[start:], None, ""
                return
            before = text[start:at]
            end = at + len(mark)
            if text.startswith(mark, end):
                start = end + len(mark)
                yield before, "", mark
                continue
            braced = text.startswith("{", end)
            first = last = end + braced
            if text[last : last + 1] in _NAME_START:
                while text[last : last + 1] in _NAME:
                    last += 1
            start = last + braced
            if last == first or (braced and text[last : last + 1] != "}"):
                start = end
                yield before, None, end
            else:
                yield before, text[first:last], text[at:start]

    def _invalid(self, at):
        lines = self.template[:at].splitlines(keepends=True)
        column = at - len("".join(lines[:-1]))
        return ValueError(f"Invalid placeholder in string: line {len(lines)}, col {column}")

    def substitute(self, mapping={}, /, **keywords):  # noqa: B006
        """The text with values in place of names; KeyError for a name without one."""
        result = []
        for before, name, form in self._parts():
            result.append(before)
            if name:
                value = keywords[name] if name in keywords else mapping[name]
                result.append(str(value))
            elif name is None and form != "":
                raise self._invalid(form)
            else:
                result.append(form)
        return "".join(result)

    def safe_substitute(self, mapping={}, /, **keywords):  # noqa: B006
        """The text with values in place of names that have one."""
        result = []
        for before, name, form in self._parts():
            result.append(before)
            if name:
                try:
                    value = keywords[name] if name in keywords else mapping[name]
                except KeyError:
                    value = form
                result.append(str(value))
            else:
                result.append(self.delimiter if name is None and form != "" else form)
        return "".join(result)

    def is_valid(self):
        """Whether all places are well formed."""
        return all(name is not None or form == "" for _, name, form in self._parts())

    def get_identifiers(self):
        """The names, each once, in order."""
        return list(dict.fromkeys(name for _, name, _ in self._parts() if name))


def _split_field(name):
    """The first part of a field's name and the others as (is attribute, name)."""
    end = 0
    while end < len(name) and name[end] not in ".[":
        end += 1
    first = name[:end]
    rest = []
    while end < len(name):
        is_attribute = name[end] == "."
        start = end + 1
        if is_attribute:
            end = start
            while end < len(name) and name[end] not in ".[":
                end += 1
            part = name[start:end]
        else:
            end = name.find("]", start)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            part = name[start:end]
            end += 1
            if end < len(name) and name[end] not in ".[":
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
            if part.isdigit():
                part = int(part)
        if part == "":
            raise ValueError("Empty attribute in format string")
        rest.append((is_attribute, part))
    return int(first) if first.isdigit() else first, rest


class Formatter:
    """`str.format` in parts that a subclass can replace."""

    def format(self, format_string, /, *args, **keywords):
        return self.vformat(format_string, args, keywords)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, number=0):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            first = _split_field(name)[0]
            if first == "":
                if number is False:
                    raise ValueError(
                        "cannot switch from manual field specification to automatic field numbering"
                    )
                name = str(number) + name
                number += 1
            elif isinstance(first, int):
                if number:
                    raise ValueError(
                        "cannot switch from manual field specification to automatic field numbering"
                    )
                number = False
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, number = self._vformat(spec, args, kwargs, used, depth - 1, number)
            result.append(self.format_field(value, spec))
        return "".join(result), number

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """For subclasses."""

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion}")

    def parse(self, format_string):
        """(literal text, field name, format spec, conversion) one after the other."""
        text = format_string
        at = start = 0
        while at < len(text):
            char = text[at]
            if char not in "{}":
                at += 1
            elif text[at + 1 : at + 2] == char:
                yield text[start : at + 1], None, None, None
                at = start = at + 2
            elif char == "}":
                raise ValueError("Single '}' encountered in format string")
            else:
                literal = text[start:at]
                name, spec, conversion, at = self._field(text, at + 1)
                yield literal, name, spec, conversion
                start = at
        if start < len(text):
            yield text[start:], None, None, None

    def _field(self, text, start):
        """The parts of the field that begins here, and where it ends."""
        if start == len(text):
            raise ValueError("Single '{' encountered in format string")
        at = start
        in_brackets = False
        while at < len(text) and (in_brackets or text[at] not in ":!}"):
            if text[at] == "{":
                raise ValueError("unexpected '{' in field name")
            if text[at] == "[":
                in_brackets = True
            elif text[at] == "]":
                in_brackets = False
            at += 1
        name = text[start:at]
        conversion = None
        if text[at : at + 1] == "!":
            conversion = text[at + 1 : at + 2]
            at += 2
            if conversion == "}":
                raise ValueError("unmatched '{' in format spec")
            if not conversion:
                raise ValueError("end of string while looking for conversion specifier")
            if text[at : at + 1] not in (":", "}"):
                raise ValueError("expected ':' after conversion specifier")
        first = at + 1
        depth = 1
        while at < len(text):
            if text[at] == "{":
                depth += 1
            elif text[at] == "}":
                depth -= 1
                if depth == 0:
                    return name, text[first:at], conversion, at + 1
            at += 1
        raise ValueError("expected '}' before end of string")

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_field(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, part in rest:
            value = getattr(value, part) if is_attribute else value[part]
        return value, first
