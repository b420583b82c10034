"""Running a whole program, as a file or from text, and what its end means to whoever started it."""

from __future__ import annotations

from anthill.modules import hooks, platform, streams
from anthill.runtime import collector, finalise
from anthill.runtime.errors import PyError
from anthill.typed import NULL, Value, cold, is_small, small_int
from anthill.vm import operations
from anthill.vm.compiler import compiler
from anthill.vm.compiler.reader import Reader
from anthill.vm.interpreter import finalisers, run
from anthill.vm.objects import exception
from anthill.vm.objects.bool import TRUE, Bool
from anthill.vm.objects.module import FrozenModule, space_of
from anthill.vm.objects.singletons import NONE
from anthill.vm.objects.str import Str, name

FAILED = 1
INTERRUPTED = 130
"""Exit statuses: an uncaught exception, and KeyboardInterrupt (128 + SIGINT)."""


def run_program(reader: Reader, file: Str) -> int:
    """Compile and run a program as `__main__`; its exit status."""
    try:
        run.run_main(compiler.compile_source(reader, compiler.EXEC, file))
    except PyError as error:
        return uncaught(error.value)
    return ended()


def run_file(reader: Reader, file: Str, full: Str) -> int:
    """Compile and run a file as `__main__`; `full` is its absolute path. Its exit status."""
    space_of(run.main_module()).store(name("__file__"), full)
    return run_program(reader, file)


def run_frozen(frozen: FrozenModule) -> int:
    """Run a module of the image as `__main__`; its exit status."""
    try:
        run.run_main(frozen.code)
    except PyError as error:
        return uncaught(error.value)
    return ended()


def ended() -> int:
    """The program came to its end: what it left behind is finalised. The exit status."""
    if finalise.watch.count:
        collector.collect()
        finalisers.run()
    return 0


@cold
def uncaught(error: Value) -> int:
    """Report the exception that ended a program; the exit status."""
    if exception.is_kind(error, exception.SYSTEM_EXIT):
        return exit_status(error)
    hooks.report(error)
    if exception.is_kind(error, exception.KEYBOARD_INTERRUPT):
        return INTERRUPTED
    return FAILED


@cold
def exit_status(error: Value) -> int:
    """The exit status that a SystemExit asks for; anything but a number is printed."""
    code = exception.exit_code(error)
    if code is NULL or code is NONE:
        return 0
    if isinstance(code, Bool):
        return FAILED if code is TRUE else 0
    if is_small(code):
        return small_int(code) & 0xFF
    platform.console.flush()
    operations.write_str(code, streams.ERRORS)
    streams.ERRORS.write_char(ord("\n"))
    return FAILED
