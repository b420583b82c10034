"""Random specifications for `format`, `%` and `str.format`."""

from __future__ import annotations

from random import Random

SETUP = ""
VALUES = (
    "0",
    "1",
    "-7",
    "255",
    "10**25",
    "1.5",
    "-0.0",
    "1e300",
    "1e-7",
    "3.14159",
    "'abc'",
    "'é😀'",
    "True",
    "None",
    "[1]",
    "float('nan')",
    "float('-inf')",
)
TYPES = (
    "",
    "",
    "b",
    "c",
    "d",
    "e",
    "E",
    "f",
    "F",
    "g",
    "G",
    "n",
    "o",
    "s",
    "x",
    "X",
    "%",
    "r",
    "z",
)


def specification(random: Random) -> str:
    """A format specification, mostly a valid one."""
    text = random.choice(["", "", "<", ">", "=", "^", "*<", "é^", "0>", "{<"])
    text += (
        random.choice(["", "", "+", "-", " "])
        + random.choice(["", "", "z"])
        + random.choice(["", "", "#"])
    )
    text += random.choice(["", "", "0"]) + random.choice(["", "", "1", "5", "12", "40"])
    text += random.choice(["", "", ",", "_"]) + random.choice(["", "", ".0", ".3", ".20", "."])
    return text + random.choice(TYPES)


def case(random: Random) -> str:
    """One value shown in one way."""
    value = random.choice(VALUES)
    kind = random.random()
    if kind < 0.6:
        return f"format({value}, {specification(random)!r})"
    if kind < 0.8:
        flags = random.choice(["", "-", "+", " ", "#", "0", "-0", "+0"])
        width = random.choice(["", "3", "10", "*"])
        precision = random.choice(["", ".0", ".5", ".", ".*"])
        text = f"<%{flags}{width}{precision}{random.choice('diouxXeEfFgGcrsa%q')}>"
        stars = "4, " * (width == "*") + "2, " * (precision == ".*")
        return f"{text!r} % ({stars}{value},)"
    text = "".join(
        random.choice(
            [
                "{}",
                "{0}",
                "{a}",
                "{",
                "}",
                "{{",
                "x",
                "{!r}",
                "{:{}}",
                "{0.real}",
                "{0[0]}",
                "{:>5}",
            ]
        )
        for _ in range(random.randint(1, 4))
    )
    return f"{text!r}.format({value}, 7, a={value})"
