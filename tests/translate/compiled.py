"""Runs every case on CPython and compiled, in one process per word size.

    python tests/translate/compiled.py TARGET FOLDER

with `compact` for compact code on a 32-bit host,

prints one JSON object: for each case its label and the two results as text. The cases are compiled
into one binary with a driver in C that calls each function with its arguments.
"""

from __future__ import annotations

import importlib
import json
import math
import os
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
GROUPS = (
    "integers",
    "floats",
    "control",
    "objects",
    "values",
    "memory",
    "errors",
    "elementary",
)


def wrap(result: Any, kind: Any) -> str:
    """CPython's result as text, an integer wrapped to the width of its C type."""
    from anthill.translate.types import FloatT, IntT

    if isinstance(kind, FloatT):
        if math.isnan(result):
            return "nan"
        if kind.bits == 32:
            result = struct.unpack("<f", struct.pack("<f", result))[0]
        return struct.pack("<d", result).hex()
    number = int(result)
    if isinstance(kind, IntT):
        number &= (1 << kind.bits) - 1
        if kind.signed and number > kind.max:
            number -= 1 << kind.bits
    return str(number)


def c_argument(value: Any, kind: Any, program: Any, names: dict[str, None]) -> str:
    """An argument as C constant."""
    from anthill.translate.freeze import c_float, c_int
    from anthill.translate.types import FloatT, IntT

    if isinstance(kind, IntT):
        return c_int(int(value), kind)
    if isinstance(kind, FloatT):
        return c_float(float(value), kind)
    if isinstance(value, bytes):
        record = program.freeze_bytes(value)
        names[record.name] = None
        return f"(void *)&{record.name}"
    return str(int(value))


def driver(program: Any, functions: list[tuple[Any, list[tuple[Any, ...]]]]) -> str:
    """The C file that calls every case and prints its result."""
    from anthill.translate.types import FloatT

    names: dict[str, None] = {}
    lines: list[str] = []
    declared: list[str] = []
    for function, arguments in functions:
        params = [kind for _, kind in function.params]
        c_params = ", ".join(plain(program, kind) for kind in params) or "void"
        declared.append(f"{plain(program, function.result)} {function.name}({c_params});")
        for given in arguments:
            texts = [
                c_argument(value, kind, program, names)
                for value, kind in zip(given, params, strict=True)
            ]
            call = f"{function.name}({', '.join(texts)})"
            real = isinstance(function.result, FloatT)
            lines.append(f"  {'real' if real else 'number'}({call}, {number_sign(function)});")
    program.close()
    externs = [f"extern u8 {name}[];" for name in names]
    return DRIVER % ("\n".join([*declared, *externs]), "\n".join(lines))


def number_sign(function: Any) -> int:
    """Whether the result prints as a signed number."""
    return int(getattr(function.result, "signed", False))


def plain(program: Any, kind: Any) -> str:
    """A C type that needs no struct."""
    text = str(program.c_type(kind))
    return "void *" if text.startswith("struct") else text


DRIVER = r"""
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
typedef intptr_t word; typedef uintptr_t uword; typedef uword Value;
typedef int8_t i8; typedef int16_t i16; typedef int32_t i32; typedef int64_t i64;
typedef uint8_t u8; typedef uint16_t u16; typedef uint32_t u32; typedef uint64_t u64;
typedef float f32; typedef double f64;
%s
#define number(call, is_signed) \
  do { if (is_signed) printf("%%lld\n", (long long)(call)); \
       else printf("%%llu\n", (unsigned long long)(call)); fflush(stdout); } while (0)
static void real_number(double x) {
  unsigned char b[8];
  if (x != x) { puts("nan"); return; }
  memcpy(b, &x, 8);
  for (int i = 0; i < 8; i++) printf("%%02x", b[i]);
  puts("");
}
#define real(call, unused) do { real_number(call); fflush(stdout); } while (0)
int main(void) {
%s
  return 0;
}
"""


def run(target_name: str, folder: Path) -> list[tuple[str, str, str]]:
    """Label, CPython's and C's result of every case."""
    from anthill.translate import TARGETS, Options, Toolchain, assemble, translate
    from anthill.translate.assemble import Unit
    from tests.translate.cases import CASES, support

    for group in GROUPS:
        importlib.import_module(f"tests.translate.cases.{group}")
    compact = target_name == "compact"
    target = TARGETS["host32" if compact else target_name]
    options = Options(
        debug=not compact,
        arch=target.arch,
        lowerings={"allocate": support.allocate},
        compact=compact,
    )
    program = translate([function for function, _ in CASES], options)
    functions = [(program.functions[function], given) for function, given in CASES]
    text = driver(program, functions)
    assembly = assemble(program)
    toolchain = Toolchain(target, ROOT / "build" / "cache")
    image = toolchain.build(assembly, folder, "cases", also=[Unit("driver", text)])
    done = subprocess.run([str(image.path)], capture_output=True, text=True, check=False)
    printed = done.stdout.splitlines()
    results: list[tuple[str, str, str]] = []
    for function, arguments in functions:
        for given in arguments:
            label = f"{function.live.__module__.rpartition('.')[2]}.{function.live.__name__}{given}"
            expected = wrap(function.live(*given), function.result)
            found = printed[len(results)] if len(results) < len(printed) else done.stderr[-3000:]
            results.append((label, expected, found))
            if len(results) > len(printed):
                return results
    return results


def main() -> None:
    """The command."""
    sys.path.insert(0, str(ROOT))
    target, folder = sys.argv[1], Path(sys.argv[2])
    os.environ["ANTHILL_WORD_BITS"] = "32" if target in ("host32", "compact") else "64"
    print(json.dumps(run(target, folder)))


if __name__ == "__main__":
    main()
