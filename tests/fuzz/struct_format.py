"""Random formats and values for `struct`."""

from __future__ import annotations

from random import Random

SETUP = """\
import struct
def there_and_back(format, data, values):
    try:
        size = struct.calcsize(format)
    except struct.error:
        return "bad format"
    found = []
    for action in (
        lambda: struct.unpack(format, data[:size]),
        lambda: struct.unpack_from(format, data, 1),
        lambda: struct.pack(format, *values),
        lambda: struct.pack(format, *struct.unpack(format, data[:size])),
    ):
        try:
            found.append(action())
        except (struct.error, OverflowError, TypeError) as error:
            found.append(type(error).__name__)
    return size, [repr(one) for one in found]
"""
CODES = "xcbB?hHiIlLqQefdsp"
VALUES = (
    "0",
    "1",
    "-1",
    "255",
    "-128",
    "65536",
    "2**31",
    "2**63",
    "-2**63",
    "1.5",
    "b'a'",
    "b'abc'",
    "True",
    "'x'",
)


def case(random: Random) -> str:
    """One format with data and values."""
    text = random.choice(["", "<", ">", "=", "!", "@"])
    for _ in range(random.randrange(5)):
        count = random.choice(["", "", "", "0", "1", "2", "3", "17"])
        text += count + random.choice(CODES) + random.choice(["", "", " "])
    if random.random() < 0.1:
        text += random.choice("<z9\0")
    data = bytes(random.randrange(256) for _ in range(random.randrange(80)))
    values = ", ".join(random.choice(VALUES) for _ in range(random.randrange(5)))
    return f"there_and_back({text!r}, {data!r}, [{values}])"
