"""The prompt: for people, and, raw, for the tools of the MicroPython world.

Source is compiled as it arrives: each mode has a Reader that takes bytes from the console, and the
compiler pulls on it. Whatever the compiler leaves unread after an error, `skip` takes away, so that
the line is in step again. The bytes sent are those that mpremote, Thonny and others expect.
"""

from __future__ import annotations

from anthill.modules import hooks, line_editor, platform, program
from anthill.modules.line_editor import (
    CTRL_A,
    CTRL_B,
    CTRL_C,
    CTRL_D,
    CTRL_E,
    END_OF_INPUT,
    ENTER,
    INDENT,
    editor,
    send,
)
from anthill.modules.requests import read_byte
from anthill.runtime.errors import PyError
from anthill.typed import NULL, Ptr, Static, Value, items_of, noinline, static_array, u8
from anthill.vm.compiler import compiler
from anthill.vm.compiler.reader import Reader
from anthill.vm.features import LARGE
from anthill.vm.interpreter import run, traceback
from anthill.vm.messages import message
from anthill.vm.objects import exception
from anthill.vm.objects.str import name, text
from anthill.vm.writer import Writer

WINDOW: int = 128
"""Raw paste: bytes that the sender may be ahead of each acknowledgement. Twice as many may be on
the way, which is what a chip's receive ring holds."""

AGAIN: int = 0
FRIENDLY: int = 32
RAW: int = 33
RESTART: int = 34
LEAVE: int = 35
"""What comes after an input: the same prompt, another one, a soft reset, the end of the program;
or the control character that ended it."""

RAW_BANNER: int = message("raw REPL; CTRL-B to exit\r\n>")
BANNER: int = message(
    f"Anthill {platform.version}; {platform.board_title} with {platform.chip_title}\r\n"
    "Ctrl-C stops a program, Ctrl-D restarts softly, Ctrl-E begins a paste.\r\n"
)

reply = static_array(u8, 3)


class RawWriter(Writer):
    """Writes to the console as it is."""

    def write(self, p: Ptr[u8], n: int) -> None:
        platform.console.write_raw(p, n)


RAW_WRITER = RawWriter()


def tell(number: int) -> None:
    """Write a message."""
    RAW_WRITER.write_message(number)


class Input(Static):
    """The input that is being read."""

    first: int = END_OF_INPUT
    """A byte that was read ahead, or END_OF_INPUT."""
    position: int = 0
    """In the edited line."""
    spaces: int = 0
    """Indentation of the next line."""
    finished: bool = False
    stop: int = AGAIN
    """What ended the input before its time: CTRL_A, CTRL_B or CTRL_C."""
    raw: bool = False
    """Which prompt is served."""
    status: int = 0
    """The exit status to leave with."""
    credit: int = 0
    """Raw paste: bytes that may still come before the next acknowledgement."""


source = Input()


def start_input(first: int) -> None:
    """Begin a new input with a byte that was read already."""
    source.first = first
    source.position = 0
    source.finished = False
    source.stop = AGAIN


def cancel(byte: int) -> None:
    """End the input and the compilation because of a control character."""
    source.finished = True
    source.stop = byte
    raise PyError(run.INTERRUPTED)


class RawReader(Reader):
    """Source up to Ctrl-D. Ctrl-A, Ctrl-B and Ctrl-C abandon it."""

    def read(self) -> int:
        if source.finished:
            return END_OF_INPUT
        byte = source.first
        source.first = END_OF_INPUT
        if byte == END_OF_INPUT:
            byte = read_byte()
        if byte in (CTRL_D, END_OF_INPUT):
            source.finished = True
            return END_OF_INPUT
        if byte in (CTRL_A, CTRL_B, CTRL_C):
            cancel(byte)
        return byte


class RawPasteReader(Reader):
    """Source up to Ctrl-D with flow control: a Ctrl-A grants the sender WINDOW further bytes."""

    def read(self) -> int:
        if source.finished:
            return END_OF_INPUT
        byte = read_byte()
        if byte in (CTRL_C, CTRL_D, END_OF_INPUT):
            source.finished = True
            send(text("\x04"))
            if byte == CTRL_C:
                cancel(byte)
            return END_OF_INPUT
        source.credit -= 1
        if source.credit == 0:
            source.credit = WINDOW
            send(text("\x01"))
        return byte


class PasteReader(Reader):
    """Source up to Ctrl-D, echoed. Ctrl-C abandons it."""

    def read(self) -> int:
        if source.finished:
            return END_OF_INPUT
        byte = read_byte()
        if byte == CTRL_C:
            cancel(byte)
        if byte in (CTRL_D, END_OF_INPUT):
            source.finished = True
            send(text("\r\n"))
            return END_OF_INPUT
        if byte == ord("\r"):
            send(text("\r\n=== "))
            return ord("\n")
        reply[0] = u8(byte)
        platform.console.write_raw(items_of(reply), 1)
        return byte


class LineReader(Reader):
    """Lines from the editor, the first one already there; an empty line or Ctrl-D ends a block."""

    def read(self) -> int:
        if source.finished:
            return END_OF_INPUT
        if source.position > editor.count and not next_line():
            return END_OF_INPUT
        source.position += 1
        if source.position > editor.count:
            return ord("\n")
        return line_editor.bytes_from(source.position - 1)[0]


def next_line() -> bool:
    """Ask for a further line of the statement; False at its end."""
    key = line_editor.edit_line(text("... "), next_indentation())
    if key == CTRL_C:
        cancel(key)
    if key != ENTER:
        source.finished = True
        return False
    line_editor.keep_line()
    source.position = 0
    if line_editor.indentation() == editor.count:
        editor.count = 0
    return True


def next_indentation() -> int:
    """Indentation to offer: that of the line before, and one level more behind a colon."""
    if platform.console.ready():
        return 0
    spaces = line_editor.indentation()
    if editor.count > 0 and line_editor.bytes_from(editor.count - 1)[0] == ord(":"):
        spaces += INDENT
    return spaces


RAW_READER = RawReader()
RAW_PASTE_READER = RawPasteReader()
PASTE_READER = PasteReader()
LINE_READER = LineReader()


def skip(reader: Reader) -> None:
    """Take in the rest of an input that the compiler did not want."""
    try:
        while reader.read() != END_OF_INPUT:
            pass
    except PyError:
        pass


# Running.


def execute(code: Value) -> Value:
    """Run a module's or statement's code as `__main__`; the exception that ended it, or NULL."""
    platform.console.catch_interrupt(True)
    result = NULL
    try:
        run.run_main(code)
    except PyError as error:
        result = error.value
    platform.console.catch_interrupt(False)
    platform.requests.interrupt = False
    return result


def compiled(reader: Reader, mode: int) -> Value:
    """Compile the input: its code, or the exception; the input is used up in either case."""
    try:
        return compiler.compile_source(reader, mode, name("<stdin>"))
    except PyError as error:
        return error.value


def outcome(error: Value) -> int:
    """Report an exception, NULL for none; what comes next."""
    if error is NULL:
        return AGAIN
    if exception.is_kind(error, exception.SYSTEM_EXIT):
        if platform.system.can_stop() and not platform.requests.restart:
            source.status = program.exit_status(error)
            return LEAVE
        return RESTART
    if LARGE:
        hooks.report(error)
    else:
        traceback.print_exception(error)
    return AGAIN


def run_tool_source(reader: Reader) -> int:
    """Compile and run what a tool sends: output, Ctrl-D, traceback, Ctrl-D; what comes next."""
    code = compiled(reader, compiler.EXEC)
    skip(reader)
    if source.stop != AGAIN and reader is RAW_READER:
        return source.stop
    if reader is RAW_READER:
        send(text("OK"))
    error = code if exception.is_exception(code) else execute(code)
    send(text("\x04"))
    following = outcome(error)
    send(text("\x04"))
    return following


# The raw prompt.


def raw_prompt() -> int:
    """Serve a tool until it leaves: FRIENDLY, RESTART or LEAVE."""
    tell(RAW_BANNER)
    while True:
        byte = read_byte()
        if byte == CTRL_A:
            tell(RAW_BANNER)
        elif byte == CTRL_B:
            send(text("\r\n"))
            return FRIENDLY
        elif byte == CTRL_D:
            send(text("OK\r\n"))
            return RESTART
        elif byte == END_OF_INPUT:
            return LEAVE
        elif byte != CTRL_C:
            following = raw_input(byte)
            if following == CTRL_B:
                send(text("\r\n"))
                return FRIENDLY
            if following in (RESTART, LEAVE):
                return following


def raw_input(first: int) -> int:
    """One source text from its first byte on, or a raw paste; what comes next."""
    start_input(first)
    if first == CTRL_E:
        return raw_paste()
    following = run_tool_source(RAW_READER)
    if following == CTRL_A:
        tell(RAW_BANNER)
    if following == AGAIN:
        send(text(">"))
    return following


def raw_paste() -> int:
    """The request for a raw paste, Ctrl-E "A" Ctrl-A, and what it brings; what comes next."""
    kind = read_byte()
    if read_byte() != CTRL_A:
        return CTRL_C
    following = AGAIN
    if kind == ord("A"):
        reply[0] = WINDOW & 0xFF
        reply[1] = WINDOW >> 8
        reply[2] = 1
        send(text("R\x01"))
        platform.console.write_raw(items_of(reply), 3)
        source.credit = WINDOW
        following = run_tool_source(RAW_PASTE_READER)
    else:
        send(text("R\x00"))
    if following == AGAIN:
        send(text(">"))
    return following


# The friendly prompt.


def friendly_prompt() -> int:
    """Serve a person until they leave: RAW, RESTART or LEAVE."""
    tell(BANNER)
    while True:
        key = line_editor.edit_line(text(">>> "), 0)
        if key == CTRL_A:
            send(text("\r\n"))
            return RAW
        if key == CTRL_B:
            send(text("\r\n"))
            tell(BANNER)
        elif key == CTRL_C:
            send(text("\r\n"))
        elif key == CTRL_D:
            send(text("\r\n"))
            return RESTART
        elif key == END_OF_INPUT:
            return LEAVE
        else:
            following = paste() if key == CTRL_E else statement()
            if following != AGAIN:
                return following


def statement() -> int:
    """Run the statement that the edited line begins; what comes next."""
    spaces = line_editor.indentation()
    if spaces == editor.count or line_editor.bytes_from(spaces)[0] == ord("#"):
        return AGAIN
    line_editor.keep_line()
    start_input(END_OF_INPUT)
    return run_typed(LINE_READER, compiler.SINGLE)


def paste() -> int:
    """Paste mode: run all that comes up to Ctrl-D; what comes next."""
    tell(message("\r\npaste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n=== "))
    start_input(END_OF_INPUT)
    return run_typed(PASTE_READER, compiler.EXEC)


def run_typed(reader: Reader, mode: int) -> int:
    """Compile and run what a person types; what comes next."""
    code = compiled(reader, mode)
    if reader is PASTE_READER:
        skip(reader)
    if source.stop != AGAIN:
        send(text("\r\n"))
        return AGAIN
    return outcome(code if exception.is_exception(code) else execute(code))


@noinline
def session(raw: bool) -> int:
    """Serve both prompts until the end: LEAVE with `source.status`, or RESTART, after which
    `source.raw` says which prompt to go on with."""
    platform.end_watches()
    following = RAW if raw else FRIENDLY
    while following in (RAW, FRIENDLY):
        source.raw = following == RAW
        following = raw_prompt() if source.raw else friendly_prompt()
    if following == RESTART:
        tell(message("MPY: soft reboot\r\n"))
    return following
