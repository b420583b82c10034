"""Shared fixtures: the builds, and which tests begin first."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "language")]

QEMU_MISSING = "qemu-system-arm is missing (apt install qemu-system-arm)"


LONGEST = (
    "test_the_compiler_takes_or_refuses_anything",
    "test_with_failing_allocations",
    "test_collecting_at_every_allocation",
    "test_compiled_like_cpython",
    "test_no_crash_and_no_hang",
    "test_under_sanitizers",
    "test_on_the_emulated_board",
    "test_random_programs",
    "test_native",
    "test_quick_scripts_on_cpython",
    "test_float_repr_is_shortest",
    "test_compact_like_cpython",
)
"""They begin first, so that at the end no worker waits long for another; the first two need
different builds."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest tests first; those that need QEMU are skipped with a reason where it is
    missing."""
    places = {title: place for place, title in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.name.partition("[")[0], len(places)))
    if shutil.which("qemu-system-arm"):
        return
    for item in items:
        if item.get_closest_marker("qemu"):
            item.add_marker(pytest.mark.skip(reason=QEMU_MISSING))


@pytest.fixture(scope="session")
def built() -> Callable[..., Path]:
    """A function that builds a board, or a variant of it, and returns the image's path. Other
    workers wait for a build and find it done."""
    from anthill.cli import project

    @cache
    def build(board: str, variant: str = "") -> Path:
        return project.build(board, variant).image

    return build


@pytest.fixture
def environment() -> dict[str, str]:
    """The environment of a process that must find this project's packages."""
    return dict(os.environ, PYTHONPATH=str(ROOT), PYTHONDONTWRITEBYTECODE="1")
