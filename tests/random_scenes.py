"""Scenes of random programs: what needs more than one expression to show.

Each scene writes a few statements into a program and prints what comes of them: functions with all
kinds of parameters, generators that are driven, nested handlers, classes with special methods,
patterns, slices, formats, big integers. Errors are caught and shown. A scene only reads names that the
program has bound; what it binds itself has names that no other part uses.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random_programs import Generator

PRELUDE = '''
def show(action):
    """Prints what an action gives, or its error with everything that hangs on it."""
    try:
        result = action()
    except BaseException as error:
        print(*chain(error))
    else:
        print(type(result).__name__, shown(result))


def kind(action):
    """The same without the error's text: for arguments that a built-in function may refuse."""
    try:
        result = action()
    except BaseException as error:
        print(type(error).__name__)
    else:
        print(type(result).__name__, shown(result))


def shown(result):
    """The representation of a value, without what the order of a set would tell."""
    if type(result) in (set, frozenset):
        return sorted(map(ascii, result))
    return ascii(result)


def chain(error, depth=3):
    """Type and text of an error and of those that it comes from."""
    parts = [type(error).__name__, ascii(str(error))]
    if isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            parts += ["("] + chain(inner, depth - 1) + [")"]
    if depth and error.__cause__ is not None:
        parts += ["from"] + chain(error.__cause__, depth - 1)
    elif depth and error.__context__ is not None:
        parts += ["context"] + chain(error.__context__, depth - 1)
    return parts


def trace(value, *rest):
    """Prints a value when it is asked for, and gives it."""
    print("t", ascii(value))
    return value


class Manager:
    """A context manager that says what happens to it."""

    def __init__(self, name, swallow=False, fail=""):
        self.name, self.swallow, self.fail = name, swallow, fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise ValueError(self.name)
        return self.name

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__)
        if self.fail == "exit":
            raise KeyError(self.name)
        return self.swallow

'''
"""What the scenes need, once in a script."""

VALUES = (
    "0", "1", "-1", "7", "255", "1 << 70", "-(1 << 31)", "True", "None", "0.5", "-0.0", "1e300",
    "float('inf')", "float('nan')", "''", "'a'", "'ant hill'", "'12'", "'é€'", "b''", "b'xyz'",
    "bytearray(b'ab')", "[]", "[1, 2, 3]", "[3, 'x']", "()", "(1,)", "(1, 2)", "{}", "{'a': 1}",
    "{1: 2, 3: 4}", "set()", "{1}", "frozenset({2})", "range(5)", "range(9, 0, -2)", "slice(1, 3)",
    "...", "NotImplemented", "1j", "2.5 - 1j", "int", "str", "list",
    "len", "[[]]", "([1], 2)", "{'k': [1]}", "'%d'", "'{}'", "2 ** 0.5", "10 ** 18",
)  # fmt: skip
OPERATORS = (
    "+", "-", "*", "/", "//", "%", "&", "|", "^", "<<", ">>", "@", "**", "<", "<=", "==", "!=",
    ">", ">=", "in", "not in", "is", "and", "or",
)  # fmt: skip
FUNCTIONS = (
    "abs", "all", "any", "ascii", "bin", "bool", "bytearray", "bytes", "callable", "chr",
    "complex", "dict", "divmod", "enumerate", "float", "format", "frozenset", "getattr", "hasattr",
    "hex", "int", "isinstance", "issubclass", "iter", "len", "list", "map", "max", "min", "next",
    "oct", "ord", "pow", "range", "repr", "reversed", "round", "set", "slice", "sorted", "str",
    "sum", "tuple", "type", "zip", "filter", "setattr", "delattr", "hash",
)  # fmt: skip
STR_METHODS = (
    "capitalize", "casefold", "center", "count", "encode", "endswith", "expandtabs", "find",
    "index", "isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower",
    "isnumeric", "isprintable", "isspace", "istitle", "isupper", "join", "ljust", "lower", "lstrip",
    "partition", "removeprefix", "removesuffix", "replace", "rfind", "rindex", "rjust",
    "rpartition", "rsplit", "rstrip", "split", "splitlines", "startswith", "strip", "swapcase",
    "title", "upper", "zfill",
)  # fmt: skip
BYTES_METHODS = (
    *(name for name in STR_METHODS if name not in (
        "casefold", "encode", "isidentifier", "isprintable", "isdecimal", "isnumeric")),
    "hex", "decode",
)  # fmt: skip
LIST_METHODS = (
    "append", "clear", "copy", "count", "extend", "index", "insert", "pop", "remove", "reverse",
    "sort",
)  # fmt: skip
DICT_METHODS = (
    "clear", "copy", "get", "items", "keys", "pop", "popitem", "setdefault", "update", "values",
)  # fmt: skip
SET_METHODS = (
    "add", "clear", "copy", "difference", "difference_update", "discard", "intersection",
    "intersection_update", "isdisjoint", "issubset", "issuperset", "remove",
    "symmetric_difference", "symmetric_difference_update", "union", "update",
)  # fmt: skip
TEXTS = (
    "''", "' '", "'a'", "'b'", "'ab'", "'abcabc'", "'Ant Hill'", "'  x y  '", "'a,b,,c'",
    "'tab\\tx'", "'one\\ntwo\\r\\nthree'", "'é'", "'ÀÉ straße'", "'\\u20ac\\U0001f41c'", "'xX'",
    "'123'", "'-5'", "'x1_y'", "'a-b'", "'ÿ'",
)  # fmt: skip
TYPES = ("int", "str", "float", "bool", "list", "tuple", "dict", "bytes", "set", "object")
BINARY_METHODS = (
    ("add", "+"), ("sub", "-"), ("mul", "*"), ("truediv", "/"), ("floordiv", "//"), ("mod", "%"),
    ("and", "&"), ("or", "|"), ("xor", "^"), ("lshift", "<<"), ("rshift", ">>"), ("pow", "**"),
    ("matmul", "@"), ("divmod", ""),
)  # fmt: skip
COMPARISONS = (("lt", "<"), ("le", "<="), ("eq", "=="), ("ne", "!="), ("gt", ">"), ("ge", ">="))
ERRORS = (
    "ValueError('v')", "KeyError('k')", "IndexError", "TypeError('t', 1)", "StopIteration(5)",
    "ZeroDivisionError()", "RuntimeError('r')", "OSError(2, 'no')", "GeneratorExit",
    "ExceptionGroup('g', [ValueError(1), KeyError(2)])",
)  # fmt: skip
CAUGHT = (
    "ValueError", "KeyError", "LookupError", "(IndexError, TypeError)", "ArithmeticError",
    "Exception", "BaseException", "StopIteration",
)  # fmt: skip


def value(g: Generator) -> str:
    """Any value, of the program or plain."""
    if g.chance(0.2):
        return g.expression(g.random.choice(list(g.names)), 1)
    return g.random.choice(VALUES)


def values(g: Generator, least: int, most: int) -> list[str]:
    """Several values."""
    return [value(g) for _ in range(g.random.randint(least, most))]


def few_values(g: Generator) -> str:
    """Arguments of which one may be anything: which of several wrong ones is named is no matter."""
    return ", ".join([*values(g, 0, 1), *g.pick("", "", "1", "-2").split()])


def show(g: Generator, expression: str) -> None:
    """A line that shows an expression's value or error."""
    g.write(f"show(lambda: {expression})")


def kind(g: Generator, expression: str) -> None:
    """A line that shows an expression's value or the type of its error."""
    g.write(f"kind(lambda: {expression})")


def few(g: Generator) -> int:
    """A small number that is often zero or negative."""
    return g.random.randint(-4, 7)


# Single operations with operands of any type.


def mixed(g: Generator) -> None:
    """Operators between values of any type."""
    for _ in range(4):
        a, b = value(g), value(g)
        operator = g.random.choice(OPERATORS)
        if operator == "**" or operator == "<<":
            a, b = f"({a})", str(few(g)) if g.chance(0.7) else f"min({b}, 9)"
        if operator == "is":
            b = g.pick("None", "True", "...", "int", "[]")
        show(g, f"({a}) {operator} ({b})")


def augmented(g: Generator) -> None:
    """Operators that assign, and what becomes of another name for the same object."""
    name = g.fresh("m")
    operator = g.pick("+", "-", "*", "//", "%", "&", "|", "^", "/")
    operand = value(g) if operator != "*" else str(few(g))
    g.write(f"def {name}():")
    g.write(f"    a = b = {value(g)}")
    g.write(f"    a {operator}= {operand}")
    g.write("    return a, b, a is b if isinstance(a, (list, set, dict, bytearray)) else None")
    show(g, f"{name}()")


def functions(g: Generator) -> None:
    """Built-in functions with arguments of any type."""
    for _ in range(4):
        name = g.random.choice(FUNCTIONS)
        arguments = ", ".join(values(g, 0 if g.chance(0.1) else 1, 2))
        if name in ("enumerate", "iter", "map", "filter", "zip", "reversed"):
            kind(g, f"list({name}({arguments}))")
        elif name in ("set", "frozenset"):
            kind(g, f"sorted({name}({arguments}), key=repr)")
        elif name == "hash":
            kind(g, f"isinstance(hash({value(g)}), int)")
        elif name in ("bytes", "bytearray", "range"):
            small = str(few(g))
            kind(g, f"{name}({g.random.choice((small, value(g)))})[:20]")
        elif name == "pow":
            kind(g, f"pow({value(g)}, {few(g)}, {g.random.choice(('None', value(g)))})")
        else:
            kind(g, f"{name}({arguments})")


def methods(g: Generator) -> None:
    """Methods of built-in types with arguments of any type."""
    for _ in range(3):
        owner = g.pick("str", "bytes", "list", "dict", "set")
        if owner == "str":
            kind(g, f"{text(g)}.{g.random.choice(STR_METHODS)}({few_values(g)})")
        elif owner == "bytes":
            name = g.random.choice(BYTES_METHODS)
            source = g.pick("b'ab ab'", "b''", "bytearray(b'x,y')", "b'\\xff\\n12'")
            kind(g, f"{source}.{name}({few_values(g)})")
        else:
            change(g, owner)


def change(g: Generator, owner: str) -> None:
    """A method of a container, and the container afterwards."""
    name = g.fresh("m")
    table = {"list": LIST_METHODS, "dict": DICT_METHODS, "set": SET_METHODS}
    start = {
        "list": "[3, 1, 2]", "dict": "{'a': 1, 2: 'b'}", "set": "{1, 'x', (2,)}",
    }[owner]  # fmt: skip
    g.write(f"def {name}():")
    g.write(f"    c = {start}")
    for _ in range(g.random.randint(1, 3)):
        method = g.random.choice(table[owner])
        arguments = ", ".join(values(g, 0, 2 if owner != "set" else 1))
        g.write(f"    r = c.{method}({arguments})")
        if owner == "set":
            g.write("    print(type(r).__name__, sorted(c, key=repr))")
        else:
            g.write("    print(ascii(r), ascii(c))")
    kind(g, f"{name}()")


# Texts and formats.


def text(g: Generator) -> str:
    """A text with what methods look for."""
    return g.random.choice(TEXTS) if g.chance(0.7) else f"({g.text(1)})"


def texts(g: Generator) -> None:
    """String methods with arguments of the right types."""
    for _ in range(4):
        a, b, c = text(g), text(g), text(g)
        n, m = few(g), few(g)
        form = g.pick(
            f"{a}.split({b}, {n})", f"{a}.rsplit({b}, {n})", f"{a}.split(None, {n})",
            f"{a}.splitlines({g.pick('True', 'False', '')})", f"{a}.partition({b})",
            f"{a}.rpartition({b})", f"{a}.replace({b}, {c}, {n})", f"{a}.find({b}, {n}, {m})",
            f"{a}.rfind({b}, {n}, {m})", f"{a}.count({b}, {n}, {m})", f"{a}.index({b}, {n})",
            f"{a}.strip({b})", f"{a}.lstrip({b})", f"{a}.expandtabs({n})",
            f"{a}.startswith(({b}, {c}), {n})", f"{a}.endswith({b}, {n}, {m})",
            f"{a}.center({n + 6}, '*')", f"{a}.ljust({n + 5})", f"{a}.zfill({n + 6})",
            f"{a}.encode({g.pick(*CODECS)}, {g.pick(*HANDLERS)})", f"{a}.join([{b}, {c}])",
            f"{a}.translate({{97: 'x', 98: None, 233: 101}})", f"{a}.{g.pick(*STR_METHODS[9:20])}()",
            f"{a}.swapcase().casefold()", f"{a}.title()", f"{a}.capitalize()", f"ascii({a})",
            f"{a}.encode().decode({g.pick(*CODECS)}, {g.pick(*HANDLERS)})", f"{a}.upper().lower()",
            f"({a} < {b}, {a} in {b}, {a} * {n})", f"{a}[{n}:{m}]", f"{a}[{n}]",
            f"{a}[{n}:{m}:{g.pick('-1', '2', '-2', '3')}]", f"str({a}.encode(), 'utf-8')",
        )  # fmt: skip
        show(g, form)


CODECS = ("'utf-8'", "'ascii'", "'latin-1'", "'utf-16-le'")
HANDLERS = ("'strict'", "'ignore'", "'replace'", "'backslashreplace'", "'wrong'")


def formats(g: Generator) -> None:
    """The format mini-language, with whole and mutilated specifications."""
    numbers = (
        "0", "-7", "255", "1 << 70", "True", "0.1", "-2.5", "1e22", "1e-7", "123456.789", "0.0",
        "float('inf')", "-float('nan')", "1.5 + 2j", "'ant'", "'é'", "None", "12345678", "999.95",
    )  # fmt: skip
    for _ in range(5):
        if g.chance(0.25):
            show(g, percent(g))
            continue
        spec = specification(g)
        operand = g.random.choice(numbers)
        form = g.pick(
            f"format({operand}, {spec!r})",
            f"f'{{{operand.replace(chr(39), chr(34))}:{spec}}}'",
            f"'{{:{spec}}}|{{0!r}}'.format({operand}) if 0 else '{{0:{spec}}}|{{0!r}}'"
            f".format({operand})",
        )
        show(g, form)


def specification(g: Generator) -> str:
    """One format specification, sometimes wrong."""
    parts = [
        g.pick("", "", "<", ">", "^", "=", "*<", "x=", "é>"),
        g.pick("", "", "+", "-", " "),
        g.pick("", "", "", "z"),
        g.pick("", "", "#"),
        g.pick("", "", "0"),
        g.pick("", "", "3", "12", "1"),
        g.pick("", "", ",", "_"),
        g.pick("", "", ".0", ".3", ".10"),
        g.pick("", "", *"bcdeEfFgGnosxX%", "q"),
    ]
    if g.chance(0.08):
        g.random.shuffle(parts)
    return "".join(parts)


def percent(g: Generator) -> str:
    """A use of `%` with a text."""
    flags = g.pick("", "", "-", "+", " ", "0", "#", "-+", "0#")
    width = g.pick("", "5", "12", "*")
    places = g.pick("", "", ".0", ".3", ".")
    letter = g.random.choice("diouxXeEfFgGcrsa%q")
    operand = g.random.choice(VALUES)
    more = "3, " if width == "*" else ""
    prefix = g.pick("", "b") if letter in "dxcsra" and g.chance(0.2) else ""
    return f"{prefix}'<%{flags}{width}{places}{letter}>' % ({more}{operand},)"


# Numbers.


def big(g: Generator) -> str:
    """An integer of any size, as text."""
    if g.chance(0.15):
        return str(few(g))
    bits = g.random.choice((8, 29, 30, 31, 32, 61, 62, 63, 64, 65, 90, 127, 128, 200, 700, 3000))
    number = g.random.getrandbits(bits)
    if g.chance(0.2):
        number = (1 << bits) + g.random.randint(-1, 1)
    return str(-number if g.chance(0.4) else number)


def integers(g: Generator) -> None:
    """Arithmetic of big integers."""
    for _ in range(5):
        a, b, c = big(g), big(g), big(g)
        n = g.random.choice((0, 1, 5, 31, 32, 63, 64, 65, 130, -1))
        order = g.pick("'big'", "'little'")
        signed = g.pick("True", "False")
        form = g.pick(
            f"({a}) + ({b})", f"({a}) - ({b})", f"({a}) * ({b})", f"({a}) // ({b})",
            f"({a}) % ({b})", f"divmod({a}, {b})", f"({a}) & ({b})", f"({a}) | ({b})",
            f"({a}) ^ ({b})", f"~({a})", f"({a}) << {n}", f"({a}) >> {n}", f"({a}) / ({b})",
            f"pow({a}, {abs(few(g))}, {b})", f"pow({a}, -1, {b})", f"({a}) ** {abs(few(g))}",
            f"(({a}) < ({b}), ({a}) == ({b}))", f"hex({a}) + oct({b})", f"int(str({a}))",
            f"float({a})", f"({a}).bit_length(), ({b}).bit_count()", f"round({a}, {-abs(few(g))})",
            f"int(hex({a}), 16) == {a}", f"({a}).to_bytes({n}, {order}, signed={signed})",
            f"int.from_bytes(({a} % 2 ** 64).to_bytes(9, {order}), {order}, signed={signed})",
            f"format({a}, {g.pick(',', '_x', '+d', 'b', '>60', '#X', 'e', '.3f')!r})",
            f"({a}) == float({a})", f"({a}) < float({b})", f"int(float({a}))",
            f"({a}) * 1.5 // ({b})", f"hash({a}) == hash(float({a}))", f"({a}) - 0.25",
            f"int({g.random.choice(INTEGER_TEXTS)}, {g.pick('0', '2', '10', '16', '36', '37')})",
            f"int({g.random.choice(INTEGER_TEXTS)})", f"float({g.random.choice(FLOAT_TEXTS)})",
            f"sum([{a}, {b}, {c}])", f"max({a}, {b}) - min({b}, {c})", f"abs({a})",
        )  # fmt: skip
        show(g, form)


INTEGER_TEXTS = (
    "'0x1F'", "'1_000'", "'_1'", "' 12 '", "'0b101'", "'0o17'", "'zz'", "'-0'", "'+5'", "''",
    "'1__0'", "'012'", "b'77'", "'٣'", "'- 1'",
)  # fmt: skip
FLOAT_TEXTS = (
    "'1e5'", "'.5'", "'5.'", "'1_0.0_1'", "'inf'", "'-Infinity'", "'nan'", "'1e'", "' 2 '", "'0x1'",
    "'1e400'", "'-1e-400'", "'4.9e-324'", "b'2.5'", "'1.7976931348623157e308'", "'.'",
)  # fmt: skip


def floats(g: Generator) -> None:
    """Arithmetic and texts of floats."""
    for _ in range(4):
        a = repr(g.random.choice((g.random.uniform(-10, 10), g.random.gauss(0, 1e10), 0.0, -0.0)))
        b = repr(g.random.choice((2.0 ** g.random.randint(-60, 60), g.random.random(), 3.0)))
        form = g.pick(
            f"({a}) + ({b})", f"({a}) * ({b})", f"({a}) / ({b})", f"({a}) // ({b})",
            f"({a}) % ({b})", f"divmod({a}, {b})", f"({a}) ** {few(g)}", f"round({a}, {few(g)})",
            f"round({a})", f"int({a})", f"({a}).as_integer_ratio()", f"({a}).hex()",
            f"float.fromhex(({a}).hex()) == {a}", f"({a}).is_integer()", f"repr({a} * {b})",
            f"complex({a}, {b}) * ({a})", f"complex({a}, {b}) / complex({b}, {few(g)})",
            f"({a}) < ({big(g)})", f"abs(complex({few(g)}, {few(g)}))", f"-({a})",
            f"'%.{abs(few(g))}f %g %e' % ({a}, {b}, {a})", f"({a}) - ({big(g)})",
            f"complex({a}, {few(g)}) ** {few(g)} != 0", f"sum([{a}, {b}, {a}])",
        )  # fmt: skip
        show(g, form)


# Sequences.


def slices(g: Generator) -> None:
    """Slices of every sequence, read, assigned and deleted."""
    name = g.fresh("m")
    bounds = ("", "", "0", "1", "2", "3", "-1", "-2", "5", "-7", "None", "1 << 80", "-(1 << 70)")
    steps = ("", "", "", "1", "2", "-1", "-2", "3", "-(1 << 66)", "0")

    def cut() -> str:
        step = g.random.choice(steps)
        return f"{g.random.choice(bounds)}:{g.random.choice(bounds)}" + (step and f":{step}")

    source = g.pick(
        "[0, 1, 2, 3, 4, 5]", "bytearray(b'abcdef')", "list('anthill')", "[]", "list(range(9))"
    )
    filler = g.pick(
        "'xy'", "[9]", "[]", "b'zz'", "(7, 8, 9)", "range(2)", "5", "s", "s[::-1]", "iter([1, 2])"
    )
    g.write(f"def {name}():")
    g.write(f"    s = {source}")
    for _ in range(g.random.randint(1, 3)):
        g.write(
            g.pick(
                f"    s[{cut()}] = {filler}",
                f"    del s[{cut()}]",
                f"    print(s[{cut()}])",
                f"    s[{few(g)}] = {g.random.choice(VALUES)}",
                f"    del s[{few(g)}]",
                f"    s[{cut()}] += {filler}",
            )
        )
        g.write("    print(ascii(s))")
    show(g, f"{name}()")
    fixed = g.pick(
        "'antéhill'", "b'abcdef'", "(0, 1, 2, 3, 4)", "range(3, 30, 4)", "memoryview(b'qrst')"
    )
    show(g, f"list({fixed}[{cut()}])")
    show(g, f"slice({', '.join(values(g, 1, 3))}).indices({few(g)})")


def unpacking(g: Generator) -> None:
    """Targets of every shape."""
    name = g.fresh("m")
    target = g.pick(
        "a, b", "a, *b", "*a, b", "(a, b), c", "[a, [b, *c]]", "a, (b, c), *d", "a, b, c", "a, a",
        "(a,), *b", "*a,", "s[0], s[1:]", "a, s[a]", "s[0], a.x",
    )  # fmt: skip
    source = g.pick(
        "1, 2", "'ab'", "[1, [2, 3]]", "(1, 2), 3", "range(3)", "{'k': 1, 'l': 2}", "5", "[[1], 2]",
        "iter('abc')", "1, (2, 3), 4, 5", "None", "()", "(x for x in (1, 'yz'))",
    )  # fmt: skip
    g.write(f"def {name}():")
    g.write("    s = [0, 0, 0]")
    if g.chance(0.3):
        g.write(f"    for {target} in [({source}), ({source})]: print(ascii(s))")
    else:
        g.write(f"    {target} = {source}")
    g.write("    print({k: v for k, v in sorted(locals().items()) if k != 'name'})")
    show(g, f"{name}()")


def target(g: Generator, depth: int) -> tuple[str, str]:
    """A target of any shape, and a value that mostly fits."""
    if depth == 0 or g.chance(0.3):
        place = g.pick("a", "b", "c", "d", "(a)", "s[0]", "s[1:2]", "o.x", "(o).y", "s[s[2]]")
        return place, g.pick("1", "2", "'x'", "[3]") if g.chance(0.95) else "None"
    parts = [target(g, depth - 1) for _ in range(g.random.choice((0, 1, 1, 2, 2, 3)))]
    targets, sources = [t for t, _ in parts], [v for _, v in parts]
    if parts and g.chance(0.3):
        index = g.random.randrange(len(parts))
        targets[index] = "*" + g.pick("a", "b", "[a]", "(a, b)", "s[1:]", "o.x", targets[index])
        sources[index : index + 1] = [g.pick("7", "'y'")] * g.random.randint(0, 3)
    if g.chance(0.1):
        sources.append("0")
    comma = "," if len(targets) == 1 or (targets and g.chance(0.2)) else ""
    inside = ", ".join(targets)
    shape = g.pick(f"[{inside}]", f"({inside}{comma})", f"[{inside}{comma}]")
    listed = "[" + ", ".join(sources) + "]"
    return shape, listed if g.chance(0.7) else f"{g.pick('tuple', 'list')}({listed})"


def targets(g: Generator) -> None:
    """Targets inside targets, wherever there are targets."""
    name = g.fresh("m")
    place, source = target(g, 3)
    other, _ = target(g, 1)
    g.write(f"def {name}():")
    g.write("    s, o = [0, 0, 0], type('O', (), {})")
    g.write(
        g.pick(
            f"    {place} = {source}",
            f"    {place} = {other} = {source}",
            f"    {other} = {place} = {source}",
            f"    for {place} in [{source}, {source}]: print(s)",
            f"    print([s[:] for {place} in [{source}]])",
            f"    with Manager(list({source})) as {place}: print(s)",
            f"    with Manager(1) as a, Manager(list({source})) as {place}: print(a)",
            f"    for {place} in [{source}]: pass\n        else: print(s)",
        ).replace("\n    ", "\n" + "    " * g.indent)
    )
    g.write("    show(lambda: (s, sorted(k for k in vars(o) if len(k) == 1)))")
    g.write("    print({k: v for k, v in sorted(locals().items()) if k in 'abcd'})")
    show(g, f"{name}()")


def order(g: Generator) -> None:
    """The order in which the parts of an expression are evaluated."""
    count = 0

    def t() -> str:
        nonlocal count
        count += 1
        return f"trace({g.random.choice((count, count, '(7,)', '[]', 'set()', 'None'))})"

    for _ in range(2):
        form = g.pick(
            f"{t()} + {t()} * {t()}", f"[{t()}, {t()}][{t()}]", f"{{{t()}: {t()}}}",
            f"{t()} < {t()} < {t()}", f"trace({t()}, *[{t()}], **{{'a': {t()}}})",
            f"{t()} if {t()} else {t()}", f"({t()} or {t()}) and {t()}", f"not {t()} == {t()}",
            f"print({t()}, {t()}, sep=str({t()}), end='\\n')", f"[{t()} for _ in [{t()}] if {t()}]",
            f"f'{{{t()}}} {{{t()}!r:>{{{t()}}}}}'", f"{t()} in [{t()}, {t()}]",
            f"max({t()}, {t()}, key=lambda v: {t()})", f"(lambda a={t()}, *, b={t()}: (a, b))({t()})",
            f"({t()}, *[{t()}, {t()}], {t()})", f"[1, 2, 3][{t()}:{t()}:{t()}]", f"-{t()} ** {t()}",
            f"{{**{{{t()}: {t()}}}, {t()}: {t()}}}", f"{t()} is None is not {t()}",
        )  # fmt: skip
        show(g, form)
    name = g.fresh("m")
    g.write(f"def {name}():")
    g.write("    s = {}")
    g.write(
        g.pick(
            f"    s[{t()}] = {t()}", f"    s[{t()}], s[{t()}] = {t()}, {t()}",
            f"    s[{t()}] = s[{t()}] = {t()}", f"    trace(s)[{t()}] = {t()}",
            f"    trace([{t()}])[{t()} % 1] += {t()}", f"    del trace([1])[{t()} % 1]",
            f"    for s[{t()}] in [{t()}, {t()}]: pass", f"    assert {t()}, {t()}",
            f"    with Manager({t()}) as s[{t()}], Manager({t()}): print({t()})",
            f"    a: trace({t()}) = {t()}", f"    return {t()}, {t()}",
        )
    )  # fmt: skip
    g.write("    print(s)")
    show(g, f"{name}()")


# Functions, closures, comprehensions.


def calls(g: Generator) -> None:
    """Functions with every kind of parameter, called rightly and wrongly."""
    name = g.fresh("m")
    parts: list[str] = []
    default = False

    def parameter(title: str, free: bool = False) -> str:
        nonlocal default
        default = (g.chance(0.4) or default) if not free else g.chance(0.5)
        return f"{title}={g.random.choice(VALUES[:8])}" if default else title

    parts += [parameter(title) for title in "pq"[: g.random.randint(0, 2)]]
    if parts and g.chance(0.6):
        parts.append("/")
    parts += [parameter(title) for title in "ab"[: g.random.randint(0, 2)]]
    star = g.pick("", "", "*", "*rest")
    if star:
        parts.append(star)
        parts += [parameter(t, True) for t in "xy"[: g.random.randint(int(star == "*"), 2)]]
    if g.chance(0.3):
        parts.append("**more")
    titles = [p.split("=")[0].strip("*") for p in parts if p not in ("/", "*")]
    g.write(f"def {name}({', '.join(parts)}): return [{', '.join(titles)}]")
    for _ in range(4):
        given = [str(n) for n in range(g.random.randint(0, 3))]
        if g.chance(0.3):
            given.append(f"*{g.pick('[8, 9]', '()', 'range(2)', repr('xy'), '5', '{1: 2}')}")
        keys = g.random.sample("pqabxyz", g.random.randint(0, 3))
        given += [f"{key}={n}" for n, key in enumerate(keys)]
        if g.chance(0.3):
            given.append(f"**{g.pick(repr({'a': 5}), repr({'z': 1, 'x': 2}), '{}', '{1: 2}', '7')}")
        show(g, f"{name}({', '.join(given)})")


def closures(g: Generator) -> None:
    """Functions that share and rebind the variables of others."""
    name = g.fresh("m")
    n = g.random.randint(1, 4)
    g.write(f"def {name}(n):")
    g.write("    total, made = 0, []")
    g.write(f"    for i in range({n}):")
    g.write(
        g.pick(
            "        made.append(lambda: (i, total, n))",
            "        made.append(lambda i=i: (i, total))",
            "        made.append((lambda j: lambda: (i, j, n))(i * n))",
        )
    )
    g.write("        def add(by=i):")
    g.write(f"            nonlocal total{g.pick('', ', n', ', made')}")
    g.write(
        g.pick(
            "            total += by", "            total = [total, by, n]", "            del total"
        )
    )
    g.write("            return total")
    g.write("        made.append(add)")
    if g.chance(0.3):
        g.write(f"    {g.pick('del i', 'i = 9', 'del n', 'total = -1', 'del add')}")
    g.write("    return made")
    g.write(f"for f in {name}({g.random.choice(VALUES[:8])}): show(f)")


def comprehensions(g: Generator) -> None:
    """Comprehensions inside each other, with conditions, walrus and captured variables."""
    source = g.pick("range(4)", "'abca'", "[3, 1, 2]", "{1: 'x', 2: 'y'}", "[[1, 2], [3]]", "5")
    inner = g.pick("range(v)", "str(v)", "[v, v]", "v", "(w for w in str(v))")
    item = g.pick(
        "v", "(v, w)", "v * 2", "[u for u in str(w) if u != str(v)]", "(k := v)",
        "{w: v}", "f'{v}-{w!r}'", "w if v else -1", "(*[v], w)", "sum([v, w])",
    )  # fmt: skip
    condition = g.pick("v", "w != 1", "(k := v)", "str(v) > 'a' or w", "not v", "v in (w,)", "True")
    tail = f"for v in {source} for w in {inner} if {condition}"
    call = g.chance(0.3)
    form = g.pick(
        f"[{item} {tail}]", f"{{repr({item}): v {tail}}}", f"list({item} {tail})",
        f"sorted({{repr({item}) {tail}}})", f"[{item} for v, w in enumerate({source}) if {condition}]",
        f"dict((v, w) {tail})", f"[[{item} for w in {inner}] for v in {source}]",
        f"any({item} {tail})", f"tuple({item} for v in {source} for w in [v] if {condition})",
    )  # fmt: skip
    name = g.fresh("m")
    g.write(f"def {name}():")
    g.write("    k = 0")
    g.write(f"    r = {form}")
    g.write(f"    return r, k{', (lambda: k)()' if call else ''}")
    show(g, f"{name}()")


def generators(g: Generator) -> None:
    """A generator with handlers, driven by `next`, `send`, `throw` and `close`."""
    name, inner, it = g.fresh("m"), g.fresh("m"), g.fresh("m")
    for title, delegate in ((inner, ""), (name, inner)):
        g.write(f"def {title}(n):")
        g.indent += 1
        body(g, delegate, 2)
        g.write(g.pick("return n", "return", "yield n", "raise KeyError(n)", "return [n]"))
        g.write("yield")
        g.indent -= 1
    g.write(f"{it} = {name}({few(g)})")
    for _ in range(g.random.randint(2, 6)):
        show(
            g,
            g.pick(
                f"next({it})", f"next({it})", f"{it}.send({few(g)})", f"next({it}, 'end')",
                f"{it}.throw({g.pick(*ERRORS[:5])})", f"{it}.close()", f"list({it})",
                f"[v for v in {it}]", f"{it}.send(None)", f"(*{it},)", f"0 in {it}",
            ),
        )  # fmt: skip
    show(g, f"{it}.close()")


def body(g: Generator, delegate: str, depth: int) -> None:
    """Statements of a generator function."""
    for _ in range(g.random.randint(1, 3)):
        choice = g.random.random()
        if choice < 0.35 or not depth:
            g.write(
                g.pick(
                    "print((yield n))", "yield", "x = yield 1",
                    "n = (yield n) or 3", "print('here')", "yield n; n += 1",
                    "yield from range(2)", "print((yield), (yield 2))",
                )
            )  # fmt: skip
        elif choice < 0.5 and delegate:
            g.write(
                g.pick(
                    f"print('result', (yield from {delegate}(n)))",
                    f"yield from {delegate}(n)",
                    f"print(list({delegate}(n)))",
                )
            )
        elif choice < 0.8:
            handlers(g, lambda: body(g, delegate, depth - 1), False)
        elif choice < 0.9:
            g.write(f"with Manager('w', {g.pick('True', 'False')}):")
            g.indent += 1
            body(g, delegate, depth - 1)
            g.indent -= 1
        else:
            g.write("for i in range(2):")
            g.indent += 1
            body(g, delegate, depth - 1)
            g.indent -= 1


# Errors.


def handlers(g: Generator, inside: Callable[[], None], loop: bool) -> None:
    """A `try` statement around some statements, with random clauses."""

    def clause(head: str, share: float) -> None:
        g.write(head)
        g.indent += 1
        g.write(f"print({head.split()[0].strip(':')!r})")
        if g.chance(share):
            inside()
        if g.chance(0.5):
            leave(g, loop, head.startswith("except"))
        g.indent -= 1

    g.write("try:")
    g.indent += 1
    inside()
    leave(g, loop, False)
    g.indent -= 1
    count = g.random.randint(0, 2)
    for _ in range(count):
        caught = g.random.choice(CAUGHT)
        clause(f"except {caught}{g.pick('', ' as e')}:", 0.3)
    if count and g.chance(0.3):
        clause("else:", 0.3)
    if not count or g.chance(0.4):
        clause("finally:", 0.2)


def leave(g: Generator, loop: bool, handling: bool) -> None:
    """A statement that leaves a block, or not."""
    ways = ["pass", "pass", f"raise {g.random.choice(ERRORS)}", "1 // 0", "print('on')"]
    if loop:
        ways += ["break", "continue"]
    if handling:
        ways += ["raise", "raise RuntimeError('new') from None", "raise TypeError from KeyError(1)"]
    ways += ["return 'left'", "{}['no']", "int('x')", "[].pop()"]
    g.write(g.random.choice(ways))


def errors(g: Generator) -> None:
    """Handlers inside each other, in a function with a loop."""
    name = g.fresh("m")
    depth = 2

    def inside() -> None:
        nonlocal depth
        if depth and g.chance(0.6):
            depth -= 1
            handlers(g, inside, True)
            depth += 1
        elif g.chance(0.3):
            fail = g.pick("''", "''", "'enter'", "'exit'")
            g.write(f"with Manager(i, {g.pick('True', 'False')}, {fail}) as m:")
            g.write("    print('in', m)")
            g.indent += 1
            leave(g, True, False)
            g.indent -= 1
        else:
            g.write("print('step', i)")

    g.write(f"def {name}():")
    g.indent += 1
    g.write("for i in range(2):")
    g.indent += 1
    handlers(g, inside, True)
    g.indent -= 1
    g.write("else: print('all')")
    g.write("return 'end'")
    g.indent -= 1
    show(g, f"{name}()")


def groups(g: Generator) -> None:
    """Exception groups and `except*`."""
    name = g.fresh("m")
    kinds = ("ValueError(1)", "KeyError('k')", "TypeError('t')", "OSError(5, 'x')", "IndexError()")
    one, two, three = (g.random.choice(kinds) for _ in range(3))
    group = g.pick(
        f"ExceptionGroup('a', [{one}, {two}, {three}])",
        f"ExceptionGroup('a', [{one}, ExceptionGroup('b', [{two}, {three}])])",
        f"BaseExceptionGroup('c', [{one}, KeyboardInterrupt()])",
        one,
    )
    g.write(f"def {name}():")
    g.write(f"    try: raise {group}")
    for caught in g.random.sample(("ValueError", "LookupError", "(TypeError, OSError)"), 2):
        g.write(f"    except* {caught} as e:")
        g.write("        print(*chain(e))")
        g.write(g.pick("        pass", "        raise", "        raise RuntimeError('x')"))
    if g.chance(0.3):
        g.write("    finally: print('finally')")
    g.write("    return 'done'")
    show(g, f"{name}()")
    show(
        g, f"[chain(p) if p else p for p in ({group}).split({g.pick('ValueError', 'LookupError')})]"
    )


# Patterns.


def pattern(g: Generator, depth: int, names: list[str]) -> str:
    """A pattern; it binds fresh names."""

    def bind() -> str:
        names.append(f"n{len(names)}")
        return names[-1]

    simple = [
        lambda: g.pick("0", "1", "-1", "'a'", "None", "True", "1.5", "b'x'", "'ab'", "1 << 5")
        .replace("1 << 5", "255"),
        lambda: "_",
        bind,
        lambda: f"{g.random.choice(TYPES)}()",
        lambda: f"{g.pick('int', 'str', 'float', 'list', 'bool')}({bind()})",
    ]  # fmt: skip
    if not depth or g.chance(0.3):
        return g.random.choice(simple)()

    def inner() -> str:
        return pattern(g, depth - 1, names)

    star = g.pick("", "", f"*{bind()}, ", "*_, ")
    rest = g.pick("", "", f", **{bind()}")
    nested = [
        lambda: f"[{star}{inner()}]",
        lambda: f"({inner()}, {star}{inner()})",
        lambda: f"{{'a': {inner()}{rest}}}",
        lambda: f"{{1: {inner()}, 'k': {inner()}}}",
        lambda: f"{g.pick('0 | 1', 'int() | str()', repr('a') + ' | None', '[_] | (_, _)')}",
        lambda: f"{pattern(g, 0, names).replace('_', '[]')} as {bind()}",
        lambda: f"Point({inner()}, {inner()})",
        lambda: f"Point(y={inner()})",
        lambda: f"Point({inner()}, x={inner()})",
        lambda: "[]",
        lambda: "{}",
    ]
    return g.random.choice(nested)()


def matching(g: Generator) -> None:
    """`match` with several cases, on several subjects."""
    name = g.fresh("m")
    g.write(f"def {name}(subject):")
    g.write("    class Point:")
    g.write("        __match_args__ = ('x', 'y')")
    g.write("        def __init__(self, x, y): self.x, self.y = x, y")
    g.write("        def __repr__(self): return 'Point'")
    g.write("    if subject == 'point': subject = Point(1, [2, 3])")
    g.write("    match subject:")
    for number in range(g.random.randint(1, 4)):
        names: list[str] = []
        case = pattern(g, 2, names)
        used = list(dict.fromkeys(n for n in names if n in case))
        irrefutable = case.split(" as ")[0] in ("_", *names)
        guard = ""
        if irrefutable or g.chance(0.3):
            guard = f" if {g.pick('subject', 'len(repr(subject)) % 2', 'True', *(used or ['not subject']))}"
        shown = ", ".join(f"repr({n})[:9]" for n in used)
        g.write(f"        case {case}{guard}: return {number}, [{shown}]")
    g.write("    return 'none'")
    subjects = [*g.random.sample(VALUES[:36], 4), "'point'", "[1, 2]", "{'a': [0], 1: 1, 'k': 2}"]
    g.write(f"for v in ({', '.join(subjects)}): show(lambda: {name}(v))")


# Classes.


def operators(g: Generator) -> None:
    """Classes with special methods for operators, forward, reflected and in place."""
    one, two = g.fresh("C"), g.fresh("C")
    chosen = g.random.sample(BINARY_METHODS, 3)
    base = g.pick("", "", "(int)", "(str)", "(list)", "(float)", "(tuple)")
    for title, bases in ((one, base), (two, g.pick("", f"({one})"))):
        g.write(f"class {title}{bases}:")
        g.write(f"    def __repr__(self): return '<{title[0]}{title == one}>'")
        for method, _ in chosen:
            for prefix in g.random.sample(("", "r", "i"), g.random.randint(0, 2)):
                if method == "divmod" and prefix == "i":
                    continue
                result = g.pick("NotImplemented", "self", "(self, other)", "1", "{}['x']")
                g.write(f"    def __{prefix}{method}__(self, other):")
                g.write(
                    f"        print('{prefix}{method}', type(self).__name__[1:] > 'x', ascii(other))"
                )
                g.write(f"        return {result}")
    given = "" if base in ("", "(list)", "(tuple)") else "3"
    operands = [f"{one}({given})", f"{two}()", value(g), value(g)]
    for method, symbol in chosen:
        a, b = g.random.sample(operands, 2)
        if symbol:
            b = "2" if symbol in ("**", "<<", "*") and "(" not in b else b
            show(g, f"({a}) {symbol} ({b})")
            name = g.fresh("m")
            g.write(f"def {name}():")
            g.write(f"    v = {a}")
            g.write(f"    v {symbol}= {b}")
            g.write("    return v")
            show(g, f"{name}()")
        else:
            show(g, f"{method}({a}, {b})")


def comparing(g: Generator) -> None:
    """Classes with comparisons, hashes and truth values."""
    one, two = g.fresh("C"), g.fresh("C")
    for title, bases in ((one, ""), (two, g.pick("", f"({one})"))):
        g.write(f"class {title}{bases}:")
        g.write("    def __init__(self, v=1): self.v = v")
        g.write("    def __repr__(self): return f'<{self.v}>'")
        for method, symbol in g.random.sample(COMPARISONS, g.random.randint(0, 3)):
            result = g.pick(
                "NotImplemented", f"self.v {symbol} getattr(other, 'v', 0)", "[]", "'yes'"
            )
            g.write(f"    def __{method}__(self, other):")
            g.write(f"        print('{method}', self.v, ascii(other))")
            g.write(f"        return {result}")
        if g.chance(0.4):
            hashed = g.pick("1", "self.v", repr("x"), "1 << 70", "(1 << 61) - 1")
            g.write(f"    def __hash__(self): return {hashed}")
        if g.chance(0.3):
            g.write(f"    def __bool__(self): return {g.pick('False', 'self.v > 1', '1', 'None')}")
        if g.chance(0.3):
            g.write(
                f"    def __len__(self): return {g.pick('0', 'self.v', '-1', '1 << 70', '2.0')}"
            )
    a, b = f"{one}({few(g)})", f"{two}({few(g)})"
    for _ in range(4):
        symbol = g.random.choice(COMPARISONS)[1]
        form = g.pick(
            f"{a} {symbol} {b}", f"{b} {symbol} {g.random.choice(VALUES)}", f"max({b}, {a})",
            f"{a} in [{b}, {a}]", f"{{{a}: 1}}.get({b})", f"bool({a})",
            f"len({b})", f"not {b}", f"max({a}, {b})", f"[{a}, {b}] {symbol} [{b}, {a}]",
            f"isinstance(hash({a}), int)", f"{a} < {b} < 3", f"[{a}].index({b})", f"({a} and 1) or 2",
            f"[{a}, {b}].count({a})", f"2 if {a} else 3", f"hash({b}) == 1", f"{two}() != 1",
        )  # fmt: skip
        show(g, form)


def protocols(g: Generator) -> None:
    """A class with the methods of containers, numbers and texts, some of which misbehave."""
    name = g.fresh("C")
    pool = {
        "__iter__(self)": ("return iter([1, 2])", "yield from 'ab'", "return 5", "return self"),
        "__next__(self)": ("raise StopIteration", "return 4 // 0", "raise StopIteration(3)"),
        "__len__(self)": ("return 2", "return 'x'", "return True"),
        "__getitem__(self, i)": ("return [5, 6][i]", "print('get', i); return [5, i][i]", "raise IndexError"),
        "__setitem__(self, i, v)": ("print('set', i, v)", "raise TypeError('no')"),
        "__delitem__(self, i)": ("print('del', i)", "return 7"),
        "__contains__(self, v)": ("return v", "return []", "print('in', v); return 1"),
        "__reversed__(self)": ("return iter('ba')", "return 3"),
        "__int__(self)": ("return 3", "return True", "return '3'"),
        "__index__(self)": ("return 1", "return 1.0", "return -1"),
        "__float__(self)": ("return 0.5", "return 1", "return None"),
        "__complex__(self)": ("return 1j", "return 1"),
        "__str__(self)": ("return 'text'", "return 5", "return repr(self)"),
        "__repr__(self)": ("return '<r>'", "raise ValueError('r')"),
        "__format__(self, spec)": ("return f'({spec})'", "return 3", "return format('f', spec)"),
        "__bytes__(self)": ("return b'by'", "return 'by'"),
        "__call__(self, *a, **k)": ("return a, k", "raise RuntimeError(a)"),
        "__abs__(self)": ("return -1",),
        "__neg__(self)": ("return 'neg'",),
        "__invert__(self)": ("return self",),
        "__round__(self, n=None)": ("return n, 1",),
        "__trunc__(self)": ("return 9",),
        "__dir__(self)": ("return ['b', 'a']", "return 5", "return 'xa'"),
        "__divmod__(self, o)": ("return o",),
        "__pow__(self, o, m=None)": ("return o, m",),
        "__sizeof__(self)": ("return 8",),
        "__bool__(self)": ("return True", "return 0"),
        "__hash__(self)": ("return 5",),
        "__missing__(self, key)": ("return key * 2",),
        "__keys__(self)": ("return []",),
        "keys(self)": ("return ['k']",),
        "__set_name__(self, o, n)": ("print(n)",),
        "__enter__(self)": ("return 'in'", "raise OSError"),
        "__exit__(self, *a)": ("return True", "print(len(a))"),
        "__await__(self)": ("return iter([1])", "return 5"),
    }  # fmt: skip
    base = g.pick("", "", "", "(dict)", "(list)", "(str)", "(int)")
    g.write(f"class {name}{base}:")
    g.write("    x = 0")
    if "__repr__(self)" not in pool or not base:
        g.write("    def __repr__(self): return '<obj>'")
    for head in g.random.sample(sorted(pool), g.random.randint(3, 8)):
        g.write(f"    def {head}: {g.random.choice(pool[head])}")
    o = f"{name}()"
    uses = [
        f"list({o})", f"len({o})", f"{o}[0]", f"{o}[1:2]", f"2 in {o}", f"list(reversed({o}))",
        f"int({o})", f"float({o})", f"complex({o})", f"str({o})", f"repr({o})", f"f'{{{o}:>3}}'",
        f"bytes({o})", f"{o}(1, a=2)", f"abs({o})", f"-{o}", f"~{o}", f"round({o}, 2)", f"bool({o})",
        f"divmod({o}, 1)", f"pow({o}, 2, 3)", f"[1, 2, 3][{o}]", f"'ab' * {o}", f"range({o})",
        f"hex({o})", f"iter({o}) and 1", f"next({o})", f"tuple({o})", f"dict({o})", f"sum({o})",
        f"(lambda *a, **k: (a, k))(*{o})", f"(lambda **k: k)(**{o})", f"type(dir({o}))", f"'%s' % {o}",
        f"'%d' % {o}", f"max({o})", f"dict(zip({o}, 'ab'))", f"sorted({o})", f"[*{o}]", f"{{**{o}}}",
        f"[1, 2, 3][:{o}]", f"(lambda a, b: (a, b))(*{o})", f"isinstance({o}, int)", f"chr({o})",
        f"'{{0.x}} {{0[0]}}'.format({o})", f"print({o})", f"'x'.join({o})", f"[].extend({o})",
        f"list(zip({o}, {o}))", f"list(enumerate({o}))", f"bytes([{o}])", f"+{o}", f"{o} + 1",
        f"{{1: 2}}.get({o})", f"bytearray({o})[:3]", f"all({o})", f"list(map(str, {o}))", f"int('7', {o})",
    ]  # fmt: skip
    for use in g.random.sample(uses, 6):
        show(g, use)
    m = g.fresh("m")
    g.write(f"def {m}():")
    g.write(f"    o = {o}")
    g.write(
        g.pick(
            "    o[1] = 2", "    del o[1]", "    for v in o: print(ascii(v)); break", "    a, b = o",
            "    with o as v: print(v); raise KeyError(4)", "    o.x += 1; print(o.x)", "    a, *b = o",
            "    o.new = 5; print(vars(o))", "    del o.x", "    o[1:2] = 3", "    o[0] += 1",
            "    with o: return 'with'", "    print(*o)", "    yield from o",
        )
    )  # fmt: skip
    show(g, f"list({m}() or ())")


def attributes(g: Generator) -> None:
    """Properties, descriptors, hooks of attributes, slots."""
    name = g.fresh("C")
    hooks = g.random.sample(
        (
            "def __getattr__(self, n): return 'got ' + n if n != 'no' else {}[n]",
            "def __getattribute__(self, n): print('get', n); return super().__getattribute__(n)",
            "def __setattr__(self, n, v): print('set', n, v); super().__setattr__(n, v)",
            "def __delattr__(self, n): print('del', n); super().__delattr__(n)",
            "__slots__ = ('s', 't')",
            "__slots__ = ['s', '__dict__']",
            "def __init__(self): self.s = 1",
            "def __init__(self): self.__private = 1",
            "p = property(lambda self: self.s)",
            "p = property(lambda self: self.s, lambda self, v: print('setter', v))",
            "d = Described(True)",
            "d = Described(False)",
            "c = classmethod(lambda cls, *a: (cls.__name__[0], a))",
            "f = staticmethod(lambda *a: a)",
            "def method(self, a=1): return a",
            "_C__private = 7",
            "k = 3",
            "def __dir__(self): return ['z', 'y']",
        ),
        5,
    )
    slots = [h for h in hooks if h.startswith("__slots__")][1:]
    g.write("class Described:")
    g.write("    def __init__(self, data): self.data = data")
    g.write("    def __get__(self, owner, kind=None): return 'desc', owner is None, kind is None")
    if g.chance(0.5):
        g.write("    def __set__(self, owner, v): print('dset', v)")
    if g.chance(0.3):
        g.write("    def __delete__(self, owner): print('ddel')")
    if g.chance(0.5):
        g.write("    def __set_name__(self, owner, n): print('named', n)")
    g.write(f"class {name}:")
    for hook in hooks:
        if hook not in slots:
            g.write(f"    {hook}")
    child = g.fresh("C")
    g.write(f"class {child}({name}):")
    g.write(
        f"    {g.pick('pass', 'k = 4', '__slots__ = ()', 'def method(self): return super().method(5)', 'p = 1')}"
    )
    m = g.fresh("m")
    g.write(f"def {m}(o):")
    for _ in range(5):
        title = g.pick("s", "p", "d", "c", "f", "k", "no", "new", "t", "_C__private", "method")
        action = g.pick(
            f"getattr(o, {title!r}, 'default')", f"o.{title}", f"setattr(o, {title!r}, 5)",
            f"delattr(o, {title!r})", f"hasattr(o, {title!r})", f"o.{title}()", f"type(o).{title}",
            f"{title!r} in dir(o)", "sorted(getattr(o, '__dict__', ()))", f"super({child}, o).{title}",
        )  # fmt: skip
        g.write(
            f"    show(lambda: (lambda v: v if isinstance(v, (int, str, tuple, list)) else type(v).__name__)({action}))"
        )
    g.write(f"show(lambda: {m}({g.pick(name, child)}()))")


def inheriting(g: Generator) -> None:
    """Several base classes, `super`, hooks of the class statement, metaclasses."""
    names = [g.fresh("C") for _ in range(5)]
    hook = g.pick("", "", "init_subclass", "meta", "class_getitem")
    for number, title in enumerate(names):
        bases = g.random.sample(names[:number], min(number, g.random.randint(0, 2)))
        if number == 0 and hook == "meta":
            g.write("class Meta(type):")
            g.write(
                "    def __new__(m, n, b, s, **k): print('new', n[0], k); return super().__new__(m, n, b, s)"
            )
            g.write("    def __init__(c, n, b, s, **k): super().__init__(n, b, s)")
            g.write("    def __call__(c, *a): print('call'); return super().__call__(*a)")
            g.write("    def __len__(c): return 3")
            bases = ["metaclass=Meta", *g.pick("", "k").replace("k", "k=1").split()]
        g.write("try:")
        g.indent += 1
        g.write(f"class {title}({', '.join(bases)}):")
        g.write(f"    v{number} = {number}")
        if number == 0 and hook == "init_subclass":
            g.write(
                "    def __init_subclass__(c, **k): print('sub', c.__bases__[0].__name__[0], k)"
            )
        if number == 0 and hook == "class_getitem":
            g.write("    def __class_getitem__(c, i): return i")
        if g.chance(0.7):
            g.write("    def f(self, *a):")
            g.write(f"        print({number})")
            g.write(
                g.pick(
                    "        return super().f(*a)",
                    "        return a",
                    "        return __class__.v0",
                )
            )
        if g.chance(0.3):
            g.write(
                f"    def __init__(self, *a): print('init', a); super().__init__({g.pick('', '*a')})"
            )
        if g.chance(0.2):
            g.write("    def __new__(cls, *a): print('new', a); return super().__new__(cls)")
        g.indent -= 1
        g.write("except TypeError as e:")
        g.write("    print(str(e)[:40])")
        g.write(f"    {title} = {names[0] if number else 'int'}")
    last = names[-1]
    counts = {repr(n): f"{i}" for i, n in enumerate(names)}
    table = "{" + ", ".join(f"{k}: {v}" for k, v in counts.items()) + "}"
    show(g, f"[{table}.get(c.__name__) for c in {last}.__mro__]")
    for _ in range(3):
        other = g.random.choice(names)
        show(
            g,
            g.pick(
                f"{last}().f(1)", f"{last}().v1", f"isinstance({last}(), {other})", f"{other}(7) and 0",
                f"issubclass({other}, {last})", f"len({other})", f"{last}[4]", f"{other}.f(2, 3)",
                f"super({other}, {last}()).f()", f"type('New', ({last}, {other}), {{'z': 1}}).z",
                f"{last}.v0 + {last}.v4", f"[{table}.get(b.__name__) for b in {other}.__bases__]",
            ),
        )  # fmt: skip


# Coroutines.


def coroutines(g: Generator) -> None:
    """A coroutine with asynchronous statements, driven by hand."""
    name, c = g.fresh("m"), g.fresh("m")
    g.write("class Wait:")
    g.write("    def __init__(self, v=0): self.v = v")
    g.write(
        f"    def __await__(self): {g.pick('x = yield self.v; return x', 'return iter([1, 2])', 'yield; yield')}"
    )
    g.write(
        f"    async def __aenter__(self): {g.pick('return await self', 'return 5', 'raise KeyError(1)')}"
    )
    g.write(
        f"    async def __aexit__(self, *a): print('aexit', a[0]); {g.pick('return True', 'await self', 'pass')}"
    )
    g.write("    def __aiter__(self): return self")
    g.write("    async def __anext__(self):")
    g.write("        self.v += 1")
    g.write("        if self.v > 3: raise StopAsyncIteration")
    g.write("        return self.v")
    g.write("async def agen(n):")
    g.write("    for i in range(3):")
    g.write(f"        {g.pick('yield i', 'await Wait(i); yield i', 'x = yield i; print(x)')}")
    g.write(f"async def {name}(n):")
    g.indent += 1
    for _ in range(3):
        g.write(
            g.pick(
                "print(await Wait(n))", "async with Wait(1) as w: print('with', w)",
                "async for v in Wait(): print(v)", "async for v in agen(n): print(v)",
                "print([v async for v in agen(1) if v])", "print({v: await Wait(v) for v in [1]})",
                "async with Wait(2): raise ValueError(n)", "await agen(1).__anext__()",
                "print(await agen(0).asend(None))", "await 5", "async for v in 3: pass",
                "try: await Wait(9)\n", "return n",
            ).replace("try: await Wait(9)\n", "print([await Wait(v) async for v in agen(2)])")
        )  # fmt: skip
    g.indent -= 1
    g.write(f"{c} = {name}({few(g)})")
    for _ in range(5):
        show(
            g,
            g.pick(
                f"{c}.send(None)",
                f"{c}.send(None)",
                f"{c}.throw(KeyError(3))",
                f"{c}.send(4)",
                f"{c}.close()",
            ),
        )
    show(g, f"{c}.close()")


def scopes(g: Generator) -> None:
    """Class bodies, `exec`, `eval` and names that are bound in odd places."""
    name = g.fresh("m")
    form = g.pick(
        "x = 1\\nclass C:\\n    y = x\\n    x = 2\\n    z = [x for _ in range(1)]\\nprint(C.y, C.x, C.z)",
        "def f():\\n    print(x)\\n    x = 1\\nf()",
        "def f():\\n    global y\\n    y = 5\\nf()\\nprint(y)",
        "class A:\\n    def f(self): return __class__.__name__\\nprint(A().f())",
        "try: 1 // 0\\nexcept ZeroDivisionError as e: pass\\nprint(e)",
        "[q := v for v in range(3)]\\nprint(q)",
        "def f(a, b=[]):\\n    b.append(a)\\n    return b\\nf(1)\\nprint(f(2))",
        "x = 1\\ndef f(x=x):\\n    class D:\\n        x = x\\n    return D.x\\nprint(f(3))",
        "for i in range(2): pass\\nelse: j = i\\nprint(i, j)",
        "def g():\\n    yield x\\nx = 4\\nprint(list(g()))",
        "import sys\\nprint(sys.maxsize > 5)",
        "print(eval('x + 1', {'x': 2}), eval('[x for _ in (1,)]', {}, {'x': 1}))",
        "def f():\\n    x = 1\\n    def h():\\n        nonlocal x\\n        x += 1\\n        return locals()\\n    return h()\\nprint(f())",
        "lambda: (yield)\\nprint(1)",
        "a = b = c = []\\na.append(1)\\nprint(b, c is a)",
        "x: int\\nprint(x)",
        "def f[T](a: T) -> T: return a\\nprint(f(1), f.__type_params__)",
        "type X = int\\nprint(X, X.__value__)",
        "del nothing",
        "with open as f: pass",
        "f(x=1, x=2)",
        "print(f'{1:{2}}' f'{3!r}', f'{4=}')",
        "def f(): return locals()\\nprint(f(), sorted(globals())[-1])",
        "class P:\\n    a: int = 1\\n    b: str\\nprint(P.__annotations__)",
    )  # fmt: skip
    g.write(f"def {name}(): exec('{form.replace(chr(39), chr(92) + chr(39))}', {{}})")
    show(g, f"{name}()")


SCENES: tuple[Callable[[Generator], None], ...] = (
    mixed, augmented, functions, methods, texts, formats, integers, floats, slices, unpacking,
    targets, order, calls, closures, comprehensions, generators, errors, groups, matching, operators,
    comparing, protocols, attributes, inheriting, coroutines, scopes,
)  # fmt: skip
