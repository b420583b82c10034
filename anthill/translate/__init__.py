"""The translator: typed Python -> C -> a program.

    program = translate([main], Options(arch="arm"))      # a closed, typed, checked program
    assembly = assemble(program)                           # its C units and where symbols come from
    image = Toolchain(CORTEX_M0, cache).build(assembly, folder, "firmware.elf", linker_script)

The process that translates has imported the program with ANTHILL_TRANSLATING=1 and the board's
ANTHILL_WORD_BITS and ANTHILL_FLOAT_BITS in its environment: one process per board. What typed
Python does not allow raises TranslationError; a failing C compiler or linker raises BuildError.
`image.flash`, `image.ram_static` and `image.symbols` give sizes in bytes; `assembly.symbols` maps
C names to Python files.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from anthill.translate.assemble import Assembly, assemble
from anthill.translate.errors import BuildError, TranslationError
from anthill.translate.program import Options, Program
from anthill.translate.toolchain import (
    CORTEX_M0,
    HOST,
    RISCV32,
    SANITIZED,
    TARGETS,
    Image,
    Target,
    Toolchain,
)


def translate(
    entries: Sequence[Callable[..., Any]],
    options: Options | None = None,
    constants: Sequence[object] = (),
) -> Program:
    """The program that is reachable from the entry functions (mark them @export to name them).

    `constants` are kept although no function names them: a vector table, for one."""
    program = Program(options)
    for entry in entries:
        program.entries.append(program.function(entry))  # type: ignore[arg-type]
    for obj in constants:
        program.freeze(obj)
    program.close()
    return program


__all__ = [
    "CORTEX_M0",
    "HOST",
    "RISCV32",
    "SANITIZED",
    "TARGETS",
    "Assembly",
    "BuildError",
    "Image",
    "Options",
    "Program",
    "Target",
    "Toolchain",
    "TranslationError",
    "assemble",
    "translate",
]
