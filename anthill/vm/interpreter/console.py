"""What the interpreter asks of its surroundings; the modules that know them put theirs here.

All are set while the host imports the modules, so to translated code they are constants.
"""

from __future__ import annotations

from collections.abc import Callable

from anthill.typed import Value
from anthill.vm import operations
from anthill.vm.compiler.reader import Reader
from anthill.vm.objects import module, singletons
from anthill.vm.objects.str import Str, name
from anthill.vm.writer import Writer


class SourceFile(Reader):
    """An open source file."""

    def close(self) -> None:
        """End reading."""


def nothing() -> None:
    """No requests to serve."""


def no_source(path: Str) -> SourceFile | None:
    """No files to import."""
    return None


def no_directory(path: Str) -> bool:
    """No directories either."""
    return False


def no_search_path() -> Value:
    """No directories to search."""
    return singletons.NONE


has_files: bool = False
"""Whether there are source files to import."""
serve: Callable[[], None] = nothing
"""Runs at safe points what interrupts asked for; may raise KeyboardInterrupt."""
open_source: Callable[[Str], SourceFile | None] = no_source
"""Opens a source file by its path; None where there is no such file."""
is_directory: Callable[[Str], bool] = no_directory
"""Whether a path is that of a directory."""
search_path: Callable[[], Value] = no_search_path
"""`sys.path`."""
output: Writer = Writer()
"""Standard output."""
error_output: Writer = Writer()
"""Where tracebacks go."""


def show(value: Value) -> None:
    """What the prompt does with the value of an expression: show it, keep it as `_`."""
    if value is singletons.NONE:
        return
    operations.write_repr(value, output)
    output.write_char(ord("\n"))
    module.store(module.BUILTINS, name("_"), value)


display: Callable[[Value], None] = show
"""What a statement does with the value of an expression."""
