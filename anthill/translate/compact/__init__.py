"""Compact code: the cold functions of a chip's program in half the flash (docs/architecture.md).

    wasm      reads the objects that clang writes for WebAssembly
    lower     their bodies as instructions of a small stack machine
    wide      what becomes of values of 64 bits
    code      these instructions
    books     how numbers become bits
    encode    functions as bits, with the tables to decode them
    machine   the C of the machine that runs them
    thumb     the machine's inner part in assembly

`Toolchain.build` compiles the functions that an `Assembly` offers for WebAssembly, learns from
`lowered` which of them this code cannot express, and links what `compact_unit` makes of the others.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from anthill.translate.compact.code import CompactFunction, Unsupported
from anthill.translate.compact.encode import Encoder
from anthill.translate.compact.lower import Lowering
from anthill.translate.compact.machine import LINKED, SUFFIX, linked_tables, machine
from anthill.translate.compact.wasm import Place, WasmObject
from anthill.translate.compact.wide import word_count


def lowered(path: Path, arch: str) -> tuple[dict[str, CompactFunction], dict[str, str], WasmObject]:
    """An object's functions as compact code, and why the others cannot be."""
    found = WasmObject(path)
    names = {function.name for function in found.functions}
    done: dict[str, CompactFunction] = {}
    refused: dict[str, str] = {}
    for function in found.functions:
        try:
            lowering = Lowering(function, found.signatures, found.types, names, arch)
            done[function.name] = lowering.lower()
        except Unsupported as problem:
            refused[function.name] = str(problem)
    return done, refused, found


def reached(functions: Mapping[str, CompactFunction], first: Collection[str]) -> list[str]:
    """The functions that these lead to, those included."""
    queue = [name for name in first if name in functions]
    found = dict.fromkeys(queue)
    while queue:
        for step in functions[queue.pop()].steps:
            if isinstance(step.operand, Place):
                name = step.operand.symbol
                if name in functions and name not in found:
                    found[name] = None
                    queue.append(name)
    return [name for name in functions if name in found]


def pointed_at(functions: Mapping[str, CompactFunction], names: Collection[str]) -> set[str]:
    """The functions among these whose address the code takes."""
    return {
        step.operand.symbol
        for name in names
        for step in functions[name].steps
        if step.name == "pool" and isinstance(step.operand, Place)
    } & set(functions)


def compact_unit(
    functions: Mapping[str, CompactFunction],
    found: WasmObject,
    needed: Collection[str],
    coded: Collection[str],
    arch: str,
    short: Collection[str],
) -> tuple[str, str]:
    """The C unit with the compact code that `needed` names lead to: `coded` by native code, the
    others by function values; and what the linker adds to it (`linked_tables`), with the addresses
    of `short` symbols."""
    first = sorted(name for name in needed if name in functions)
    kept = reached(functions, first)
    entered = {name for name in first if name in coded}
    values = ({*first, *pointed_at(functions, kept)}) - entered
    natives = {
        step.operand.symbol
        for name in kept
        for step in functions[name].steps
        if step.name.startswith("native") and isinstance(step.operand, Place)
    }
    counts = {name: word_count(name, found.signatures, arch) for name in natives}
    short = short if arch in LINKED else ()
    encoded = Encoder([functions[name] for name in kept], counts, short).encode()
    return machine(encoded, entered, values, found.constants, arch), linked_tables(encoded, arch)


__all__ = ["SUFFIX", "compact_unit", "lowered"]
