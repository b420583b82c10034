"""Editing one line at a terminal: cursor keys, history, deletion; UTF-8 throughout.

The terminal shows the prompt and the line, its cursor stands at `editor.cursor`; every function
here keeps it so. Positions are bytes, always at the edge of a character.
"""

from __future__ import annotations

from anthill.modules import platform
from anthill.modules.requests import read_byte
from anthill.runtime.errors import PyError
from anthill.typed import (
    NULL,
    WORD_BITS,
    Array,
    Ptr,
    Static,
    Value,
    array_of,
    as_a,
    copy_items,
    items_of,
    u8,
)
from anthill.vm.objects import str as str_object
from anthill.vm.objects.str import Str, text

CTRL_A = 1
CTRL_B = 2
CTRL_C = 3
CTRL_D = 4
CTRL_E = 5
BACKSPACE = 8
TAB = 9
CTRL_K = 11
CTRL_N = 14
CTRL_P = 16
CTRL_U = 21
ESCAPE = 27
DELETE = 127

END_OF_INPUT = -1
ENTER = 0
"""Results of `edit_line` besides CTRL_A ... CTRL_E."""

INDENT = 4
FIRST_CAPACITY = 40
HISTORY_LINES = 8 if WORD_BITS == 32 else 100


class Editor(Static):
    """The line being edited, and the lines before it."""

    line: Array[u8] | None = None
    count: int = 0
    cursor: int = 0
    history: Array[Value] | None = None
    """Lines as strings, latest first; NULL behind the last one."""
    shown: int = -1
    """The line of the history that is shown, -1 for the new one."""
    after_return: bool = False
    """The last byte was a carriage return: a line feed behind it belongs to it."""


editor = Editor()


def send(s: Str) -> None:
    """Write a string as it is."""
    platform.console.write_raw(items_of(s.data), len(s.data))


def edit_line(prompt: Str, spaces: int) -> int:
    """Show the prompt and let the user edit a line that starts with this many spaces.

    Returns ENTER with the line in `editor`; CTRL_C; END_OF_INPUT; or, only while the line is empty,
    CTRL_A, CTRL_B, CTRL_D or CTRL_E.
    """
    send(prompt)
    editor.count = 0
    editor.cursor = 0
    editor.shown = -1
    insert_spaces(spaces)
    given = spaces
    while True:
        byte = read_byte()
        if byte == ord("\n") and editor.after_return:
            editor.after_return = False
            continue
        editor.after_return = byte == ord("\r")
        if byte in (END_OF_INPUT, CTRL_C):
            return byte
        if byte in (ord("\r"), ord("\n")):
            send(text("\r\n"))
            return ENTER
        if CTRL_A <= byte <= CTRL_E and (editor.count == 0 or editor.count == given):
            return byte
        if byte == ord(" ") and given != 0:
            erase_to(0)
        given = 0
        handle_byte(byte)


def handle_byte(byte: int) -> None:
    """Do what a key means."""
    if byte >= ord(" ") and byte != DELETE:
        insert_byte(byte)
    elif byte in (BACKSPACE, DELETE):
        delete_back()
    elif byte == TAB:
        insert_spaces(INDENT - editor.cursor % INDENT)
    elif byte == ESCAPE:
        handle_escape()
    elif byte == CTRL_A:
        move_to(0)
    elif byte == CTRL_B:
        move_to(previous_edge())
    elif byte == CTRL_D:
        delete_forward()
    elif byte == CTRL_E:
        move_to(editor.count)
    elif byte == CTRL_K:
        editor.count = editor.cursor
        send(text("\x1b[K"))
    elif byte == CTRL_U:
        erase_to(0)
    elif byte == CTRL_P:
        show_history(editor.shown + 1)
    elif byte == CTRL_N:
        show_history(editor.shown - 1)


def handle_escape() -> None:
    """Read the rest of an escape sequence (ECMA-48 5.4) and do what it means."""
    first = read_byte()
    if first != ord("[") and first != ord("O"):
        return
    key = read_byte()
    digit = 0
    while key == ord(";") or ord("0") <= key <= ord("9"):
        if digit == 0:
            digit = key
        key = read_byte()
    if key == ord("A"):
        show_history(editor.shown + 1)
    elif key == ord("B"):
        show_history(editor.shown - 1)
    elif key == ord("C"):
        move_to(next_edge())
    elif key == ord("D"):
        move_to(previous_edge())
    elif key == ord("H") or (key == ord("~") and (digit == ord("1") or digit == ord("7"))):
        move_to(0)
    elif key == ord("F") or (key == ord("~") and (digit == ord("4") or digit == ord("8"))):
        move_to(editor.count)
    elif key == ord("~") and digit == ord("3"):
        delete_forward()


# The line and its picture.


def bytes_from(position: int) -> Ptr[u8]:
    """Pointer into the line."""
    line = editor.line
    assert line is not None
    return items_of(line, position)


def is_inside(position: int) -> bool:
    """Whether the byte at this position continues a character."""
    return position < editor.count and bytes_from(position)[0] & 0xC0 == 0x80


def previous_edge() -> int:
    """Where the character before the cursor starts."""
    position = editor.cursor
    if position > 0:
        position -= 1
        while position > 0 and is_inside(position):
            position -= 1
    return position


def next_edge() -> int:
    """Where the character at the cursor ends."""
    position = editor.cursor
    if position < editor.count:
        position += 1
        while is_inside(position):
            position += 1
    return position


def columns_between(start: int, end: int) -> int:
    """Number of characters between two positions."""
    columns = 0
    for position in range(start, end):
        if not is_inside(position):
            columns += 1
    return columns


def move_to(position: int) -> None:
    """Move the cursor, one step at a time: this needs no numbers in escape sequences."""
    for _ in range(columns_between(position, editor.cursor)):
        send(text("\b"))
    if position > editor.cursor:
        platform.console.write_raw(bytes_from(editor.cursor), position - editor.cursor)
    editor.cursor = position


def redraw_rest() -> None:
    """Show again what lies behind the cursor."""
    send(text("\x1b[K"))
    position = editor.cursor
    if position < editor.count:
        platform.console.write_raw(bytes_from(position), editor.count - position)
        editor.cursor = editor.count
        move_to(position)


def make_room(extra: int) -> bool:
    """Have room for more bytes; False, and a bell, when memory is short."""
    line = editor.line
    needed = editor.count + extra
    if line is not None and needed <= len(line):
        return True
    try:
        larger = array_of(u8, needed + FIRST_CAPACITY)
    except PyError:
        send(text("\a"))
        return False
    if line is not None:
        copy_items(items_of(larger), items_of(line), editor.count)
    editor.line = larger
    return True


def insert_byte(byte: int) -> None:
    """Insert one byte at the cursor."""
    if not make_room(1):
        return
    target = bytes_from(editor.cursor)
    copy_items(target + 1, target, editor.count - editor.cursor)
    target[0] = u8(byte)
    editor.count += 1
    platform.console.write_raw(target, 1)
    editor.cursor += 1
    if editor.cursor < editor.count and not is_inside(editor.cursor):
        redraw_rest()


def insert_spaces(count: int) -> None:
    """Insert spaces at the cursor."""
    for _ in range(count):
        insert_byte(ord(" "))


def remove(start: int, end: int) -> None:
    """Remove a part of the line that lies at the cursor."""
    move_to(start)
    copy_items(bytes_from(start), bytes_from(end), editor.count - end)
    editor.count -= end - start
    redraw_rest()


def erase_to(position: int) -> None:
    """Remove everything from a position up to the cursor."""
    if position < editor.cursor:
        remove(position, editor.cursor)


def delete_back() -> None:
    """Delete the character before the cursor; of an indentation, one level."""
    if editor.cursor == 0:
        return
    position = previous_edge()
    if indentation() == editor.cursor:
        while position % INDENT != 0:
            position -= 1
    erase_to(position)


def indentation() -> int:
    """Number of spaces that the line starts with."""
    position = 0
    while position < editor.count and bytes_from(position)[0] == ord(" "):
        position += 1
    return position


def delete_forward() -> None:
    """Delete the character at the cursor."""
    end = next_edge()
    if end > editor.cursor:
        remove(editor.cursor, end)


# History.


def keep_line() -> None:
    """Put the line into the history, unless it is empty or memory is short."""
    if editor.count == 0:
        return
    try:
        history = editor.history
        if history is None:
            history = array_of(Value, HISTORY_LINES)
            editor.history = history
        line = str_object.new_str(bytes_from(0), editor.count)
    except PyError:
        editor.history = None
        return
    if history[0] is not NULL and str_object.equal(as_a(Str, history[0]), line):
        return
    copy_items(items_of(history, 1), items_of(history), HISTORY_LINES - 1)
    history[0] = line


def show_history(index: int) -> None:
    """Replace the line by one of the history; -1 is an empty one."""
    history = editor.history
    if history is None or index < -1 or index >= HISTORY_LINES:
        return
    if index >= 0 and history[index] is NULL:
        return
    move_to(0)
    send(text("\x1b[K"))
    editor.count = 0
    editor.shown = index
    if index >= 0:
        line = as_a(Str, history[index])
        if make_room(len(line.data)):
            copy_items(bytes_from(0), items_of(line.data), len(line.data))
            editor.count = len(line.data)
            move_to(editor.count)
