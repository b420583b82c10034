"""The process: its end, random numbers, files, memory."""

from __future__ import annotations

import os

from anthill.chips.host import console, libc
from anthill.modules import platform
from anthill.typed import Array, Ptr, i32, i64, items_of, static_array, u8, u32, uword

FREQUENCY: int = 1_000_000_000
"""Nominal: a host has no clock frequency that would mean anything."""
MEMORY_SIZE: int = 4096

memory: Array[u8] = static_array(u8, MEMORY_SIZE)
"""What `mem8`, `mem16` and `mem32` reach: addresses wrap, so no access leaves it."""
noise: Array[u8] = static_array(u8, 4)


def end_process(status: int) -> None:
    """Flush the output, give the terminal back and end with this status."""
    platform.console.editing(False)
    console.flush_output()
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

    def error(self) -> int:
        return int(libc.errno_location()[0])

    def describe(self, number: int, place: Ptr[u8], room: int) -> int:
        p = libc.strerror(i32(number))
        count = 0
        while count < room and p[count] != 0:
            place[count] = p[count]
            count += 1
        return count
