"""`python -m anthill.vm FILE [ARGUMENT ...]`: the interpreter's source run directly by CPython.

Needs no C compiler; `-c CODE` works too. Slow, and with the same output as the native binary.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
import threading
import time

from anthill.modules import platform
from anthill.typed import Ptr

LONGEST_WAIT = 0.02
"""Seconds after which a pause looks for Ctrl-C."""


class HostConsole(platform.Console):
    """The standard streams."""

    def write(self, data: Ptr[int], count: int) -> None:
        sys.stdout.buffer.write(bytes(data[i] for i in range(count)))

    def write_raw(self, data: Ptr[int], count: int) -> None:
        self.write(data, count)

    def write_error(self, data: Ptr[int], count: int) -> None:
        sys.stdout.flush()
        sys.stderr.buffer.write(bytes(data[i] for i in range(count)))

    def flush(self) -> None:
        sys.stdout.flush()

    def wait(self) -> None:
        self.flush()

    def read(self) -> int:
        sys.stdout.flush()
        byte = sys.stdin.buffer.read(1)
        return byte[0] if byte else -1


class HostClock(platform.Clock):
    """The clocks of CPython."""

    def micros(self) -> int:
        return time.monotonic_ns() // 1000

    def epoch_micros(self) -> int:
        return time.time_ns() // 1000

    def busy_micros(self) -> int:
        return time.process_time_ns() // 1000

    def wait(self, deadline: int) -> None:
        left = deadline - self.micros()
        if left > 0:
            sys.stdout.flush()
            time.sleep(min(left / 1_000_000, LONGEST_WAIT))


class HostSystem(platform.System):
    """The process."""

    def reset(self) -> None:
        sys.exit(0)

    def stop(self, status: int) -> None:
        sys.exit(status)


class HostFiles(platform.Files):
    """The file system."""

    number = 0

    def __init__(self) -> None:
        pass

    def path(self, path: Ptr[int]) -> bytes:
        """The zero-terminated path."""
        size = 0
        while path[size]:
            size += 1
        return bytes(path[i] for i in range(size))

    def kind(self, path: Ptr[int]) -> int:
        name = self.path(path)
        if os.path.isdir(name):
            return platform.PATH_DIRECTORY
        return platform.PATH_FILE if os.path.exists(name) else platform.PATH_MISSING

    def open(self, path: Ptr[int], flags: int) -> int:
        both = flags & (platform.FILE_READ | platform.FILE_WRITE)
        how = (0, os.O_RDONLY, os.O_WRONLY, os.O_RDWR)[both]
        for flag, value in (
            (platform.FILE_CREATE, os.O_CREAT),
            (platform.FILE_TRUNCATE, os.O_TRUNC),
            (platform.FILE_EXCLUSIVE, os.O_EXCL),
            (platform.FILE_APPEND, os.O_APPEND),
        ):
            how |= value if flags & flag else 0
        try:
            return os.open(self.path(path), how, 0o666)
        except OSError as error:
            self.number = error.errno or 0
            return -1

    def write(self, handle: int, data: Ptr[int], count: int) -> int:
        return os.write(handle, bytes(data[index] for index in range(count)))

    def seek(self, handle: int, offset: int, origin: int) -> int:
        try:
            return os.lseek(handle, offset, origin)
        except OSError as error:
            self.number = error.errno or 0
            return -1

    def truncate(self, handle: int, size: int) -> bool:
        os.ftruncate(handle, size)
        return True

    def is_terminal(self, handle: int) -> bool:
        return os.isatty(handle)

    def error(self) -> int:
        return self.number

    def describe(self, number: int, place: Ptr[int], room: int) -> int:
        content = os.strerror(number).encode()[:room]
        for index, byte in enumerate(content):
            place[index] = byte
        return len(content)

    def read(self, handle: int, data: Ptr[int], count: int) -> int:
        content = os.read(handle, count)
        for index, byte in enumerate(content):
            data[index] = byte
        return len(content)

    def close(self, handle: int) -> bool:
        os.close(handle)
        return True


def main(arguments: list[str]) -> int:
    """Run a file, or the code behind `-c`; the exit status."""
    platform.console = HostConsole()
    platform.clock = HostClock()
    platform.system = HostSystem()
    platform.files = HostFiles()
    platform.board_title = "CPython"
    platform.chip_title = "host"

    from anthill.boards import library
    from anthill.boards.virtual import Virtual
    from anthill.modules import builtins, files, program  # noqa: F401
    from anthill.modules import sys as sys_module
    from anthill.vm.compiler.reader import MemoryReader, Reader
    from anthill.vm.interpreter import run
    from anthill.vm.objects.list import List, new_list
    from anthill.vm.objects.str import Str, new_str

    for title in library.closure(Virtual.modules)[0]:
        importlib.import_module(f"anthill.modules.{title}")

    def string(content: str) -> Str:
        data = os.fsencode(content)
        return new_str(Ptr(data), len(data))

    run.start()
    directory = ""
    reader: Reader | None
    if arguments[0] == "-c":
        title = "<string>"
        reader = MemoryReader(string(arguments[1]))
        arguments = ["-c", *arguments[2:]]
    else:
        title = arguments[0]
        directory = os.path.dirname(title)
        reader = files.open_source(string(title))
    if reader is None:
        sys.stderr.write(f"anthill: can't open file {title!r}\n")
        return 2
    given = new_list(len(arguments))
    for argument in arguments:
        given.append(string(argument))
    sys_module.set_arguments(given)
    path = files.search_path()
    assert isinstance(path, List)
    path.append(string(directory))
    path.append(string(str(library.LIBRARY)))
    status = program.run_program(reader, string(title))
    sys.stdout.flush()
    return status


def run_deep(arguments: list[str]) -> int:
    """`main` with a large stack, as many functions of CPython stand for one C frame."""
    sys.setrecursionlimit(100_000)
    threading.stack_size(512 * 1024 * 1024)
    result: list[int] = [1]

    def target() -> None:
        try:
            result[0] = main(arguments)
        except SystemExit as error:
            result[0] = error.code if isinstance(error.code, int) else 1

    signal.signal(signal.SIGINT, lambda number, frame: platform.request_interrupt())
    thread = threading.Thread(target=target)
    thread.start()
    thread.join()
    return result[0]


if __name__ == "__main__":
    if sys.argv[1:] in ([], ["-c"]):
        sys.stderr.write("usage: python -m anthill.vm [-c CODE | FILE] [ARGUMENT ...]\n")
        sys.exit(2)
    try:
        status = run_deep(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        status = 1
    sys.exit(status)
