"""Compiles and links C units for a target, with the compiler that the `ziglang` package carries.

Objects are cached by the hash of their source and flags under `build/cache`, so that a build
compiles what has changed and nothing else. On bare metal nothing of libc is used: soft floats and
64-bit division come with the compiler, further `libm` functions from the musl sources beside it.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import subprocess
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from subprocess import DEVNULL

from anthill.translate.assemble import Assembly, Unit
from anthill.translate.compact import compact_unit, lowered
from anthill.translate.compact.code import CompactFunction
from anthill.translate.compact.wasm import WasmObject
from anthill.translate.elf import Elf, Section, Symbol
from anthill.translate.errors import BuildError
from anthill.translate.prelude import COMPACT, HEADER
from anthill.typed.target import WORD_BITS

COMMON = (
    "-std=gnu11",
    "-fwrapv",
    "-fno-strict-aliasing",
    "-ffunction-sections",
    "-fdata-sections",
    "-fno-common",
    "-fno-stack-protector",
    "-w",
)


@dataclass(frozen=True)
class Target:
    """What to compile for and with which compiler.

    `small` and `fast` are the optimisation flags, the level first; `machine` are more of them for
    the machine that runs compact code."""

    name: str
    arch: str
    word_bits: int
    compiler: tuple[str, ...]
    flags: tuple[str, ...]
    small: tuple[str, ...] = ("-Os",)
    fast: tuple[str, ...] = ("-O2",)
    machine: tuple[str, ...] = ()
    link: tuple[str, ...] = ()
    hosted: bool = False


ZIG = ("zig",)
BARE = (
    "-ffreestanding",
    "-fno-unwind-tables",
    "-fno-asynchronous-unwind-tables",
    "-fno-sanitize=all",
)
HOST = Target(
    "host",
    "x86_64",
    64,
    ZIG,
    ("-target", "x86_64-linux-musl", "-DHOSTED", "-fno-sanitize=all", "-fomit-frame-pointer", "-g"),
    small=("-O2",),
    fast=("-O2",),
    link=("-static", "-Wl,--gc-sections"),
    hosted=True,
)
HOST32 = Target(
    "host32",
    "x86",
    32,
    ZIG,
    ("-target", "x86-linux-musl", "-DHOSTED", "-fno-sanitize=all", "-msse2", "-mfpmath=sse", "-g"),
    small=("-O1",),
    fast=("-O1",),
    link=("-static", "-Wl,--gc-sections"),
    hosted=True,
)
"""A 32-bit word on the host, for tests."""
SANITIZED = Target(
    "sanitized",
    "x86_64",
    64,
    ("cc",),
    (
        "-DHOSTED",
        "-g",
        "-fsanitize=address,undefined",
        "-fno-sanitize-recover=undefined",
        "-fno-omit-frame-pointer",
    ),
    small=("-O1",),
    fast=("-O1",),
    link=("-lm",),
    hosted=True,
)
SMALLER = tuple(
    part
    for name in (
        "-inline-threshold=-10",
        "-disable-lsr",
        "-disable-machine-licm",
        "-disable-block-placement",
        "-disable-early-taildup",
        "-disable-tail-duplicate",
        "-enable-gvn-hoist",
        "-min-jump-table-entries=12",
        "-tail-merge-size=1",
        "-phi-node-folding-threshold=1",
        "-two-entry-phi-node-folding-threshold=1",
        "-split-spill-mode=size",
    )
    for part in ("-mllvm", name)
)
"""What makes Thumb code smaller, by measurement: together 1.4 KB of 115."""
FEWER_VARIABLES = tuple(
    part
    for name in ("-disable-lsr", "-disable-machine-licm", "-disable-machine-cse")
    for part in ("-mllvm", name)
)
"""What keeps a large loop from holding constants and sums on the stack."""
CORTEX_M0 = Target(
    "cortex_m0",
    "arm",
    32,
    ZIG,
    ("-target", "thumb-freestanding-eabi", "-mcpu=cortex_m0", "-fomit-frame-pointer", "-g", *BARE),
    small=("-Os", *SMALLER),
    fast=("-O2", "-fno-unroll-loops", "-mllvm", "-tail-merge-size=12"),
    machine=FEWER_VARIABLES,
    link=("-Wl,--gc-sections", "-Wl,--build-id=none"),
)
RISCV32 = Target(
    "riscv32",
    "riscv32",
    32,
    ZIG,
    ("-target", "riscv32-freestanding-none", "-mcpu=generic_rv32+m+c", "-g", *BARE),
    link=("-Wl,--gc-sections", "-Wl,--build-id=none"),
)
WASM32 = Target(
    "wasm32",
    "wasm32",
    32,
    ZIG,
    (
        "-target",
        "wasm32-freestanding",
        "-mcpu=mvp+sign_ext+nontrapping_fptoint",
        "-fno-sanitize=all",
        "-ffreestanding",
        *("-mllvm", "-inline-threshold=-10"),
        *("-mllvm", "-disable-machine-cse"),
        *("-mllvm", "-disable-lsr"),
        *("-mllvm", "-enable-pre=false"),
        *("-mllvm", "-tail-merge-size=1"),
        *("-mllvm", "-rotation-max-header-size=2"),
        *("-mllvm", "-jump-threading-threshold=2"),
        *("-mllvm", "-enable-gvn-sink"),
        *("-mllvm", "-switch-to-lookup=false"),
    ),
    small=("-Oz",),
)
"""What compact code is made from."""
TARGETS = {target.name: target for target in (HOST, HOST32, SANITIZED, CORTEX_M0, RISCV32)}


@cache
def zig_folder() -> Path:
    """Where the `ziglang` package lies."""
    found = importlib.util.find_spec("ziglang")
    if found is None or not found.submodule_search_locations:
        raise BuildError("no C compiler: install the package ziglang (pip install ziglang)")
    return Path(found.submodule_search_locations[0])


def _command(target: Target) -> list[str]:
    if target.compiler == ZIG:
        return [str(zig_folder() / "zig"), "cc"]
    return list(target.compiler)


def _run(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BuildError(f"{' '.join(command)}\n{done.stderr[-6000:]}")


@dataclass
class Image:
    """A linked program: its file, its sections, its symbols with sizes."""

    path: Path
    sections: list[Section]
    symbols: list[Symbol]

    @property
    def flash(self) -> int:
        """Bytes of the image's contents."""
        return sum(section.size for section in self.sections if section.occupies_flash)

    @property
    def ram_static(self) -> int:
        """Bytes of variables."""
        return sum(section.size for section in self.sections if section.occupies_ram)


class Toolchain:
    """Compiles for one target, keeping objects under `cache`."""

    def __init__(self, target: Target, cache_folder: Path, extra: Sequence[str] = ()) -> None:
        self.target, self.extra = target, tuple(extra)
        self.cache = cache_folder
        self.cache.mkdir(parents=True, exist_ok=True)
        self.refused: dict[str, str] = {}
        """Functions that compact code turned out not to express, and why: each time that there are
        some, the whole is compiled once more."""

    @contextmanager
    def ready_library(self, folder: Path) -> Iterator[None]:
        """Have the C library, which Zig compiles at its first use on a machine, made meanwhile."""
        if not self.target.hosted or self.target.compiler != ZIG:
            yield
            return
        folder.mkdir(parents=True, exist_ok=True)
        source = folder / "nothing.c"
        source.write_text("int main(void) { return 0; }\n")
        command = [*self._link_command(), str(source), "-o", str(folder / "nothing")]
        with subprocess.Popen(command, stdout=DEVNULL, stderr=DEVNULL):
            yield  # the link at the end says it if there is something wrong

    def compile_text(self, unit: Unit, folder: Path) -> Path:
        """The object of one unit, from the cache where it is there."""
        target = self.target
        flags = [*COMMON, *target.flags, *(target.fast if unit.fast else target.small)]
        flags += [*unit.flags, *self.extra]
        key = hashlib.sha256("\0".join([*_command(target), *flags, unit.text]).encode()).hexdigest()
        result = self.cache / f"{key[:32]}.o"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / f"{unit.name}.c"
        if not path.exists() or path.read_text() != unit.text:
            path.write_text(unit.text)
        if not result.exists():
            self._compile(path, result, flags)
        return result

    def _compile(self, path: Path, result: Path, flags: Sequence[str]) -> None:
        partial = result.with_suffix(f".{os.getpid()}.o")
        _run([*_command(self.target), *flags, "-c", str(path), "-o", str(partial)])
        partial.replace(result)

    def compile_all(self, units: Sequence[Unit], folder: Path) -> list[Path]:
        """The objects of all units, two at a time, the longest first."""
        longest = sorted(units, key=lambda unit: -len(unit.text))
        with ThreadPoolExecutor(2) as pool:
            done = dict(
                zip(
                    (unit.name for unit in longest),
                    pool.map(lambda unit: self.compile_text(unit, folder), longest),
                    strict=True,
                )
            )
        return [done[unit.name] for unit in units]

    def link(self, inputs: Sequence[Path], result: Path, script: str = "") -> Image:
        """The linked image; `script` is the text of a linker script."""
        result.parent.mkdir(parents=True, exist_ok=True)
        command = self._link_command()
        if script:
            path = result.with_suffix(".ld")
            path.write_text(script)
            command += ["-Wl,-T," + str(path)]
        command += [str(path) for path in inputs]
        _run([*command, "-o", str(result)])
        elf = Elf(result)
        return Image(result, elf.sections, elf.symbols)

    def _link_command(self) -> list[str]:
        target = self.target
        return [*_command(target), *target.flags, *target.small[:1], *target.link]

    def math(self, inputs: Sequence[Path]) -> list[Path]:
        """Objects for the `libm` functions that the inputs use and the compiler does not bring."""
        if self.target.hosted:
            return []
        defined: set[str] = set()
        queue: set[str] = set()
        for path in inputs:
            elf = Elf(path)
            defined |= elf.defined()
            queue |= elf.undefined()
        found: list[Path] = []
        in_zig: set[str] = set()
        while queue:
            name = queue.pop()
            if name in defined:
                continue
            defined.add(name)
            source = math_source(name)
            if source is not None:
                found.append(self._compile_math(source))
                queue |= Elf(found[-1]).undefined()
            elif name.removesuffix("f") in ZIG_MATH:
                in_zig.add(name)
        if in_zig:
            found.append(self._compile_zig_math(sorted(in_zig)))
        return found

    def _compile_zig_math(self, names: Sequence[str]) -> Path:
        """Functions that the package has in Zig's standard library rather than in musl."""
        lines = ['const math = @import("std").math;']
        for name in names:
            base = name.removesuffix("f")
            kind = "f32" if base != name else "f64"
            params = [f"{letter}: {kind}" for letter in "xy"[: ZIG_MATH[base]]]
            passed = ", ".join("xy"[: ZIG_MATH[base]])
            body = f"return math.{base}({passed});"
            lines.append(f"export fn {name}({', '.join(params)}) {kind} {{ {body} }}")
        text = "\n".join(lines) + "\n"
        key = hashlib.sha256((text + self.target.name).encode()).hexdigest()[:16]
        result = self.cache / f"zigmath-{key}.o"
        if not result.exists():
            source = self.cache / f"zigmath_{key}.zig"
            source.write_text(text)
            machine = dict(zip(self.target.flags, self.target.flags[1:], strict=False))["-target"]
            cpu = [
                flag.replace("-mcpu=", "-mcpu ") for flag in self.target.flags if "-mcpu" in flag
            ]
            _run(
                [
                    str(zig_folder() / "zig"),
                    "build-obj",
                    str(source),
                    "-target",
                    machine,
                    *" ".join(cpu).split(),
                    "-OReleaseSmall",
                    "-ffunction-sections",
                    "-fdata-sections",
                    "-fno-unwind-tables",
                    "-fstrip",
                    f"-femit-bin={result}",
                ]
            )
        return result

    def _compile_math(self, path: Path) -> Path:
        musl = zig_folder() / "lib" / "libc" / "musl"
        folders = (
            "src/internal",
            "src/include",
            f"arch/{self._musl_arch()}",
            "arch/generic",
            "include",
        )
        flags = [*COMMON, *self.target.flags, *self.target.small]
        for folder in folders:
            flags += ["-isystem" if "include" in folder else "-I", str(musl / folder)]
        flags += ["-isystem", str(zig_folder() / "lib" / "libc" / "include" / "generic-musl")]
        key = hashlib.sha256("\0".join([path.name, *flags]).encode()).hexdigest()
        result = self.cache / f"libm-{path.stem}-{key[:16]}.o"
        if not result.exists():
            self._compile(path, result, flags)
        return result

    def _musl_arch(self) -> str:
        return {"arm": "arm", "riscv32": "riscv32", "x86_64": "x86_64"}[self.target.arch]

    def build(
        self,
        assembly: Assembly,
        folder: Path,
        name: str,
        script: str = "",
        also: Sequence[Unit] = (),
    ) -> Image:
        """Compile and link everything: `folder/name` and `folder/c/*.c`. `also` are further units
        in C."""
        if self.target.word_bits != WORD_BITS:
            raise BuildError(
                f"{self.target.name} has words of {self.target.word_bits} bits, the program was "
                f"imported for {WORD_BITS}: set ANTHILL_WORD_BITS before the first import"
            )
        assembly, compact, compiled = self._compile_both(assembly, folder / "c", also)
        if compact is not None:
            needed = {name for path in compiled for name in Elf(path).undefined()}
            needed.update(assembly.values)
            coded = {name for path in compiled for name in Elf(path).used_by_code()}
            short = {name for path in compiled for name in Elf(path).aligned()}
            text, tables = compact_unit(*compact, needed, coded, assembly.arch, short)
            script = script.replace(TABLES, f"{tables}\n{assembly.beside}")
            text = HEADER + COMPACT + text
            unit = Unit("machine", text, fast=True, flags=self.target.machine)
            compiled.append(self.compile_text(unit, folder / "c"))
        image = self.link([*compiled, *self.math(compiled)], folder / name, script)
        for symbol in image.symbols:
            expected = assembly.addresses.get(symbol.name, symbol.address)
            if symbol.address != expected:
                raise BuildError(f"{symbol.name} is at {symbol.address:#x}, not {expected:#x}")
        return image

    def _compile_both(
        self, assembly: Assembly, folder: Path, also: Sequence[Unit]
    ) -> tuple[Assembly, tuple[dict[str, CompactFunction], WasmObject] | None, list[Path]]:
        """The functions of the unit for compact code, if any, and the objects of the others. Where
        there are some that compact code cannot express, it is done again with these native."""
        while True:
            cold = next((unit for unit in assembly.units if unit.compact), None)
            native = [unit for unit in [*assembly.units, *also] if not unit.compact]
            with ThreadPoolExecutor(1) as pool:
                objects = pool.submit(self.compile_all, native, folder)
                if cold is None or assembly.without is None:
                    return assembly, None, objects.result()
                path = Toolchain(WASM32, self.cache).compile_text(cold, folder)
                done, refused, found = lowered(path, assembly.arch)
                if not refused:
                    return assembly, (done, found), objects.result()
            self.refused |= refused
            assembly = assembly.without(refused)


TABLES = "/* tables */"
"""Where a linker script has the tables that the linker writes for compact code."""
ZIG_MATH = {
    **dict.fromkeys(("acos", "asin", "atan", "cosh", "tanh", "acosh", "asinh", "atanh"), 1),
    **dict.fromkeys(("sinh", "cbrt", "expm1", "log1p"), 1),
    **dict.fromkeys(("atan2", "hypot", "copysign"), 2),
}
"""Functions of Zig's `std.math` with their number of arguments."""


def math_source(name: str) -> Path | None:
    """The musl source that defines a function or table, unless the compiler brings it."""
    sources = zig_folder() / "lib" / "libc" / "musl" / "src" / "math"
    path = sources / f"{name}.c"
    if name in IN_COMPILER:
        return None
    if path.exists():
        return path
    tables = sorted(sources.glob("*_data.c")) if name.endswith("_data") else []
    return next((file for file in tables if f"{name} =" in file.read_text()), None)


IN_COMPILER = frozenset(
    """sin cos tan exp exp2 log log2 log10 sqrt fmod fma floor ceil trunc round fabs fmax fmin
    sinf cosf tanf expf exp2f logf log2f log10f sqrtf fmodf fmaf floorf ceilf truncf roundf fabsf
    fmaxf fminf sincos""".split()
)
