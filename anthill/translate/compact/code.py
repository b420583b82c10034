"""The instructions of compact code: their names, operands, and what they do to the stack.

Compact code is what cold functions become on a chip: the body that clang makes for WebAssembly, a
stack machine, written as bits (`encode`) and run by a small interpreter (`machine`). Every value
is a 32-bit word; those of 64 bits are pairs of words, the low one first. `lower` makes these
instructions out of a WebAssembly body.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from anthill.translate.compact.wasm import Place


class Shape(NamedTuple):
    """Of an instruction: what its operand is, how many words it takes off the stack and leaves
    there, and whether a statement ends with it."""

    operand: str = ""
    takes: int = 0
    leaves: int = 0
    ends: bool = False


BINARY = {
    0x46: "eq",
    0x47: "ne",
    0x48: "lt_s",
    0x49: "lt_u",
    0x4A: "gt_s",
    0x4B: "gt_u",
    0x4C: "le_s",
    0x4D: "le_u",
    0x4E: "ge_s",
    0x4F: "ge_u",
    0x6A: "add",
    0x6B: "sub",
    0x6C: "mul",
    0x6D: "div_s",
    0x6E: "div_u",
    0x6F: "rem_s",
    0x70: "rem_u",
    0x71: "and",
    0x72: "or",
    0x73: "xor",
    0x74: "shl",
    0x75: "shr_s",
    0x76: "shr_u",
    0x77: "rotl",
    0x78: "rotr",
}
UNARY = {
    0x45: "eqz",
    0x67: "clz",
    0x68: "ctz",
    0x69: "popcnt",
    0xC0: "extend8",
    0xC1: "extend16",
}
PAIRS = {0x29: "load_pair", 0x2B: "load_pair", 0x37: "store_pair", 0x39: "store_pair"}
"""Accesses to 64 bits."""
LOADS = {
    0x28: ("load", 4),
    0x2A: ("load", 4),
    0x2C: ("load_i8", 1),
    0x2D: ("load_u8", 1),
    0x2E: ("load_i16", 2),
    0x2F: ("load_u16", 2),
}
STORES = {
    0x36: ("store", 4),
    0x38: ("store", 4),
    0x3A: ("store_8", 1),
    0x3B: ("store_16", 2),
}
"""By WebAssembly's code: name, and for memory the bytes that its operand counts."""
UNALIGNED = "_any"
"""Ends the names of accesses that may be to any address; their operand counts bytes."""

SHAPES: dict[str, Shape] = {
    "enter": Shape("locals"),
    "get": Shape("local", 0, 1),
    "set": Shape("local", 1, 0, True),
    "tee": Shape("local", 1, 1),
    "get_pair": Shape("local", 0, 2),
    "set_pair": Shape("local", 2, 0, True),
    "tee_pair": Shape("local", 2, 2),
    "byte": Shape("byte", 0, 1),
    "half": Shape("half", 0, 1),
    "number": Shape("raw", 0, 1),
    "pool": Shape("pool", 0, 1),
    "place": Shape("place", 0, 1),
    "frame": Shape("words", 0, 1),
    "jump": Shape("labels", 0, 0, True),
    "jump_if": Shape("labels", 1, 0, True),
    "jump_unless": Shape("labels", 1, 0, True),
    "leap": Shape("raw", 0, 0, True),
    "leap_if": Shape("raw", 1, 0, True),
    "leap_unless": Shape("raw", 1, 0, True),
    "loop": Shape("raw", 0, 0, True),
    "loop_if": Shape("raw", 1, 0, True),
    "loop_unless": Shape("raw", 1, 0, True),
    "switch": Shape("cases", 1, 0, True),
    "call": Shape("function"),
    "call_pair": Shape("function"),
    "call_none": Shape("function", ends=True),
    "call_never": Shape("function", ends=True),
    "native": Shape("native"),
    "native_pair": Shape("native"),
    "native_none": Shape("native", ends=True),
    "indirect": Shape("count"),
    "indirect_pair": Shape("count"),
    "indirect_none": Shape("count", ends=True),
    "return_value": Shape("", 1, 0, True),
    "return_pair": Shape("", 2, 0, True),
    "return_none": Shape("", 0, 0, True),
    "return_if": Shape("", 1, 0, True),
    "return_unless": Shape("", 1, 0, True),
    "try": Shape("", 1, 1),
    "drop": Shape("", 1, 0, True),
    "select": Shape("", 3, 1),
    "select_pair": Shape("", 5, 2),
    "trap": Shape("", 0, 0, True),
    "here": Shape("", 0, 0, True),
}
SHAPES |= {
    "next": Shape("local", 0, 1),
    "increase": Shape("local", 0, 0, True),
    "small_int": Shape("", 1, 1),
    "length": Shape("", 1, 1),
    "index": Shape("", 2, 1),
}
SHAPES |= {"load_pair": Shape("words", 1, 2), "store_pair": Shape("words", 3, 0, True)}
SHAPES |= {name: Shape("", 2, 1) for name in BINARY.values()}
SHAPES |= {name: Shape("", 1, 1) for name in UNARY.values()}
for _suffix in ("", UNALIGNED):
    SHAPES |= {name + _suffix: Shape(name, 1, 1) for name, _ in LOADS.values()}
    SHAPES |= {name + _suffix: Shape(name, 2, 0, True) for name, _ in STORES.values()}

JOINED: dict[str, tuple[tuple[str, int | None], ...]] = {
    "next": (("get", None), ("byte", 1), ("add", None), ("tee", None)),
    "increase": (("get", None), ("byte", 1), ("add", None), ("set", None)),
    "small_int": (("byte", 1), ("shl", None), ("byte", 1), ("or", None)),
    "length": (("load", 0), ("byte", 8), ("shr_u", None)),
    "index": (("byte", 2), ("shl", None), ("add", None)),
}
"""Instructions that stand for several; all operands that are not named here are the same one."""

MOST_FRAME = 70
"""Words that a function has on the stack at most, besides its parameters."""

FINAL = {"jump", "leap", "loop", "switch", "return_value", "return_pair", "return_none", "trap"}
"""Instructions that do not lead to the next one; nor does a call that never comes back."""


@dataclass(eq=False)
class Step:
    """One instruction: a number, a place that the linker knows, or the steps that it jumps to."""

    name: str
    operand: int | Place | None = None
    targets: tuple[int, ...] = ()
    """Positions in the function's list of steps."""


@dataclass
class CompactFunction:
    """A function as compact code."""

    name: str
    params: int
    """Words."""
    results: int
    """Words."""
    locals: int
    """Words."""
    depth: int
    """Words on the stack above its locals, at most."""
    steps: list[Step]


class Unsupported(Exception):
    """The function has to stay native; says why."""
