"""The program `anthill`: a command-line Python, or the prompt when there is nothing else to do.

anthill [-X heapsize=N[k|m]] [-c CODE | -m MODULE | FILE | -] [ARGUMENT ...]
"""

from __future__ import annotations

import os

from anthill.chips.host import clock, console, libc, pins, system
from anthill.modules import platform, program, prompt
from anthill.modules import sys as sys_module
from anthill.modules.requests import read_byte
from anthill.runtime import heap
from anthill.runtime.heap import stress
from anthill.typed import (
    Array,
    Ptr,
    Static,
    address_of,
    bytes_of,
    export,
    i32,
    items_of,
    pointer,
    stack_pointer,
    static_array,
    u8,
    uword,
)
from anthill.vm.compiler.reader import Reader
from anthill.vm.interpreter import frames
from anthill.vm.objects import list as list_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects.str import Str, name

USAGE_STATUS = 2
KIB = 1024
CHUNK = 1024
"""Bytes read from a file at a time."""
MAX_PATH = 4096
COLLECT_ALWAYS: bool = os.environ.get("ANTHILL_COLLECT_ALWAYS", "") == "1"
"""A stress build moves every object at every allocation."""

USAGE: bytes = b"""\
usage: anthill [option] [-c CODE | -m MODULE | FILE | -] [ARGUMENT ...]
  -c CODE           run CODE
  -m MODULE         run a module as a program
  -X heapsize=N     memory for the program: bytes, or with k or m behind the number
  -V                print the version
  -                 run the standard input; without anything, a terminal gets the prompt
"""

platform.console = console.StreamConsole()
platform.clock = clock.HostClock()
platform.pins = pins.MemoryPins()
platform.random = system.HostRandom()
platform.system = system.HostSystem()
platform.files = system.HostFiles()


class Options(Static):
    """What the command line says."""

    heap_size: int = 8 << 20
    fail_at: int = 0
    """The allocation that a stress build lets fail; 0: none."""
    raw: bool = False
    """Begin at the raw prompt: a soft reset from there."""
    heap_text: uword = 0
    """Address of the argument of `-X heapsize`, 0 without."""


options = Options()
chunk: Array[u8] = static_array(u8, CHUNK)
path: Array[u8] = static_array(u8, MAX_PATH)
arguments: Array[uword] = static_array(uword, 6)


class TextReader(Reader):
    """Zero-terminated source in memory."""

    position: Ptr[u8]

    def read(self) -> int:
        byte = int(self.position[0])
        if byte == 0:
            return -1
        self.position += 1
        return byte


class FileReader(Reader):
    """A file, a piece at a time. There is only one at work."""

    handle: int
    start: int
    end: int

    def read(self) -> int:
        if self.start == self.end:
            self.start = 0
            self.end = platform.files.read(self.handle, items_of(chunk), CHUNK)
            if self.end <= 0:
                self.end = 0
                return -1
        self.start += 1
        return chunk[self.start - 1]


class InputReader(Reader):
    """The standard input."""

    def read(self) -> int:
        return read_byte()


def length_of(text: Ptr[u8]) -> int:
    """Length of a zero-terminated text."""
    count = 0
    while text[count] != 0:
        count += 1
    return count


def equals(text: Ptr[u8], other: bytes) -> bool:
    """Whether a zero-terminated text is this one."""
    return length_of(text) == len(other) and starts_with(text, other)


def starts_with(text: Ptr[u8], start: bytes) -> bool:
    """Whether a zero-terminated text starts like this."""
    for index in range(len(start)):
        if text[index] != start[index]:
            return False
    return True


def as_str(text: Ptr[u8]) -> Str:
    """A zero-terminated text as a string."""
    return str_object.new_str(text, length_of(text))


def say(text: bytes) -> None:
    """Write to the error output."""
    platform.console.write_error(bytes_of(text), len(text))


def say_text(text: Ptr[u8]) -> None:
    """Write a zero-terminated text to the error output."""
    platform.console.write_error(text, length_of(text))


def wrong_usage(what: bytes, text: Ptr[u8]) -> int:
    """Complain about an argument."""
    say(what)
    say_text(text)
    say(b"\n")
    say(USAGE)
    return USAGE_STATUS


def parse_size(text: Ptr[u8]) -> int:
    """Digits and perhaps k or m; 0 for anything else."""
    size = 0
    while ord("0") <= text[0] <= ord("9"):
        size = size * 10 + (text[0] - ord("0"))
        text += 1
    if text[0] in (ord("k"), ord("K")):
        size *= KIB
        text += 1
    elif text[0] in (ord("m"), ord("M")):
        size *= KIB * KIB
        text += 1
    return size if text[0] == 0 else 0


def set_option(text: Ptr[u8]) -> bool:
    """Take the argument of -X; unknown ones are none of our business."""
    if starts_with(text, b"heapsize="):
        options.heap_size = parse_size(text + len(b"heapsize="))
        options.heap_text = address_of(text)
        return options.heap_size >= KIB
    if starts_with(text, b"failalloc="):
        options.fail_at = parse_size(text + len(b"failalloc="))
    if equals(text, b"raw"):
        options.raw = True
    return True


@export("main")
def main(count: i32, values: Ptr[Ptr[u8]]) -> i32:
    """The process's entry: the exit status."""
    console.start_console()
    status = run(count, values)
    system.end_process(status)
    return 0


def run(count: int, values: Ptr[Ptr[u8]]) -> int:
    """Read the options, then do what is asked for."""
    at = 1
    while at < count and starts_with(values[at], b"-X"):
        text = values[at] + 2
        if text[0] == 0 and at + 1 < count:
            at += 1
            text = values[at]
        if not set_option(text):
            return wrong_usage(b"anthill: no such heap size: ", text)
        at += 1
    if not start_interpreter():
        say(b"anthill: no memory for the heap\n")
        return USAGE_STATUS
    if at == count:
        return serve_terminal(values[0])
    return run_source(count - at, values + at)


def start_interpreter() -> bool:
    """Give the interpreter its memory."""
    low = libc.malloc(options.heap_size)
    if low == 0:
        return False
    high = low + uword(options.heap_size)
    ceiling = high
    if heap.STRESS:
        ceiling = low + uword(options.heap_size >> 1)
        stress.collect_always = COLLECT_ALWAYS
        stress.fail_at = options.fail_at
    heap.start(low, high, stack_pointer() + 16, ceiling)
    frames.start()
    return True


def serve_terminal(own_name: Ptr[u8]) -> int:
    """The prompt at a terminal; anything else is read as a program."""
    arguments[0] = address_of(own_name)
    set_arguments(1, pointer(Ptr[u8], address_of(items_of(arguments))))
    if not platform.console.interactive():
        return program.run_program(InputReader(), name("<stdin>"))
    platform.console.editing(True)
    following = prompt.session(options.raw)
    if following == prompt.RESTART:
        restart(own_name)
    return prompt.source.status


def restart(own_name: Ptr[u8]) -> None:
    """Begin anew in the same process and at the same prompt."""
    console.flush_output()
    platform.console.editing(False)
    at = 1
    arguments[0] = address_of(own_name)
    if options.heap_text != 0:
        arguments[at] = address_of(bytes_of(b"-X\0"))
        arguments[at + 1] = options.heap_text
        at += 2
    if prompt.source.raw:
        arguments[at] = address_of(bytes_of(b"-Xraw\0"))
        at += 1
    arguments[at] = 0
    libc.execv(bytes_of(b"/proc/self/exe\0"), items_of(arguments))
