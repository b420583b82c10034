"""Messages keep their words when they are compressed."""

from __future__ import annotations

import pytest

from anthill.typed import small
from anthill.vm import errors, messages, writer
from anthill.vm.messages import message
from anthill.vm.objects.str import host_text, text


@pytest.fixture
def words() -> list[str]:
    return [
        f"the {noun} is not {quality}" for noun in ("list", "tuple") for quality in "abcdefghij"
    ]


def said(number: int) -> str:
    out = writer.string_writer()
    out.write_message(number)
    return host_text(out.finish())


def test_equal_messages_have_one_number() -> None:
    assert message("once") == message("once") != message("twice")


def test_compressing_keeps_every_message_and_makes_it_shorter(words: list[str]) -> None:
    numbers = [message(content) for content in words]
    before = len(messages.CODED)
    messages.compress()
    assert [said(number) for number in numbers] == words
    assert len(messages.CODED) < before


def test_messages_come_after_compression() -> None:
    messages.compress()
    assert said(message("a late one")) == "a late one"


@pytest.mark.parametrize("compressed", [False, True])
def test_patterns_show_their_values(compressed: bool) -> None:
    pattern = message("%r is no %t of %d, 100 % sure")
    if compressed:
        messages.compress()
    shown = errors.formatted(pattern, text("x"), small(7))
    assert host_text(shown) == "'x' is no int of 7, 100 % sure"


def test_a_message_may_not_be_very_long() -> None:
    with pytest.raises(ValueError, match="too long"):
        message("x" * 5000)
