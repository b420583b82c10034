"""Modules in plain Python, from `anthill/lib` to constants in flash.

The compiler of the board compiles them, run by CPython in a process of its own: one that runs the
typed layers instead of translating them. What it makes is kept below `build/cache` by content.
`python -m anthill.boards.library NAME FILE ...` writes the code of modules to standard output.
"""

from __future__ import annotations

import ast
import hashlib
import os
import pickle
import subprocess
import sys
import types
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from anthill.vm.objects.code import Code, Place
    from anthill.vm.objects.str import Str

ROOT = Path(__file__).resolve().parents[2]
MODULES = ROOT / "anthill" / "modules"
LIBRARY = ROOT / "anthill" / "lib"
CORES = ("collections", "functools", "io", "json", "random")
"""Modules of which small boards have only the core."""


def is_typed(title: str) -> bool:
    """Whether a module is one of those in typed Python."""
    return (MODULES / f"{title}.py").is_file()


def source_of(title: str) -> Path | None:
    """The file of a module in plain Python; None where there is none."""
    place = LIBRARY.joinpath(*title.split("."))
    for path in (place / "__init__.py", place.with_suffix(".py")):
        if path.is_file():
            return path
    return None


def imports_of(path: Path) -> Iterator[str]:
    """The modules that a file imports when it is run, not only in a function or a `try`."""
    try:
        body = ast.parse(path.read_text("utf-8")).body
    except SyntaxError:
        return  # to be told by the board's compiler
    for node in body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def closure(titles: Iterable[str]) -> tuple[list[str], dict[str, Path]]:
    """What a board's list of modules comes to with what they import and the packages they are in:
    names of typed modules, and files of the others by name. BuildError for unknown modules."""
    from anthill.translate.errors import BuildError
    from anthill.vm.features import LARGE

    typed: list[str] = []
    plain: dict[str, Path] = {}

    def add(title: str) -> bool:
        if not LARGE and title in CORES:
            title = f"_{title}"
        if title in typed or title in plain:
            return True
        path = source_of(title)
        if path is None:
            if is_typed(title):
                typed.append(title)
            return is_typed(title)
        package = title.rpartition(".")[0]
        if package:
            add(package)
        plain[title] = path
        for wanted in imports_of(path):
            add(wanted)
        return True

    for title in titles:
        if not add(title):
            raise BuildError(f"no module {title!r} in anthill/modules or anthill/lib")
    return typed, plain


# In the process that compiles: from objects to what pickle can write.


@cache
def _constants() -> dict[int, tuple[str, str]]:
    """Objects that the typed layers name, by identity: module and name."""
    from anthill.typed import Object

    found: dict[int, tuple[str, str]] = {}
    for title, module in list(sys.modules.items()):
        if title.startswith("anthill.vm."):
            for name, value in vars(module).items():
                if isinstance(value, Object):
                    found.setdefault(id(value), (title, name))
    return found


def _encoded(value: Any) -> Any:
    from anthill import typed
    from anthill.typed import Array, Tail
    from anthill.vm.objects.str import STR_INTERNED, Str, host_text

    if value is None or isinstance(value, int | float | bytes):
        return value
    if isinstance(value, Str):
        return ("name" if value.flags & STR_INTERNED else "text", host_text(value))
    if id(value) in _constants():
        return ("constant", *_constants()[id(value)])
    if isinstance(value, Array | Tail):
        kind = next(name for name, item in vars(typed).items() if item is value.item_type)
        return (type(value).__name__, kind, [_encoded(item) for item in value.storage])
    names = typed.objects.field_types(type(value))
    fields = {name: _encoded(getattr(value, name)) for name in names}
    return ("object", type(value).__module__, type(value).__name__, fields)


def compile_file(path: Path, title: str) -> Code:
    """The code of a module."""
    from anthill.typed import Ptr
    from anthill.vm.compiler import compiler
    from anthill.vm.compiler.reader import MemoryReader
    from anthill.vm.features import LARGE
    from anthill.vm.objects.str import new_str

    def string(content: bytes) -> Str:
        return new_str(Ptr(content), len(content))

    reader = MemoryReader(string(path.read_bytes()))
    code = compiler.compile_source(reader, compiler.EXEC, string(f"<frozen {title}>".encode()))
    if not LARGE:
        forget_locals(code)
    return code


def forget_locals(code: Code) -> None:
    """Drop the names of locals other than parameters, of functions and those inside them."""
    from anthill.typed import Value, array_of
    from anthill.vm.compiler.bytecode import CODE_CLASS_BODY
    from anthill.vm.objects.code import Code

    for item in code.constants:
        if isinstance(item, Code):
            forget_locals(item)
    if code.flags & CODE_CLASS_BODY:
        return
    end = len(code.constants) - code.captures
    first = end - (code.locals_count - code.parameters())
    kept = [item for n, item in enumerate(code.constants) if not first <= n < end]
    code.constants = array_of(Value, len(kept))
    code.constants.storage[:] = kept
    code.locals_count = code.parameters()


# In the process that builds.


@cache
def _text(content: str) -> Str:
    """A string; equal ones are one."""
    from anthill.vm.objects.str import text

    return text(content)


@cache
def _place(scope: Any, file: Any) -> Place:
    """Where code stands; equal ones are one."""
    from anthill.vm.objects.code import Place

    return Place(_decoded(scope), _decoded(file))


def _decoded(value: Any) -> Any:
    from anthill import typed
    from anthill.vm.objects.str import name

    if not isinstance(value, tuple):
        return value
    match value:
        case ("name", content):
            return name(content)
        case ("text", content):
            return _text(content)
        case ("constant", module, title):
            return getattr(sys.modules[module], title)
        case ("object", _, "Place", fields):
            return _place(fields["scope"], fields["file"])
        case ("object", module, title, fields):
            cls = getattr(sys.modules[module], title)
            made = cls.__new__(cls)
            for field, content in fields.items():
                setattr(made, field, _decoded(content))
            return made
    made = getattr(typed.objects, value[0])(getattr(typed, value[1]), len(value[2]))
    made.storage[:] = [_decoded(item) for item in value[2]]
    return made


def _compiler_state() -> bytes:
    """What the code depends on besides its source."""
    bits = os.environ["ANTHILL_WORD_BITS"], os.environ["ANTHILL_FLOAT_BITS"], sys.version
    state = hashlib.sha256(repr(bits).encode())
    for folder in ("typed", "vm/compiler", "vm/objects", "boards"):
        for path in sorted((ROOT / "anthill" / folder).rglob("*.py")):
            state.update(path.read_bytes())
    return state.digest()


def _compile_all(plain: dict[str, Path]) -> dict[str, bytes]:
    """The encoded code of modules, made by another process."""
    from anthill.translate.errors import BuildError

    command = [sys.executable, "-m", "anthill.boards.library"]
    for title, path in plain.items():
        command += [title, str(path)]
    environment = {**os.environ, "ANTHILL_TRANSLATING": "", "ANTHILL_STRESS": ""}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True)
    if done.returncode:
        raise BuildError(done.stderr.decode("utf-8", "replace").strip())
    made: dict[str, bytes] = pickle.loads(done.stdout)
    return made


def _kept_or_compiled(plain: dict[str, Path], folder: Path) -> dict[str, bytes]:
    """The encoded code of modules, that of an earlier build where nothing has changed."""
    state = _compiler_state()
    places = {
        title: folder / hashlib.sha256(state + title.encode() + path.read_bytes()).hexdigest()[:24]
        for title, path in plain.items()
    }
    missing = {title: plain[title] for title in plain if not places[title].exists()}
    if missing:
        folder.mkdir(parents=True, exist_ok=True)
        for title, content in _compile_all(missing).items():
            draft = places[title].with_suffix(f".{os.getpid()}")
            draft.write_bytes(content)
            draft.replace(places[title])
    return {title: place.read_bytes() for title, place in places.items()}


def _note_frames(code: Code) -> None:
    """Make the frames of a code, and of those inside it, known to the collector of the image."""
    from anthill.runtime.stack import note_frame
    from anthill.vm.objects.code import Code

    note_frame(code.registers)
    for item in code.constants:
        if isinstance(item, Code):
            _note_frames(item)


def freeze(plain: dict[str, Path], folder: Path) -> None:
    """Have `import` find these modules in the image; `folder` keeps what was compiled."""
    kept = _kept_or_compiled(plain, folder)
    from anthill.vm.objects.module import freeze_module

    for title, content in kept.items():
        code = _decoded(pickle.loads(content))
        _note_frames(code)
        freeze_module(title, code, plain[title].name == "__init__.py")
        origin = types.ModuleType(f"anthill.lib.{title}")  # names the constants in C
        vars(origin)["code"] = code
        sys.modules[origin.__name__] = origin


def main() -> int:
    """Compile modules; 1 and the message for an error in one."""
    from anthill.modules import builtins  # noqa: F401
    from anthill.runtime.errors import PyError
    from anthill.typed import as_a
    from anthill.vm.interpreter import run, traceback
    from anthill.vm.objects.instance import Instance
    from anthill.vm.objects.str import host_text
    from anthill.vm.writer import string_writer

    sys.setrecursionlimit(20_000)
    run.start()
    made = {}
    arguments = iter(sys.argv[1:])
    try:
        for title, path in zip(arguments, arguments, strict=True):
            made[title] = pickle.dumps(_encoded(compile_file(Path(path), title)))
    except PyError as error:
        out = string_writer()
        traceback.write_exception(as_a(Instance, error.value), out)
        sys.stderr.write(host_text(out.finish()))
        return 1
    sys.stdout.buffer.write(pickle.dumps(made))
    return 0


if __name__ == "__main__":
    sys.exit(main())
