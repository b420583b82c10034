"""BBC micro:bit with the core of the language alone: for chips with 128 KB of flash, such as the
nRF51822-QFAB, or where a radio stack takes its part.

Fewer functions than on the micro:bit are native code.
"""

from __future__ import annotations

from typing import ClassVar

from anthill.boards import microbit
from anthill.boards.resources import Chapter


class MicrobitCore(microbit.Microbit):
    name = "microbit_core"
    title = "BBC micro:bit, core"
    leaves_out: ClassVar = tuple(Chapter)
    modules = ("gc", "machine", "math", "micropython", "sys", "time")
    hot = "hot_core.txt"
