"""`_os`: the file system for the module `os`, which is plain Python."""

from __future__ import annotations

from anthill.modules import platform
from anthill.modules.files import failed, terminated_path
from anthill.typed import NULL, Array, Ptr, Value, array_of, i64, items_of, small, u8, u64
from anthill.vm import errors, operations
from anthill.vm.messages import message
from anthill.vm.objects import bigint, exception, strings
from anthill.vm.objects import int as int_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects.builtin import function
from anthill.vm.objects.bytes import raw_bytes
from anthill.vm.objects.list import new_list
from anthill.vm.objects.module import builtin_module
from anthill.vm.objects.singletons import NONE
from anthill.vm.objects.str import Str

OS = builtin_module("_os")
for _title in ("REMOVE", "REMOVE_DIRECTORY", "MAKE_DIRECTORY", "GO_TO", "RENAME"):
    OS.define(_title, small(getattr(platform, "PATH_" + _title)))
LONGEST_PATH = 4096


def path_argument(path: Value) -> Array[u8]:
    """A path as the platform wants it."""
    if not isinstance(path, Str):
        raise errors.type_error_with(
            message("expected str, bytes or os.PathLike object, not %t"), path, NULL
        )
    if strings.find_byte(items_of(path.data), len(path.data), 0) >= 0:
        raise errors.value_error(message("embedded null byte"))
    return terminated_path(path)


@function(OS, "change")
def os_change(change: Value, path: Value, other: Value) -> Value:
    """`change(what, path, other)`: one of the changes REMOVE ...; OSError."""
    first = path_argument(path)
    second = first if other is NONE else path_argument(other)
    if not platform.files.change(int_object.index_value(change), items_of(first), items_of(second)):
        raise failed(path)
    return NONE


@function(OS, "getcwd")
def os_getcwd() -> Value:
    """`getcwd()`."""
    place = array_of(u8, LONGEST_PATH)
    size = platform.files.current_directory(items_of(place), LONGEST_PATH)
    if size < 0:
        raise failed(NULL)
    return str_object.new_str(items_of(place), size)


@function(OS, "listdir")
def os_listdir(path: Value) -> Value:
    """`listdir(path)`: the names in a directory, without `.` and `..`."""
    directory = platform.files.open_directory(items_of(path_argument(path)))
    if directory == 0:
        raise failed(path)
    place = array_of(u8, 256)
    result = new_list(0)
    while True:
        size = platform.files.next_name(directory, items_of(place), 256)
        if size < 0:
            platform.files.close_directory(directory)
            return result
        dots = size == 1 or (size == 2 and place[1] == ord("."))
        if not (dots and place[0] == ord(".")):
            result.append(str_object.new_str(items_of(place), size))


@function(OS, "status")
def os_status(path: Value, follow: Value) -> Value:
    """`status(path, follow)`: what the platform tells of a file, as a tuple of integers."""
    fields = array_of(i64, platform.STATUS_FIELDS)
    terminated = path_argument(path)
    if not platform.files.status(items_of(terminated), operations.truth(follow), items_of(fields)):
        raise failed(path)
    result = exception.alloc_tuple(platform.STATUS_FIELDS)
    for place in range(platform.STATUS_FIELDS):
        result.items[place] = bigint.from_u64(u64(fields[place]))
    return result


@function(OS, "urandom")
def os_urandom(count: Value) -> Value:
    """`urandom(count)`: random bytes."""
    size = int_object.index_value(count)
    if size < 0:
        raise errors.value_error(message("negative argument not allowed"))
    result = raw_bytes(size)
    fill_random(items_of(result.data), size)
    return result


def fill_random(p: Ptr[u8], count: int) -> None:
    """Write random bytes."""
    for at in range(count):
        p[at] = u8(platform.random.word() & 0xFF)
