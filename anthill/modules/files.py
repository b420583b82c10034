"""Source files for `import`, tracebacks and whole programs, read through the platform."""

from __future__ import annotations

from anthill.modules import platform
from anthill.modules import sys as sys_module
from anthill.runtime.errors import PyError
from anthill.typed import NULL, Array, Value, array_of, copy_items, items_of, small, u8
from anthill.vm.compiler.reader import END_OF_SOURCE
from anthill.vm.interpreter import console
from anthill.vm.objects import exception
from anthill.vm.objects import str as str_object
from anthill.vm.objects.str import Str, name

BUFFER_SIZE: int = 512
ERROR_SIZE = 80


class FileReader(console.SourceFile):
    """A file, read a buffer at a time."""

    handle: int
    buffer: Array[u8]
    start: int
    end: int

    def read(self) -> int:
        if self.start == self.end:
            if self.end < 0:
                return END_OF_SOURCE
            self.start = 0
            self.end = platform.files.read(self.handle, items_of(self.buffer), BUFFER_SIZE)
            if self.end <= 0:
                self.close()
                return END_OF_SOURCE
        self.start += 1
        return int(self.buffer[self.start - 1])

    def close(self) -> None:
        if self.handle >= 0:
            platform.files.close(self.handle)
        self.handle = -1
        self.start = -1
        self.end = -1


def terminated_path(path: Str) -> Array[u8]:
    """A path as the platform wants it."""
    size = len(path.data)
    terminated = array_of(u8, size + 1)
    copy_items(items_of(terminated), items_of(path.data), size)
    return terminated


def failed(path: Value) -> PyError:
    """The OSError for the platform's last error."""
    number = platform.files.error()
    place = array_of(u8, ERROR_SIZE)
    size = platform.files.describe(number, items_of(place), ERROR_SIZE)
    args = exception.alloc_tuple(2 if path is NULL else 3)
    args.items[0] = small(number)
    args.items[1] = str_object.new_str(items_of(place), size)
    if path is not NULL:
        args.items[2] = path
    error = exception.new_exception(exception.os_kind(small(number)), NULL)
    error.slots[exception.ARGS] = args
    return PyError(error)


def is_directory(path: Str) -> bool:
    """Whether there is a directory at this path."""
    return platform.files.kind(items_of(terminated_path(path))) == platform.PATH_DIRECTORY


def open_source(path: Str) -> console.SourceFile | None:
    """A reader of the file at this path; None where there is none."""
    terminated = terminated_path(path)
    if platform.files.kind(items_of(terminated)) != platform.PATH_FILE:
        return None
    buffer = array_of(u8, BUFFER_SIZE)
    handle = platform.files.open(items_of(terminated), platform.FILE_READ)
    if handle < 0:
        return None
    end = platform.files.read(handle, items_of(buffer), BUFFER_SIZE)
    marked = end >= 3 and buffer[0] == 0xEF and buffer[1] == 0xBB and buffer[2] == 0xBF
    return FileReader(handle, buffer, 3 if marked else 0, max(end, 0))


def search_path() -> Value:
    """`sys.path`."""
    return sys_module.SYS.get_attribute(name("path"))


console.has_files = True
console.open_source = open_source
console.is_directory = is_directory
console.search_path = search_path
