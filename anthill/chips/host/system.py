"""The process: its end, random numbers, files, memory."""

from __future__ import annotations

from anthill.chips.host import console, libc
from anthill.modules import platform
from anthill.typed import Array, Ptr, bytes_of, i32, items_of, static_array, u8, u32, uword

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
    """The host's file system, read only."""

    def kind(self, path: Ptr[u8]) -> int:
        directory = libc.opendir(path)
        if directory != 0:
            libc.closedir(directory)
            return platform.PATH_DIRECTORY
        handle = self.open(path)
        if handle < 0:
            return platform.PATH_MISSING
        self.close(handle)
        return platform.PATH_FILE

    def open(self, path: Ptr[u8]) -> int:
        handle = libc.fopen(path, bytes_of(b"rb\0"))
        return int(handle) if handle != 0 else -1

    def read(self, handle: int, data: Ptr[u8], count: int) -> int:
        return int(libc.fread(data, 1, uword(count), uword(handle)))

    def close(self, handle: int) -> None:
        libc.fclose(uword(handle))
