"""How long a build takes: from nothing, and after a change in one file.

Both are done on a copy of the sources with a build folder and a compiler's cache of its own, so
that they disturb nothing and find nothing.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from anthill.cli import project
from anthill.cli.problem import Problem

CHANGED = Path("anthill/vm/objects/list.py")
"""The file that is changed: one that a person would, in the middle of the layers."""
EDIT = "len(self.items) >> 2", "len(self.items) >> 3"
"""What is changed there, in functions that are native code and in others; and as there are more
lines then, every line mark moves."""


def measure(board: str) -> dict[str, Any]:
    """Seconds of both builds, and the image's sizes in bytes."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        shutil.copytree(
            project.ROOT / "anthill", root / "anthill", ignore=shutil.ignore_patterns("__pycache__")
        )
        full = _timed_build(root, board)
        file = root / CHANGED
        text = file.read_text("utf-8")
        if EDIT[0] not in text:
            raise Problem(f"{CHANGED} has no `{EDIT[0]}` to change")
        file.write_text("\n" + text.replace(*EDIT), "utf-8")
        change = _timed_build(root, board)
        record = json.loads((root / "build" / board / "build.json").read_text("utf-8"))
    return {
        "board": board,
        "full_seconds": full,
        "one_file_seconds": change,
        "flash": record["flash"],
        "ram_static": record["ram_static"],
    }


def _timed_build(root: Path, board: str) -> float:
    command = [sys.executable, "-m", "anthill.boards.build", board]
    environment = dict(os.environ, ZIG_GLOBAL_CACHE_DIR=str(root / "zig"))
    begin = time.monotonic()
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, env=environment)
    if done.returncode:
        raise Problem(f"the build of {board} failed\n{done.stderr.strip()}")
    return round(time.monotonic() - begin, 1)
