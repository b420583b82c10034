"""Line editing: what the keys make of the line, and that the terminal shows the same."""

from __future__ import annotations

import pytest
from terminal import Terminal

from anthill.modules import line_editor, platform
from anthill.modules.line_editor import CTRL_A, CTRL_C, CTRL_D, CTRL_E, ENTER, editor
from anthill.vm.objects.str import text

UP, DOWN, RIGHT, LEFT = b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D"
HOME, END, REMOVE = b"\x1b[H", b"\x1b[F", b"\x1b[3~"


@pytest.fixture
def edit(monkeypatch: pytest.MonkeyPatch) -> object:
    """Edits one line with these keys: its text and what the terminal shows."""

    def edit(keys: bytes, spaces: int = 0) -> tuple[str, str]:
        terminal = Terminal(keys + b"\r")
        monkeypatch.setattr(platform, "console", terminal)
        assert line_editor.edit_line(text("> "), spaces) == ENTER
        line_editor.keep_line()
        count = editor.count
        content = bytes(line_editor.bytes_from(0)[i] for i in range(count)) if count else b""
        return content.decode(), terminal.screen()[0]

    editor.history = None
    return edit


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        (b"abc", "abc"),
        (b"ac" + LEFT + b"b", "abc"),
        (b"bc" + HOME + b"a" + END + b"d", "abcd"),
        (b"abx\x7fc", "abc"),
        (b"abc" + LEFT + b"\x08", "ac"),
        (b"xabc" + HOME + REMOVE, "abc"),
        (b"abc" + LEFT + LEFT + b"\x0b", "a"),
        (b"abc\x15d", "d"),
        (b"bc\x01a\x05d", "abcd"),
        (b"\t", "    "),
        (b"a\tb", "a   b"),
        (b"\t\tx" + HOME + b"\x1b[4~\x7f\x7f", "    "),
        ("grün".encode() + LEFT + LEFT + b"\x7f" + LEFT + RIGHT + b"R", "gRün"),
        ("€".encode() + HOME + REMOVE, ""),
        (b"ab" + RIGHT + RIGHT + LEFT + b"\x1b[1;5D", "ab"),
    ],
)
def test_keys(edit, keys: bytes, line: str) -> None:  # type: ignore[no-untyped-def]
    assert edit(keys) == (line, "> " + line)


def test_history_goes_back_and_forth(edit) -> None:  # type: ignore[no-untyped-def]
    edit(b"first")
    edit(b"second")
    edit(b"second")
    assert edit(UP)[0] == "second"
    assert edit(UP + UP) == ("first", "> first")
    assert edit(UP + UP + UP + UP + DOWN)[0] == "second"
    assert edit(b"new" + UP + DOWN) == ("", "> ")


def test_a_line_feed_behind_a_carriage_return_is_no_second_enter(edit) -> None:  # type: ignore[no-untyped-def]
    edit(b"a")
    assert edit(b"\nb")[0] == "b"


@pytest.mark.parametrize("key", [CTRL_A, CTRL_C, CTRL_D, CTRL_E])
def test_control_keys_on_an_empty_line(monkeypatch: pytest.MonkeyPatch, key: int) -> None:
    monkeypatch.setattr(platform, "console", Terminal(bytes([key])))
    assert line_editor.edit_line(text("> "), 0) == key


def test_ctrl_c_leaves_a_line_that_is_not_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "console", Terminal(b"abc\x03"))
    assert line_editor.edit_line(text("> "), 0) == CTRL_C


def test_an_indentation_is_offered(edit) -> None:  # type: ignore[no-untyped-def]
    assert edit(b"x", 4)[0] == "    x"
    assert edit(b"\x7fx", 4)[0] == "x"


def test_indentation_of_ones_own_replaces_the_offered_one(edit) -> None:  # type: ignore[no-untyped-def]
    assert edit(b"  x", 8) == ("  x", ">   x")
