"""The process: its end, random numbers, files, memory."""

from __future__ import annotations

import os

from anthill.chips.host import console, libc
from anthill.modules import platform
from anthill.typed import (
    Array,
    Ptr,
    address_of,
    bytes_of,
    i32,
    i64,
    items_of,
    static_array,
    u8,
    u32,
    uword,
)

FREQUENCY: int = 1_000_000_000
"""Nominal: a host has no clock frequency that would mean anything."""
MEMORY_SIZE: int = 4096
OUTPUT_LOST: int = 120
"""Exit status, as CPython's."""
LOST: bytes = b"anthill: the last output could not be written\n"

memory: Array[u8] = static_array(u8, MEMORY_SIZE)
"""What `mem8`, `mem16` and `mem32` reach: addresses wrap, so no access leaves it."""
noise: Array[u8] = static_array(u8, 4)
HERE: i32 = -100
NO_FOLLOW: int = 0x100
ALL_FIELDS: u32 = 0x7FF
status_bytes: Array[u8] = static_array(u8, 256)
STATUS_PLACES: bytes = bytes([28, 32, 16, 20, 24, 40, 64, 112, 96])
STATUS_SIZES: bytes = bytes([2, 8, 4, 4, 4, 8, 8, 8, 8])
"""Where a `struct statx` has what `Files.status` tells, and the sizes."""


def end_process(status: int) -> None:
    """Flush the output, give the terminal back and end with this status, another one if the output
    is lost."""
    platform.console.editing(False)
    if not console.flush_output():
        platform.console.write_error(bytes_of(LOST), len(LOST))
        status = OUTPUT_LOST
    libc.c_exit(i32(status))


class HostSystem(platform.System):
    """A process of the host."""

    def reset(self) -> None:
        end_process(0)

    def can_stop(self) -> bool:
        return True

    def stop(self, status: int) -> None:
        end_process(status)

    def frequency(self) -> int:
        return FREQUENCY

    def unique_id(self, word: int) -> u32:
        return 0x6E74_6169 if word == 0 else 0x6C6C_6968

    def peek(self, address: u32, size: int) -> u32:
        value = u32(0)
        for index in range(size):
            byte = u32(memory[int(address + index) % MEMORY_SIZE])
            value |= byte << (8 * index)
        return value

    def poke(self, address: u32, size: int, value: u32) -> None:
        for index in range(size):
            memory[int(address + index) % MEMORY_SIZE] = u8(value >> (8 * index))


class HostRandom(platform.Random):
    """The host's random generator."""

    def word(self) -> u32:
        libc.getentropy(items_of(noise), 4)
        return u32(noise[0] | noise[1] << 8 | noise[2] << 16 | noise[3] << 24)


class HostFiles(platform.Files):
    """The host's file system."""

    def kind(self, path: Ptr[u8]) -> int:
        directory = libc.opendir(path)
        if directory != 0:
            libc.closedir(directory)
            return platform.PATH_DIRECTORY
        handle = self.open(path, platform.FILE_READ)
        if handle < 0:
            return platform.PATH_MISSING
        self.close(handle)
        return platform.PATH_FILE

    def open(self, path: Ptr[u8], flags: int) -> int:
        both = platform.FILE_READ | platform.FILE_WRITE
        how = os.O_RDWR if flags & both == both else os.O_RDONLY
        if flags & both == platform.FILE_WRITE:
            how = os.O_WRONLY
        if flags & platform.FILE_CREATE:
            how |= os.O_CREAT
        if flags & platform.FILE_TRUNCATE:
            how |= os.O_TRUNC
        if flags & platform.FILE_EXCLUSIVE:
            how |= os.O_EXCL
        if flags & platform.FILE_APPEND:
            how |= os.O_APPEND
        return int(libc.c_open(path, i32(how | os.O_CLOEXEC), 0o666))

    def read(self, handle: int, data: Ptr[u8], count: int) -> int:
        return libc.c_read(i32(handle), data, uword(count))

    def write(self, handle: int, data: Ptr[u8], count: int) -> int:
        return libc.c_write(i32(handle), data, uword(count))

    def seek(self, handle: int, offset: i64, origin: int) -> i64:
        return libc.lseek(i32(handle), offset, i32(origin))

    def truncate(self, handle: int, size: i64) -> bool:
        return libc.ftruncate(i32(handle), size) == 0

    def close(self, handle: int) -> bool:
        return libc.c_close(i32(handle)) == 0

    def is_terminal(self, handle: int) -> bool:
        return libc.isatty(i32(handle)) != 0

    def change(self, change: int, path: Ptr[u8], other: Ptr[u8]) -> bool:
        match change:
            case platform.PATH_REMOVE:
                return libc.unlink(path) == 0
            case platform.PATH_REMOVE_DIRECTORY:
                return libc.rmdir(path) == 0
            case platform.PATH_MAKE_DIRECTORY:
                return libc.mkdir(path, 0o777) == 0
            case platform.PATH_GO_TO:
                return libc.chdir(path) == 0
            case _:
                return libc.rename(path, other) == 0

    def current_directory(self, place: Ptr[u8], room: int) -> int:
        if libc.getcwd(place, uword(room)) == 0:
            return -1
        return self.copy_text(place, place, room)

    def copy_text(self, place: Ptr[u8], text: Ptr[u8], room: int) -> int:
        """Copy a zero-terminated text; its length."""
        count = 0
        while count < room and text[count] != 0:
            place[count] = text[count]
            count += 1
        return count

    def open_directory(self, path: Ptr[u8]) -> uword:
        return libc.opendir(path)

    def next_name(self, directory: uword, place: Ptr[u8], room: int) -> int:
        entry = libc.readdir(directory)
        if address_of(entry) == 0:
            return -1
        return self.copy_text(place, entry + libc.DIRENT_NAME, room)

    def close_directory(self, directory: uword) -> None:
        libc.closedir(directory)

    def status(self, path: Ptr[u8], follow: bool, fields: Ptr[i64]) -> bool:
        flags = 0 if follow else NO_FOLLOW
        if libc.statx(HERE, path, i32(flags), ALL_FIELDS, items_of(status_bytes)) != 0:
            return False
        for place in range(platform.STATUS_FIELDS):
            start = int(STATUS_PLACES[place])
            fields[place] = little(items_of(status_bytes, start), int(STATUS_SIZES[place]))
        for place in range(platform.STATUS_FIELDS - 3, platform.STATUS_FIELDS):
            nanos = items_of(status_bytes, int(STATUS_PLACES[place]) + 8)
            fields[place] = fields[place] * 1_000_000_000 + little(nanos, 4)
        return True

    def error(self) -> int:
        return int(libc.errno_location()[0])

    def describe(self, number: int, place: Ptr[u8], room: int) -> int:
        return self.copy_text(place, libc.strerror(i32(number)), room)


def little(p: Ptr[u8], size: int) -> i64:
    """A number of `size` bytes, the lowest first."""
    result = i64(0)
    for place in range(size):
        result |= i64(p[place]) << (8 * place)
    return result
