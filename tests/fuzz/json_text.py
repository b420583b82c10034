"""Random texts for `json.loads`, and the way back."""

from __future__ import annotations

import json
from random import Random

SETUP = """\
import json
def both(text):
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        return str(error)
    return value, json.dumps(value), json.dumps(value, indent=1, ensure_ascii=False)
"""
LEAVES = (
    None,
    True,
    False,
    0,
    -1,
    12345678901234567890,
    1.5,
    -1e300,
    "",
    "a",
    'é"\\\n',
    "😀\x00",
    "\ud800",
)
NOISE = '{}[]:,"\\u0eE+-.1atnf NI\n\té'


def value(random: Random, depth: int) -> object:
    """Something that JSON has."""
    kind = random.random()
    if depth <= 0 or kind < 0.4:
        return random.choice(LEAVES)
    if kind < 0.7:
        return [value(random, depth - 1) for _ in range(random.randrange(4))]
    return {random.choice("abcé"): value(random, depth - 1) for _ in range(random.randrange(4))}


def case(random: Random) -> str:
    """A text, right or with a few changes."""
    text = json.dumps(value(random, 4), indent=random.choice([None, None, 1]))
    for _ in range(random.randrange(4)):
        at = random.randrange(len(text) + 1)
        text = text[:at] + random.choice(NOISE) + text[at + random.randrange(3) :]
    return f"both({text!r})"
