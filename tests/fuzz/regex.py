"""Random patterns and subjects for `re`."""

from __future__ import annotations

from random import Random

SETUP = """\
import re
def search(pattern, string, flags):
    found = re.compile(pattern, flags)
    matches = [(m.span(), m.groups(), m.lastindex) for m in found.finditer(string)]
    whole = found.fullmatch(string)
    return matches, found.split(string), whole and whole.span()
"""
ATOMS = (
    r"a b c . \w \d \s \W [ab] [^a] [a-c\d] é K \b \B ^ $ \A \Z \n ß [\W\d] [^\sk] s \x61 \101"
    " 1 _ 😀 [é-ü]"
)
GROUPS = (
    "(?:",
    "(",
    "(?P<n>",
    "(?=",
    "(?!",
    "(?<=",
    "(?<!",
    "(?>",
    "(?i:",
    "(?s-m:",
    "(?a:",
    "(?(1)",
)
QUANTIFIERS = "* + ? *? +? ?? {2} {1,2} {0,3}? {2,} {,2} *+ ++ ?+ {1,3}+ {0} {,}"
SUBJECT = "aaabbbccc1 _\nékKß😀sSAB\u017f\u212a\u0130"
NOISE = "()[]{}?*+|^$\\.-:=!<>#a1Pé\n"
FLAGS = (0, 0, 0, 2, 8, 16, 10, 256, 258, 64)


def pattern(random: Random, depth: int) -> str:
    """A pattern, mostly a valid one."""
    kind = random.random()
    if depth <= 0 or kind < 0.3:
        return random.choice([*ATOMS.split(), " ", r"\1", r"\2"])
    if kind < 0.55:
        return pattern(random, depth - 1) + pattern(random, depth - 1)
    if kind < 0.65:
        return pattern(random, depth - 1) + "|" + pattern(random, depth - 1)
    inner = random.choice(GROUPS) + pattern(random, depth - 1) + ")"
    if kind < 0.8:
        return inner + random.choice(QUANTIFIERS.split())
    return inner


def case(random: Random) -> str:
    """One search."""
    text = pattern(random, random.randint(1, 5))
    if random.random() < 0.2:
        at = random.randrange(len(text) + 1)
        text = text[:at] + random.choice(NOISE) + text[at + random.randrange(2) :]
    if random.random() < 0.05:
        text = "".join(random.choice(NOISE) for _ in range(random.randrange(12)))
    subject = "".join(random.choice(SUBJECT) for _ in range(random.randrange(12)))
    flags = random.choice(FLAGS)
    if random.random() < 0.15:
        data = text.encode("latin-1", "ignore"), subject.encode("latin-1", "ignore")
        return f"search({data[0]!r}, {data[1]!r}, {flags})"
    return f"search({text!r}, {subject!r}, {flags})"
