"""The language scripts print on Anthill what they print on CPython, in every way of running."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import pytest
import random_programs
import run as language

MOST = 25
"""Scripts in one test, so that several workers share a long chapter."""
Builder = Callable[..., Path]


def expect_no_difference(results: dict[str, str]) -> None:
    bad = [f"--- {name}\n{results[name]}" for name in language.failures(results)]
    if bad:
        pytest.fail("\n".join(bad), pytrace=False)


def parts() -> Iterator[tuple[str, list[language.Script]]]:
    """The chapters' scripts by name of the chapter and number of the part."""
    for name, chosen in groupby(language.scripts(), lambda script: script.chapter):
        whole = list(chosen)
        for number, start in enumerate(range(0, len(whole), MOST), 1):
            yield f"{name}-{number}", whole[start : start + MOST]


PARTS = dict(parts())
QUICK = [script for script in language.scripts() if "quick" in script.directives][::4]


@pytest.mark.parametrize("name", PARTS)
def test_quick_scripts_on_cpython(name: str) -> None:
    chosen = [script for script in PARTS[name] if script in QUICK]
    expect_no_difference(language.run_way("vm", chosen, jobs=1))


@pytest.mark.parametrize("name", PARTS)
def test_native(built: Builder, name: str) -> None:
    built("virtual")
    expect_no_difference(language.run_way("native", PARTS[name], jobs=1))


@pytest.mark.parametrize("name", PARTS)
def test_collecting_at_every_allocation(built: Builder, name: str) -> None:
    built("virtual", "stress")
    expect_no_difference(language.run_way("stress", PARTS[name], jobs=1))


@pytest.mark.parametrize("name", PARTS)
def test_with_failing_allocations(built: Builder, name: str) -> None:
    built("virtual", "fail")
    expect_no_difference(language.run_way("fail", PARTS[name], jobs=1))


@pytest.mark.skipif(shutil.which("cc") is None, reason="needs a C compiler with sanitizers")
@pytest.mark.parametrize("name", PARTS)
def test_under_sanitizers(built: Builder, name: str) -> None:
    built("virtual", "sanitize")
    expect_no_difference(language.run_way("sanitize", PARTS[name], jobs=1))


@pytest.mark.qemu
@pytest.mark.parametrize("name", PARTS)
def test_on_the_emulated_board(built: Builder, name: str) -> None:
    built("microbit")
    expect_no_difference(language.run_way("microbit", PARTS[name]))


@pytest.mark.qemu
def test_quick_scripts_on_the_core_of_the_language(built: Builder) -> None:
    built("microbit_core")
    expect_no_difference(language.run_way("core", QUICK))


def test_what_counts_as_left_out() -> None:
    def told(printed: str, error: str) -> str:
        wanted = language.Outcome("1\n2\n", "", 0)
        return language.left_out("microbit_core", wanted, language.Outcome(printed, error, 1))

    assert told("1\r\n", "SyntaxError: this board has no sets\r\n")
    assert told("1\r\n", "ModuleNotFoundError: No module named 'json'\r\n")
    assert not told("1\r\n", "ModuleNotFoundError: No module named 'math'\r\n")
    assert not told("1\r\n", "NameError: name 'print' is not defined\r\n")
    assert not told("3\r\n", "NameError: name 'set' is not defined\r\n")
    assert not told("1\r\n2\r\n", "")


def test_random_programs(built: Builder) -> None:
    binary = built("virtual")
    for seed in range(0, 200, random_programs.BATCH):
        seeds = range(seed, seed + random_programs.BATCH)
        for number, wanted, got in random_programs.differences(binary, seeds):
            pytest.fail(f"seed {number}\nCPython:\n{wanted}\nAnthill:\n{got}")
