"""BBC micro:bit, first version: nRF51822-QFAA, 25 LEDs in a 3 x 9 matrix, two buttons.

Pin numbers from the board's schematic (github.com/microbit-foundation/hardware, v1.5).
"""

from __future__ import annotations

from typing import ClassVar

from anthill.boards.resources import KIB, Board, Emulator, Led, Memory, Uart, numbered


class Microbit(Board):
    name = "microbit"
    title = "BBC micro:bit"
    chip = "nrf51"
    chip_title = "nRF51822"
    target = "cortex_m0"
    word_bits = 32
    flash = Memory(0x0000_0000, 256 * KIB)
    ram = Memory(0x2000_0000, 16 * KIB)
    stack_size = 3200
    console = Uart(tx=24, rx=25, baud=115200)
    pins: ClassVar = {
        **numbered("P", "3 2 1 4 5 17 12 11 18 10 6 26 20 23 22 21 16 - - 0 30"),
        "BUTTON_A": 17,
        "BUTTON_B": 26,
        "LED": 13,
        **numbered("ROW", "13 14 15"),
        **numbered("COLUMN", "4 5 6 7 8 9 10 11 12"),
    }
    leds = (Led(high=13, low=(4,)),)
    modules: ClassVar[tuple[str, ...]] = (
        "array",
        "binascii",
        "collections",
        "errno",
        "functools",
        "gc",
        "io",
        "itertools",
        "json",
        "machine",
        "math",
        "micropython",
        "random",
        "re",
        "struct",
        "sys",
        "time",
    )
    emulator = Emulator("qemu-system-arm", "microbit", output_register=0x5000_0504)
    compact = True
    artefact = "firmware.elf"
