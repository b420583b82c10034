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


_PATTERN = r"""
    {delimiter}(?:
      (?P<escaped>{delimiter})
    | (?P<named>{name})
    | {{(?P<braced>{braced})}}
    | (?P<invalid>)
    )
"""


class Template:
    """Text with places `$name` and `${name}`, where `$$` is a dollar sign.

    A derived class may set `delimiter`, `idpattern`, `braceidpattern` and `flags`, or a whole
    `pattern` with the groups escaped, named, braced and invalid."""

    delimiter = "$"
    idpattern = "(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = None
    _compiled = None

    def __init_subclass__(cls):
        super().__init_subclass__()
        cls._compiled = None

    def __init__(self, template):
        self.template = template
        self.pattern = self._compile()

    @classmethod
    def _compile(cls):
        import re

        if cls._compiled is None:
            text = getattr(cls, "pattern", None)
            if text is None:
                text = _PATTERN.format(
                    delimiter=re.escape(cls.delimiter),
                    name=cls.idpattern,
                    braced=cls.braceidpattern or cls.idpattern,
                )
            flags = re.IGNORECASE if cls.flags is None else cls.flags
            cls._compiled = re.compile(text, flags | re.VERBOSE)
        return cls._compiled

    def _invalid(self, found):
        at = found.start("invalid")
        lines = self.template[:at].splitlines(keepends=True)
        column = at - len("".join(lines[:-1])) if lines else 1
        row = len(lines) or 1
        return ValueError(f"Invalid placeholder in string: line {row}, col {column}")

    def _unknown(self):
        return ValueError("Unrecognized named group in pattern", self.pattern)

    def substitute(self, mapping={}, /, **keywords):  # noqa: B006
        """The text with values in place of names; KeyError for a name without one."""

        def convert(found):
            name = found.group("named") or found.group("braced")
            if name is not None:
                return str(keywords[name] if name in keywords else mapping[name])
            if found.group("escaped") is not None:
                return self.delimiter
            if found.group("invalid") is not None:
                raise self._invalid(found)
            raise self._unknown()

        return self.pattern.sub(convert, self.template)

    def safe_substitute(self, mapping={}, /, **keywords):  # noqa: B006
        """The text with values in place of names that have one."""

        def convert(found):
            name = found.group("named") or found.group("braced")
            if name is not None:
                try:
                    return str(keywords[name] if name in keywords else mapping[name])
                except KeyError:
                    return found.group()
            if found.group("escaped") is not None:
                return self.delimiter
            if found.group("invalid") is not None:
                return found.group()
            raise self._unknown()

        return self.pattern.sub(convert, self.template)

    def _known_or(self, found):
        if all(found.group(name) is None for name in ("named", "braced", "escaped", "invalid")):
            raise self._unknown()
        return found.group("named") or found.group("braced")

    def is_valid(self):
        """Whether all places are well formed."""
        for found in self.pattern.finditer(self.template):
            if found.group("invalid") is not None:
                return False
            self._known_or(found)
        return True

    def get_identifiers(self):
        """The names, each once, in order."""
        names = (self._known_or(found) for found in self.pattern.finditer(self.template))
        return list(dict.fromkeys(name for name in names if name))


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
