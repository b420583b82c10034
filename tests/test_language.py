"""The language scripts print on Anthill what they print on CPython, in every way of running."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import random_programs
import run as language

CHAPTERS = sorted({script.chapter for script in language.scripts()})
Builder = Callable[..., Path]


def expect_no_difference(results: dict[str, str]) -> None:
    bad = [f"--- {name}\n{text}" for name, text in results.items() if text]
    if bad:
        pytest.fail("\n".join(bad), pytrace=False)


def chapter(name: str) -> list[language.Script]:
    return [script for script in language.scripts() if script.chapter == name]


@pytest.mark.parametrize("name", CHAPTERS)
def test_quick_scripts_on_cpython(name: str) -> None:
    chosen = [script for script in chapter(name) if "quick" in script.directives][::4]
    expect_no_difference(language.run_way("vm", chosen, jobs=1))


@pytest.mark.parametrize("name", CHAPTERS)
def test_native(built: Builder, name: str) -> None:
    built("virtual")
    expect_no_difference(language.run_way("native", chapter(name), jobs=1))


@pytest.mark.parametrize("name", CHAPTERS)
def test_collecting_at_every_allocation(built: Builder, name: str) -> None:
    built("virtual", "stress")
    expect_no_difference(language.run_way("stress", chapter(name), jobs=1))


@pytest.mark.parametrize("name", CHAPTERS)
def test_with_failing_allocations(built: Builder, name: str) -> None:
    built("virtual", "fail")
    expect_no_difference(language.run_way("fail", chapter(name), jobs=1))


@pytest.mark.skipif(shutil.which("cc") is None, reason="needs a C compiler with sanitizers")
@pytest.mark.parametrize("name", CHAPTERS)
def test_under_sanitizers(built: Builder, name: str) -> None:
    built("virtual", "sanitize")
    expect_no_difference(language.run_way("sanitize", chapter(name), jobs=1))


@pytest.mark.qemu
@pytest.mark.parametrize("name", CHAPTERS)
def test_on_the_emulated_board(built: Builder, name: str) -> None:
    built("microbit")
    expect_no_difference(language.run_way("microbit", chapter(name)))


def test_random_programs(built: Builder) -> None:
    binary = built("virtual")
    for seed in range(0, 200, random_programs.BATCH):
        seeds = range(seed, seed + random_programs.BATCH)
        for number, wanted, got in random_programs.differences(binary, seeds):
            pytest.fail(f"seed {number}\nCPython:\n{wanted}\nAnthill:\n{got}")
