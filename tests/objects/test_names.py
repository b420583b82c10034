"""Names in flash that are no strings: their symbols, and where these are the same."""

from __future__ import annotations

import pytest

from anthill.vm.interpreter import run
from anthill.vm.objects import names
from anthill.vm.objects.str import host_text, name

run.start()

TITLES = """count index rindex __subclasshook__ symmetric_difference_update symmetric_difference
P0 P1 P10 P20 aaaaaa a z Zz_9 utcoffset reset soft_reset difference_update""".split()


@pytest.fixture
def shorts(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    monkeypatch.setattr(names.TEXTS, "storage", [])
    return dict(zip(TITLES, names._spelled(TITLES), strict=True))


@pytest.mark.parametrize("title", TITLES)
def test_a_name_is_read_back(shorts: dict[str, int], title: str) -> None:
    assert host_text(names.name_of(shorts[title])) == title


@pytest.mark.parametrize("title", TITLES)
def test_a_string_is_equal_to_no_other_name(shorts: dict[str, int], title: str) -> None:
    equal = [other for other, short in shorts.items() if names.is_text(short, name(title))]
    assert equal == [title]


def test_names_take_less_than_their_characters(shorts: dict[str, int]) -> None:
    assert len(names.TEXTS.storage) < 2 * names.PAIRS + sum(map(len, shorts))
