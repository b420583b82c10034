"""Shared fixtures: builds are made once per test run, however many workers there are."""

from __future__ import annotations

import fcntl
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "language")]

QEMU_MISSING = "qemu-system-arm is missing (apt install qemu-system-arm)"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests that need QEMU are skipped with a reason where it is missing."""
    if shutil.which("qemu-system-arm"):
        return
    for item in items:
        if item.get_closest_marker("qemu"):
            item.add_marker(pytest.mark.skip(reason=QEMU_MISSING))


@contextmanager
def alone(name: str) -> Iterator[None]:
    """Lets one worker at a time do this."""
    folder = ROOT / "build" / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / name).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def built(worker_id: str, testrun_uid: str) -> Callable[..., Path]:
    """A function that builds a board, or a variant of it, and returns the image's path."""
    from anthill.cli import project

    def build(board: str, variant: str = "") -> Path:
        name = f"{board}-{variant}" if variant else board
        done = ROOT / "build" / "locks" / f"{name}.done"
        with alone(name):
            if done.exists() and done.read_text() == testrun_uid:
                return project.read_built(ROOT / "build" / name / "build.json").image
            image = project.build(board, variant).image
            done.write_text(testrun_uid)
        return image

    return build


@pytest.fixture
def environment() -> dict[str, str]:
    """The environment of a process that must find this project's packages."""
    return dict(os.environ, PYTHONPATH=str(ROOT), PYTHONDONTWRITEBYTECODE="1")
