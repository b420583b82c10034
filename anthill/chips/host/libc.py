"""The functions of the C library that the virtual board uses.

Names and arguments are those of POSIX.1-2017. On CPython the bodies below do the same through `os`.
"""

from __future__ import annotations

import os
import select
import sys
import time
from collections.abc import Callable
from typing import Any

from anthill.typed import Ptr, bytes_of, extern, i32, i64, pointer, u8, u32, uword

STDIN: int = 0
STDOUT: int = 1
STDERR: int = 2
SIGINT: int = 2
SIGPIPE: int = 13
SIGALRM: int = 14
ITIMER_REAL: int = 0
EBADF: int = 9
CLOCK_REALTIME: int = 0
CLOCK_MONOTONIC: int = 1
CLOCK_PROCESS: int = 2
CLOCKS = (time.time_ns, time.monotonic_ns, time.process_time_ns)
POLLIN: int = 1
TCSADRAIN: int = 1

_errno = [0]
_original_terminal: list[Any] = []


def _get(data: Ptr[u8], count: int) -> bytes:
    return bytes(data[index] for index in range(count))


def _put(data: Ptr[u8], content: bytes) -> int:
    for index, byte in enumerate(content):
        data[index] = byte
    return len(content)


def _number(call: Callable[..., int | None], *arguments: Any) -> int:
    """What a function of the host returns, -1 where it raises."""
    try:
        return call(*arguments) or 0
    except OSError as error:
        _errno[0] = error.errno or 0
        return -1


def _path(data: Ptr[u8]) -> str:
    count = 0
    while data[count] != 0:
        count += 1
    return os.fsdecode(_get(data, count))


@extern("write")
def c_write(fd: i32, data: Ptr[u8], count: uword) -> int:
    """Write bytes: how many were written, or -1."""
    return _number(os.write, fd, _get(data, count))


@extern("read")
def c_read(fd: i32, data: Ptr[u8], count: uword) -> int:
    """Read up to `count` bytes: how many were read, 0 at the end, or -1."""
    return _put(data, os.read(fd, count))


@extern("getenv")
def getenv(title: Ptr[u8]) -> Ptr[u8]:
    """The value of an environment variable, ended by 0; NULL where there is none."""
    found = os.environb.get(os.fsencode(_path(title)))
    return pointer(u8, 0) if found is None else bytes_of(found + b"\0")


@extern("getcwd")
def getcwd(place: Ptr[u8], size: uword) -> uword:
    """Put the working directory, ended by 0, into memory; 0 if there is no room."""
    _put(place, os.getcwdb() + b"\0")
    return 1


@extern("isatty")
def isatty(fd: i32) -> i32:
    """1 for a terminal."""
    return int(os.isatty(fd))


@extern("poll")
def poll(entries: Ptr[i32], count: uword, milliseconds: i32) -> i32:
    """Wait for events; an entry is the descriptor and a word of events (low) and results (high)."""
    if count == 0:
        time.sleep(milliseconds / 1000)
        return 0
    ready, _, _ = select.select([entries[0]], [], [], milliseconds / 1000)
    return len(ready)


@extern("clock_gettime")
def clock_gettime(clock: i32, result: Ptr[i64]) -> i32:
    """Seconds and nanoseconds."""
    now = CLOCKS[clock]()
    result[0], result[1] = divmod(now, 1_000_000_000)
    return 0


@extern("nanosleep")
def nanosleep(duration: Ptr[i64], remaining: Ptr[i64]) -> i32:
    """Sleep for seconds and nanoseconds, or until a signal."""
    time.sleep(duration[0] + duration[1] / 1e9)
    return 0


@extern("getentropy")
def getentropy(data: Ptr[u8], count: uword) -> i32:
    """Random bytes, up to 256."""
    _put(data, os.urandom(count))
    return 0


@extern("signal")
def signal(number: i32, handler: Callable[[i32], None]) -> uword:
    """Install a signal handler."""
    import signal as host

    host.signal(number, lambda number, frame: handler(number))
    return 0


@extern("setitimer")
def setitimer(which: i32, wanted: Ptr[i64], before: Ptr[i64]) -> i32:
    """Send SIGALRM after a time; four numbers: seconds and microseconds of the interval after it,
    and until then."""
    import signal as host

    host.setitimer(host.ITIMER_REAL, wanted[2] + wanted[3] / 1e6)
    return 0


@extern("tcgetattr")
def tcgetattr(fd: i32, settings: Ptr[u8]) -> i32:
    """Read a terminal's settings."""
    import termios

    _original_terminal[:] = [termios.tcgetattr(fd)]
    return 0


@extern("tcsetattr")
def tcsetattr(fd: i32, action: i32, settings: Ptr[u8]) -> i32:
    """Change a terminal's settings: on CPython, only back to those that were read."""
    import termios

    termios.tcsetattr(fd, action, _original_terminal[0])
    return 0


@extern("cfmakeraw")
def cfmakeraw(settings: Ptr[u8]) -> None:
    """Change settings to: no echo, no editing, no signals, no translation."""


@extern("opendir")
def opendir(path: Ptr[u8]) -> uword:
    """Open a directory; 0 where there is none."""
    return int(os.path.isdir(_path(path)))


@extern("readdir")
def readdir(directory: uword) -> Ptr[u8]:
    """The next entry of a directory, NULL at the end; DIRENT_NAME tells where its name begins."""
    return bytes_of(b"")


DIRENT_NAME: int = 19
"""Where a `struct dirent` of Linux has the name."""


@extern("mkdir")
def mkdir(path: Ptr[u8], mode: u32) -> i32:
    """Make a directory: 0, or -1."""
    return _number(os.mkdir, _path(path), mode)


@extern("unlink")
def unlink(path: Ptr[u8]) -> i32:
    """Remove a file: 0, or -1."""
    return _number(os.unlink, _path(path))


@extern("rmdir")
def rmdir(path: Ptr[u8]) -> i32:
    """Remove a directory: 0, or -1."""
    return _number(os.rmdir, _path(path))


@extern("rename")
def rename(path: Ptr[u8], other: Ptr[u8]) -> i32:
    """Give a file another path: 0, or -1."""
    return _number(os.rename, _path(path), _path(other))


@extern("chdir")
def chdir(path: Ptr[u8]) -> i32:
    """Set the directory that paths begin at: 0, or -1."""
    return _number(os.chdir, _path(path))


@extern("statx")
def statx(directory: i32, path: Ptr[u8], flags: i32, mask: u32, result: Ptr[u8]) -> i32:
    """Write a `struct statx` of Linux, of 256 bytes: 0, or -1."""
    return -1


@extern("closedir")
def closedir(directory: uword) -> i32:
    """Close a directory."""
    return 0


@extern("open")
def c_open(path: Ptr[u8], flags: i32, mode: i32) -> i32:
    """Open a file: its descriptor, or -1."""
    return _number(os.open, _path(path), flags, mode)


@extern("lseek")
def lseek(fd: i32, offset: i64, whence: i32) -> i64:
    """Move a file's position: where it is now, or -1."""
    return _number(os.lseek, fd, offset, whence)


@extern("ftruncate")
def ftruncate(fd: i32, size: i64) -> i32:
    """Change a file's size: 0, or -1."""
    return _number(os.ftruncate, fd, size)


@extern("close")
def c_close(fd: i32) -> i32:
    """Close a file: 0, or -1."""
    return _number(os.close, fd)


@extern("__errno_location")
def errno_location() -> Ptr[i32]:
    """Where the number of the last error is."""
    return Ptr(_errno)


@extern("strerror")
def strerror(number: i32) -> Ptr[u8]:
    """The text of an error, ended by 0."""
    return bytes_of(os.strerror(number).encode() + b"\0")


@extern("malloc")
def malloc(size: uword) -> uword:
    """Address of a new block, 0 where memory is short."""
    return 0


@extern("execv")
def execv(path: Ptr[u8], arguments: Ptr[uword]) -> i32:
    """Replace the process's program; returns only if that fails."""
    return -1


@extern("exit")
def c_exit(status: i32) -> None:
    """End the process."""
    sys.exit(status)
