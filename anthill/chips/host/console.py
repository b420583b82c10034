"""Standard streams as the console: output buffered, input from a file, a pipe or a terminal.

A terminal is switched between two states: the host's own, with its line editing and with Ctrl-C
as a signal, and raw, in which the prompt does the editing. In raw state a line feed needs its
carriage return from us.
"""

from __future__ import annotations

from anthill.chips.host import libc
from anthill.modules import files, platform
from anthill.typed import (
    NULL,
    Array,
    Ptr,
    Static,
    Volatile,
    export,
    i32,
    items_of,
    static_array,
    u8,
    uword,
)

BUFFER_SIZE: int = 4096
CARRIAGE_RETURN: int = 13
TERMIOS_SIZE: int = 256
"""More than any C library's `struct termios`."""
LONGEST_WAIT: int = 20
"""In milliseconds: a signal between looking and waiting is seen this late at most."""
LFLAG_OFFSET: int = 12
ISIG: int = 1
NOFLSH: int = 0x80
"""Linux: the byte of c_lflag that holds ISIG and NOFLSH."""

output: Array[u8] = static_array(u8, BUFFER_SIZE)
received: Array[u8] = static_array(u8, BUFFER_SIZE)
original: Array[u8] = static_array(u8, TERMIOS_SIZE)
changed: Array[u8] = static_array(u8, TERMIOS_SIZE)
watched: Array[i32] = static_array(i32, 2)


class StreamState(Static):
    """Fill of the buffers and state of the terminal."""

    used: int = 0
    start: int = 0
    end: int = 0
    finished: bool = False
    """The input has ended."""
    input_terminal: bool = False
    unbuffered: bool = False
    """What is written is shown at once: on a terminal, or because the command line says so."""
    raw: bool = False
    interrupt_key: Volatile[bool] = True


state = StreamState()


def start_console() -> None:
    """Look at the standard streams and take Ctrl-C over."""
    state.input_terminal = libc.isatty(libc.STDIN) == 1
    state.unbuffered = libc.isatty(libc.STDOUT) == 1
    libc.signal(libc.SIGINT, interrupted)
    libc.signal(libc.SIGPIPE, pipe_closed)


@export("interrupted")
def interrupted(number: i32) -> None:
    """The handler of SIGINT."""
    platform.request_interrupt()


@export("pipe_closed")
def pipe_closed(number: i32) -> None:
    """The handler of SIGPIPE: `write` says it, too."""


def write_all(fd: i32, data: Ptr[u8], count: int) -> bool:
    """Write, however many calls it takes; False on an error, which drops the rest. A stream that
    the process was started without swallows all."""
    while count > 0:
        done = libc.c_write(fd, data, uword(count))
        if done <= 0:
            return libc.errno_location()[0] == libc.EBADF
        data += done
        count -= done
    return True


def flush_output() -> bool:
    """Hand the buffered output to the host; False on an error."""
    count = state.used
    state.used = 0
    return write_all(libc.STDOUT, items_of(output), count)


def flush_or_raise() -> None:
    """Hand the buffered output to the host; OSError."""
    if not flush_output():
        raise files.failed(NULL)


def put(byte: u8) -> None:
    """Buffer one byte of output."""
    if state.used == BUFFER_SIZE:
        flush_or_raise()
    output[state.used] = byte
    state.used += 1


def set_terminal(raw: bool, signals: bool) -> None:
    """Switch the terminal; in raw state `signals` says whether Ctrl-C is one."""
    if not state.input_terminal:
        return
    flush_output()
    if not state.raw:
        libc.tcgetattr(libc.STDIN, items_of(original))
    if raw:
        libc.tcgetattr(libc.STDIN, items_of(changed))
        libc.cfmakeraw(items_of(changed))
        if signals:
            changed[LFLAG_OFFSET] = changed[LFLAG_OFFSET] | ISIG | NOFLSH
        libc.tcsetattr(libc.STDIN, libc.TCSADRAIN, items_of(changed))
    else:
        libc.tcsetattr(libc.STDIN, libc.TCSADRAIN, items_of(original))
    state.raw = raw


class StreamConsole(platform.Console):
    """Standard input, output and error."""

    def write(self, data: Ptr[u8], count: int) -> None:
        for index in range(count):
            if state.raw and data[index] == ord("\n"):
                put(CARRIAGE_RETURN)
            put(data[index])
        if state.unbuffered:
            flush_or_raise()

    def write_raw(self, data: Ptr[u8], count: int) -> None:
        for index in range(count):
            put(data[index])
        if state.unbuffered:
            flush_or_raise()

    def write_error(self, data: Ptr[u8], count: int) -> None:
        if state.raw:
            self.write(data, count)
        else:
            flush_output()
            write_all(libc.STDERR, data, count)

    def flush(self) -> None:
        flush_or_raise()

    def ready(self) -> bool:
        return state.start < state.end or state.finished or input_waits(0)

    def wait(self) -> None:
        flush_output()
        input_waits(LONGEST_WAIT)

    def read(self) -> int:
        if state.start == state.end and not state.finished:
            flush_output()
            state.start = 0
            state.end = libc.c_read(libc.STDIN, items_of(received), BUFFER_SIZE)
            if state.end <= 0:
                state.end = 0
                state.finished = True
        if state.finished:
            return -1
        state.start += 1
        return received[state.start - 1]

    def catch_interrupt(self, enabled: bool) -> None:
        if state.raw and enabled != state.interrupt_key:
            set_terminal(True, enabled)
        state.interrupt_key = enabled

    def interactive(self) -> bool:
        return state.input_terminal

    def editing(self, enabled: bool) -> None:
        if enabled != state.raw:
            set_terminal(enabled, state.interrupt_key)


def input_waits(milliseconds: int) -> bool:
    """Whether input, or its end, arrives within this time. A signal ends the waiting."""
    watched[0] = libc.STDIN
    watched[1] = libc.POLLIN
    return libc.poll(items_of(watched), 1, i32(milliseconds)) > 0
