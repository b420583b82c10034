"""Pins that exist in memory only: each reads what it drives, or its pull, or what was put on it."""

from __future__ import annotations

from anthill.modules import platform
from anthill.typed import Array, static_array, u8

PIN_COUNT: int = 32
SLOTS: int = 8
NO_PIN: int = 255

modes: Array[u8] = static_array(u8, PIN_COUNT)
pulls: Array[u8] = static_array(u8, PIN_COUNT)
levels: Array[u8] = static_array(u8, PIN_COUNT)
"""By pin: mode, pull, and the level last written."""
watched_pin: Array[u8] = static_array(u8, SLOTS)
watched_edges: Array[u8] = static_array(u8, SLOTS)
"""By slot: the pin that is watched and for which edges; none without edges."""


class MemoryPins(platform.Pins):
    """32 pins with nothing connected. A write to an input stands for a signal from outside."""

    def count(self) -> int:
        return PIN_COUNT

    def configure(self, pin: int, mode: int, pull: int) -> None:
        before = self.read(pin)
        modes[pin] = u8(mode)
        pulls[pin] = u8(pull)
        if mode == platform.PIN_IN and pull != platform.PULL_NONE:
            levels[pin] = 1 if pull == platform.PULL_UP else 0
        report_edge(pin, before, self.read(pin))

    def read(self, pin: int) -> int:
        return levels[pin]

    def read_output(self, pin: int) -> int:
        return levels[pin]

    def write(self, pin: int, level: int) -> None:
        before = self.read(pin)
        levels[pin] = 1 if level != 0 else 0
        report_edge(pin, before, self.read(pin))

    def slots(self) -> int:
        return SLOTS

    def watch(self, slot: int, pin: int, edges: int) -> None:
        watched_pin[slot] = u8(pin)
        watched_edges[slot] = u8(edges)


def report_edge(pin: int, before: int, after: int) -> None:
    """Tell who watches the pin that its level has changed."""
    if before == after:
        return
    edge = platform.EDGE_RISING if after != 0 else platform.EDGE_FALLING
    for slot in range(SLOTS):
        if watched_pin[slot] == pin and watched_edges[slot] & edge != 0:
            platform.request_pin(slot)
