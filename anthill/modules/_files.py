"""`_files`: files by their handles, for the classes of the module `io`.

Errors of the platform are OSErrors with its number and text.
"""

from __future__ import annotations

from anthill.modules import platform
from anthill.modules.files import failed, terminated_path
from anthill.typed import NULL, Value, i64, items_of, small
from anthill.vm import errors
from anthill.vm.messages import message
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import bytes as bytes_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects import strings
from anthill.vm.objects.builtin import function
from anthill.vm.objects.bytes import Buffer
from anthill.vm.objects.module import builtin_module
from anthill.vm.objects.singletons import NONE
from anthill.vm.objects.str import Str

FILES = builtin_module("_files")
for _title in ("READ", "WRITE", "CREATE", "TRUNCATE", "EXCLUSIVE", "APPEND"):
    FILES.define(_title, small(getattr(platform, "FILE_" + _title)))


def check(done: bool) -> None:
    """OSError unless it was done."""
    if not done:
        raise failed(NULL)


@function(FILES, "open")
def files_open(path: Value, flags: Value) -> Value:
    """`open(path, flags)`: a handle."""
    if not isinstance(path, Str):
        raise errors.type_error_with(
            message("expected str, bytes or os.PathLike object, not %t"), path, NULL
        )
    if strings.find_byte(items_of(path.data), len(path.data), 0) >= 0:
        raise errors.value_error(message("embedded null byte"))
    terminated = terminated_path(path)
    handle = platform.files.open(items_of(terminated), int_object.index_value(flags))
    if handle < 0:
        raise failed(path)
    return small(handle)


@function(FILES, "is_directory")
def files_is_directory(path: Str) -> Value:
    """`is_directory(path)`."""
    kind = platform.files.kind(items_of(terminated_path(path)))
    return bool_object.to_bool(kind == platform.PATH_DIRECTORY)


@function(FILES, "read")
def files_read(handle: Value, count: Value) -> Value:
    """`read(handle, count)`: up to so many bytes; none at the end."""
    room = int_object.index_value(count)
    place = bytes_object.raw_bytes(room)
    size = platform.files.read(int_object.index_value(handle), items_of(place.data), room)
    check(size >= 0)
    return place if size == room else bytes_object.new_bytes(items_of(place.data), size)


@function(FILES, "write")
def files_write(handle: Value, data: Value) -> Value:
    """`write(handle, data)`: how many bytes were written."""
    if not isinstance(data, Buffer):
        raise errors.type_error_with(
            message("a bytes-like object is required, not '%t'"), data, NULL
        )
    p = strings.data_of(data)
    size = platform.files.write(int_object.index_value(handle), p, strings.size_of(data))
    check(size >= 0)
    return small(size)


@function(FILES, "seek")
def files_seek(handle: Value, offset: Value, origin: Value) -> Value:
    """`seek(handle, offset, origin)`: the position."""
    place = platform.files.seek(
        int_object.index_value(handle),
        i64(int_object.index_value(offset)),
        int_object.index_value(origin),
    )
    check(place >= 0)
    return int_object.new_int(int(place))


@function(FILES, "truncate")
def files_truncate(handle: Value, size: Value) -> Value:
    """`truncate(handle, size)`."""
    length = i64(int_object.index_value(size))
    check(platform.files.truncate(int_object.index_value(handle), length))
    return NONE


@function(FILES, "close")
def files_close(handle: Value) -> Value:
    """`close(handle)`."""
    check(platform.files.close(int_object.index_value(handle)))
    return NONE


@function(FILES, "is_terminal")
def files_is_terminal(handle: Value) -> Value:
    """`is_terminal(handle)`."""
    return bool_object.to_bool(platform.files.is_terminal(int_object.index_value(handle)))
