"""The program `anthill`: a command-line Python, or the prompt when there is nothing else to do.

anthill [-u] [-X heapsize=N[k|m]] [-c CODE | -m MODULE | FILE | -] [ARGUMENT ...]
"""

from __future__ import annotations

import os

from anthill.chips.host import clock, console, libc, pins, system
from anthill.modules import files, platform, program, prompt
from anthill.modules import sys as sys_module
from anthill.modules.requests import read_byte
from anthill.runtime import heap
from anthill.runtime.errors import PyError
from anthill.runtime.heap import stress
from anthill.typed import (
    WORD_BYTES,
    Array,
    Ptr,
    Static,
    address_of,
    assembly,
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
from anthill.vm.compiler.reader import Reader, line_of
from anthill.vm.interpreter import imports, run
from anthill.vm.objects import list as list_object
from anthill.vm.objects import module
from anthill.vm.objects import str as str_object
from anthill.vm.objects.str import Str, name

USAGE_STATUS = 2
KIB = 1024
MAX_PATH = 4096
COLLECT_ALWAYS: bool = os.environ.get("ANTHILL_COLLECT_ALWAYS", "") == "1"
"""A stress build moves every object at every allocation."""

USAGE: bytes = b"""\
usage: anthill [option] [-c CODE | -m MODULE | FILE | -] [ARGUMENT ...]
  -c CODE           run CODE
  -m MODULE         run a module as a program
  -X heapsize=N     memory for the program: bytes, or with k or m behind the number
  -u                show output at once
  -h, -V            print this, or the version
  -                 run the standard input; without anything, a terminal gets the prompt
"""

VERSION: bytes = f"Anthill {platform.version}\n".encode()

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
path: Array[u8] = static_array(u8, MAX_PATH)
arguments: Array[uword] = static_array(uword, 6)


class TextReader(Reader):
    """Zero-terminated source in memory."""

    position: Ptr[u8]
    start: Ptr[u8]

    def line(self, number: int) -> Str | None:
        return line_of(self.start, length_of(self.start), number)

    def read(self) -> int:
        byte = int(self.position[0])
        if byte == 0:
            return -1
        self.position += 1
        return byte


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
    index = 0
    while index < len(start) and text[index] == start[index]:
        index += 1
    return index == len(start)


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


@assembly("jmp anthill_main", target="x86_64")
@export("main")
def main() -> i32:
    """The process's entry. C has one type for `main` and it is none of ours: go on elsewhere."""
    return 0


@export("anthill_main")
def anthill_main(count: i32, values: Ptr[Ptr[u8]]) -> i32:
    """The process from its arguments to its end."""
    console.start_console()
    try:
        status = serve(int(count), values)
    except PyError as error:
        status = program.uncaught(error.value)
    system.end_process(status)
    return 0


def serve(count: int, values: Ptr[Ptr[u8]]) -> int:
    """Read the options, then do what is asked for."""
    at = 1
    while at < count:
        if equals(values[at], b"-u"):
            console.state.unbuffered = True
        elif starts_with(values[at], b"-X"):
            text = values[at] + 2
            if text[0] == 0:
                if at + 1 == count:
                    return wrong_usage(b"argument expected for the option ", values[at])
                at += 1
                text = values[at]
            if not set_option(text):
                return wrong_usage(b"anthill: no such heap size: ", text)
        else:
            break
        at += 1
    if not start_interpreter():
        say(b"anthill: no memory for the heap\n")
        return USAGE_STATUS
    if at == count:
        return serve_terminal(values[0])
    return run_source(count - at, values + at)


def start_interpreter() -> bool:
    """Give the interpreter its memory."""
    size = uword(options.heap_size) // WORD_BYTES * WORD_BYTES
    low = libc.malloc(size)
    if low == 0:
        return False
    ceiling = low + size
    if heap.STRESS:
        ceiling = low + size // 2 // WORD_BYTES * WORD_BYTES
        stress.collect_always = COLLECT_ALWAYS
    heap.start(low, low + size, stack_pointer() + 16, ceiling)
    try:
        run.start()
    except PyError:
        return False
    stress.fail_at = options.fail_at
    return True


def run_source(count: int, values: Ptr[Ptr[u8]]) -> int:
    """Run what the first argument names, with those behind it; the exit status."""
    first = values[0]
    if starts_with(first, b"-c"):
        return run_code(count, values)
    if starts_with(first, b"-m"):
        return run_module(count, values)
    if equals(first, b"-V") or equals(first, b"--version"):
        platform.console.write(bytes_of(VERSION), len(VERSION))
        return 0
    if equals(first, b"-h") or equals(first, b"--help"):
        platform.console.write(bytes_of(USAGE), len(USAGE))
        return 0
    if equals(first, b"-"):
        set_arguments(first, count, values)
        return program.run_program(InputReader(), name("<stdin>"))
    if first[0] == ord("-"):
        return wrong_usage(b"unknown option ", first)
    return run_file(first, count, values)


def run_code(count: int, values: Ptr[Ptr[u8]]) -> int:
    """`-c CODE` or `-cCODE`."""
    code = values[0] + 2
    if code[0] == 0:
        if count < 2:
            return wrong_usage(b"argument expected for the option ", values[0])
        count -= 1
        values += 1
        code = values[0]
    set_arguments(bytes_of(b"-c\0"), count, values)
    return program.run_program(TextReader(code, code), name("<string>"))


def run_module(count: int, values: Ptr[Ptr[u8]]) -> int:
    """`-m MODULE`: a module that `import` would find, or `__main__` of a package."""
    text = values[0] + 2
    if text[0] == 0:
        if count < 2:
            return wrong_usage(b"argument expected for the option ", values[0])
        count -= 1
        values += 1
        text = values[0]
    set_arguments(bytes_of(b"-m\0"), count, values)
    title = as_str(text)
    frozen = module.find_program(title)
    if frozen is not None:
        return program.run_frozen(frozen)
    source = imports.find_main(title)
    if source is not None:
        reader = source.reader
        if reader is not None:
            full = absolute_path(source.file)
            sys_module.program_file(full)
            return program.run_file(reader, full, full)
    say(b"anthill: No module named ")
    say_text(text)
    say(b"\n")
    return program.FAILED


def run_file(file: Ptr[u8], count: int, values: Ptr[Ptr[u8]]) -> int:
    """A script."""
    reader = files.open_source(as_str(file))
    if reader is None:
        say(b"anthill: can't open file '")
        say_text(file)
        if platform.files.kind(file) == platform.PATH_DIRECTORY:
            say(b"': [Errno 21] Is a directory\n")
        else:
            say(b"': [Errno 2] No such file or directory\n")
        return USAGE_STATUS
    set_arguments(file, count, values)
    title = as_str(file)
    return program.run_file(reader, title, absolute_path(title))


def set_arguments(first: Ptr[u8], count: int, values: Ptr[Ptr[u8]]) -> None:
    """Set `sys.argv`: `first`, then the arguments behind the first one."""
    result = list_object.new_list(count)
    result.append(as_str(first))
    for index in range(1, count):
        result.append(as_str(values[index]))
    sys_module.set_arguments(result)
    add_to_path(first)


def add_to_path(file: Ptr[u8]) -> None:
    """Have imports look into the directory of a file, the working directory for none."""
    size = length_of(file)
    while size > 0 and file[size - 1] != ord("/"):
        size -= 1
    if size > 1:
        size -= 1
    found = files.search_path()
    if isinstance(found, list_object.List):
        directory = str_object.new_str(file, size)
        is_option = file[0] == 0 or file[0] == ord("-")
        found.append(directory if is_option else absolute_path(directory))
        add_from_environment(found)


def absolute_path(file: Str) -> Str:
    """A path from the root on."""
    size = len(file.data)
    if size > 0 and file.data[0] == ord("/"):
        return file
    here = items_of(path)
    if libc.getcwd(here, MAX_PATH) == 0:
        return file
    directory = as_str(here)
    while size >= 2 and file.data[0] == ord(".") and file.data[1] == ord("/"):
        file = str_object.substring(file, 2, size)
        size -= 2
    return directory if size == 0 else imports.path_join(directory, file)


def add_from_environment(found: list_object.List) -> None:
    """Have imports look into the directories of ANTHILLPATH, which colons separate, too."""
    at = libc.getenv(bytes_of(b"ANTHILLPATH\0"))
    if address_of(at) == 0:
        return
    begin = at
    while True:
        if at[0] == 0 or at[0] == ord(":"):
            found.append(str_object.new_str(begin, at - begin))
            begin = at + 1
        if at[0] == 0:
            return
        at += 1


def serve_terminal(own_name: Ptr[u8]) -> int:
    """The prompt at a terminal; anything else is read as a program."""
    set_arguments(bytes_of(b"\0"), 1, pointer(Ptr[u8], 0))
    if not platform.console.interactive():
        return program.run_program(InputReader(), name("<stdin>"))
    platform.console.editing(True)
    if prompt.session(options.raw) == prompt.RESTART:
        restart(own_name)
    return prompt.source.status


def restart(own_name: Ptr[u8]) -> None:
    """Begin anew in the same process and at the same prompt."""
    platform.clock.alarm(0)
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
