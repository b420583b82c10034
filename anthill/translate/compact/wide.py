"""Values of 64 bits and floats: what WebAssembly's instructions on them become.

A value of 64 bits is two words on the stack, the low one first; a float of 32 bits is one. Moving
them is the machine's business, reckoning that of helper functions, called like native ones. They
take and give floats as their bits, so that results come back the same way on every machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from anthill.translate.compact import wasm
from anthill.translate.compact.wasm import Signature


class Helper(NamedTuple):
    """A function that computes one instruction: the words it takes and leaves, its C, and the
    function of the ARM run-time ABI that is the same."""

    takes: int
    leaves: int
    text: str
    arm: str = ""


PREFIX = "compact_"
"""Begins the helpers' names."""
HELPERS: dict[str, Helper] = {}
OPERATIONS: dict[int, tuple[str, ...]] = {}
"""By WebAssembly's code: the helper, or the instructions and numbers to push, that it becomes."""


def _helper(code: int, name: str, head: str, result: str, arm: str = "") -> None:
    """Enter the helper for an instruction; `head` are the types of its operands."""
    kinds = head.split()
    params = ", ".join(f"{kind} {letter}" for kind, letter in zip(kinds, "ab", strict=False))
    words = sum(1 if kind in ("u32", "i32", "f32") else 2 for kind in kinds)
    leaves = 2 if result.startswith(("(u64)", "(i64)", "BITS")) else 1
    back = "u64" if leaves == 2 else "u32"
    text = f"{back} {PREFIX}{name}({params}) {{ return {result}; }}\n"
    HELPERS[PREFIX + name] = Helper(words, leaves, text, arm)
    OPERATIONS[code] = (PREFIX + name,)


_SIGNS = {"eq": "==", "ne": "!=", "lt": "<", "gt": ">", "le": "<=", "ge": ">="}
for _code, _name in enumerate("eq ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u".split(), 0x51):
    _kind = "i64" if _name.endswith("_s") else "u64"
    _helper(_code, f"i64_{_name}", f"{_kind} {_kind}", f"a {_SIGNS[_name[:2]]} b")
for _code, _name in enumerate(_SIGNS, 0x61):
    _arm = "" if _name == "ne" else f"__aeabi_dcmp{_name}"
    _helper(_code, f"f64_{_name}", "f64 f64", f"a {_SIGNS[_name]} b", _arm)
for _code, _name, _kind, _sign, _arm in (
    (0x7C, "add", "u64", "+", ""),
    (0x7D, "sub", "u64", "-", ""),
    (0x7E, "mul", "u64", "*", "__aeabi_lmul"),
    (0x7F, "div_s", "i64", "/", "__aeabi_ldivmod"),
    (0x80, "div_u", "u64", "/", "__aeabi_uldivmod"),
    (0x81, "rem_s", "i64", "%", ""),
    (0x82, "rem_u", "u64", "%", ""),
    (0x83, "and", "u64", "&", ""),
    (0x84, "or", "u64", "|", ""),
    (0x85, "xor", "u64", "^", ""),
):
    _helper(_code, f"i64_{_name}", f"{_kind} {_kind}", f"(u64)(a {_sign} b)", _arm)
for _code, _name, _kind, _sign, _arm in (
    (0x86, "shl", "u64", "<<", "__aeabi_llsl"),
    (0x87, "shr_s", "i64", ">>", "__aeabi_lasr"),
    (0x88, "shr_u", "u64", ">>", "__aeabi_llsr"),
):
    _helper(_code, f"i64_{_name}", f"{_kind} u64", f"(u64)(a {_sign} (b & 63))", _arm)
_helper(0x79, "i64_clz", "u64", "(u64)(a ? __builtin_clzll(a) : 64)")
_helper(0x7A, "i64_ctz", "u64", "(u64)(a ? __builtin_ctzll(a) : 64)")
for _code, _name, _sign in ((0xA0, "add", "+"), (0xA1, "sub", "-"), (0xA2, "mul", "*")):
    _helper(_code, f"f64_{_name}", "f64 f64", f"BITS(a {_sign} b)", f"__aeabi_d{_name}")
_helper(0xA3, "f64_div", "f64 f64", "BITS(a / b)", "__aeabi_ddiv")
_helper(0xA6, "f64_copysign", "f64 f64", "BITS(__builtin_copysign(a, b))")
_helper(0xAC, "i64_extend_s", "i32", "(i64)a")
_helper(0xB7, "f64_from_i32", "i32", "BITS((f64)a)", "__aeabi_i2d")
_helper(0xB8, "f64_from_u32", "u32", "BITS((f64)a)", "__aeabi_ui2d")
_helper(0xB9, "f64_from_i64", "i64", "BITS((f64)a)", "__aeabi_l2d")
_helper(0xBA, "f64_from_u64", "u64", "BITS((f64)a)", "__aeabi_ul2d")
_helper(0xFC02, "i32_from_f64", "f64", "SATURATED(a, INT32_MIN, INT32_MAX, i32)", "__aeabi_d2iz")
_helper(0xFC03, "u32_from_f64", "f64", "SATURATED(a, 0, UINT32_MAX, u32)", "__aeabi_d2uiz")
_helper(
    0xFC06, "i64_from_f64", "f64", "(i64)SATURATED(a, INT64_MIN, INT64_MAX, i64)", "__aeabi_d2lz"
)
_helper(0xFC07, "u64_from_f64", "f64", "(u64)SATURATED(a, 0, UINT64_MAX, u64)", "__aeabi_d2ulz")
_helper(0xBB, "f64_from_f32", "f32", "BITS((f64)a)", "__aeabi_f2d")
_helper(0xB6, "f32_from_f64", "f64", "((union { f32 f; u32 u; }){ .f = (f32)a }).u", "__aeabi_d2f")
OPERATIONS |= {
    0x50: ("or", "eqz"),
    0x99: ("0x7fffffff", "and"),
    0x9A: ("0x80000000", "xor"),
    0xA7: ("drop",),
    0xAD: ("0",),
    **dict.fromkeys((0xBC, 0xBD, 0xBE, 0xBF), ()),
    0xC4: ("drop", PREFIX + "i64_extend_s"),
}
RESULTS = {
    **dict.fromkeys(range(0x50, 0x67), 1),
    **dict.fromkeys((0xA7, 0xB6, 0xBC, 0xBE, 0xFC02, 0xFC03), 1),
}
"""The words that a result has, where it is not two."""
LOADS = {0x30: 0x2C, 0x31: 0x2D, 0x32: 0x2E, 0x33: 0x2F, 0x34: 0x28, 0x35: 0x28}
STORES = {0x3C: 0x3A, 0x3D: 0x3B, 0x3E: 0x36}
"""Accesses that widen and narrow, by the code of the one for 32 bits."""
SUPPORT = """
#define BITS(value) (((union { f64 f; u64 u; }){ .f = (value) }).u)
#define SATURATED(a, least, most, kind) \\
  ((a) != (a) ? 0 : (a) <= (f64)(least) ? (least) : (a) >= (f64)(most) ? (most) : (kind)(a))
"""


class Layout(NamedTuple):
    """Where the parameters of a function lie among the words that it is called with."""

    places: tuple[int, ...]
    words: int


def is_wide(kind: int) -> bool:
    """Whether values of a WebAssembly type are two words."""
    return kind in (wasm.I64, wasm.F64)


def layout(kinds: tuple[int, ...], arch: str) -> Layout:
    """The words of arguments of these types. On ARM (Procedure Call Standard, 6.5) those of 64 bits
    begin at an even one."""
    places, words = [], 0
    for kind in kinds:
        if is_wide(kind) and arch == "arm":
            words += words % 2
        places.append(words)
        words += 2 if is_wide(kind) else 1
    return Layout(tuple(places), words)


def word_count(name: str, signatures: Mapping[str, Signature], arch: str) -> int:
    """The words that a native function or a helper is called with."""
    if name in HELPERS:
        return HELPERS[name].takes
    return layout(signatures[name].params, arch).words


def helper_text(names: list[str], arch: str) -> tuple[str, dict[str, str]]:
    """The C of the helpers among these names, and the symbol of each."""
    found = {name: HELPERS[name] for name in names if name in HELPERS}
    text = "".join(h.text for h in found.values() if arch != "arm" or not h.arm)
    symbols = {
        name: helper.arm if arch == "arm" and helper.arm else name for name, helper in found.items()
    }
    return (SUPPORT + text if text else ""), symbols
