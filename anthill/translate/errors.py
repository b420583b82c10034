"""The one way in which the translator says no."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def short_path(file: str) -> str:
    """A source file relative to the working directory, where it lies below it."""
    try:
        return str(Path(file).resolve().relative_to(Path.cwd()))
    except ValueError:
        return file


class TranslationError(Exception):
    """Code outside typed Python: where it is, what is wrong, what to write instead."""

    def __init__(self, file: str, line: int, reason: str, remedy: str) -> None:
        super().__init__(file, line, reason, remedy)
        self.file, self.line, self.reason, self.remedy = file, line, reason, remedy
        self.others: list[TranslationError] = []
        """Further refusals in the same program."""

    def __str__(self) -> str:
        first = f"{short_path(self.file)}:{self.line}: {self.reason}\n    {self.remedy}"
        return "\n".join([first, *map(str, self.others)])


class BuildError(Exception):
    """The C compiler or linker failed: the image is too large, a symbol is missing."""
