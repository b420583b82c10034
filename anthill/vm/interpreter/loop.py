"""The loop."""

from __future__ import annotations

from anthill.typed import Value


def loop() -> Value:
    """Run."""
    raise NotImplementedError
