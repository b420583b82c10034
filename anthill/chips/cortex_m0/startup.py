"""RAM at start-up: initialised variables are copied from flash, the others cleared.

The interpreter's variables are set anew at every soft reset, those of the drivers, which are
placed in sections of their own, only at a hard one: a soft reset loses no received byte.
"""

from __future__ import annotations

from anthill.typed import copy_items, fill_items, noinline, pointer, symbol_address, u32, uword

DRIVER: str = ".driver"
"""Section of the drivers' variables."""
UNSET: str = ".unset"
"""Section of arrays whose first contents do not matter."""


def copy_words(start: uword, end: uword, source: uword) -> None:
    """Copy the words from `start` up to `end`."""
    copy_items(pointer(u32, start), pointer(u32, source), int(end - start) >> 2)


@noinline
def prepare_drivers() -> None:
    """Set the drivers' variables."""
    copy_words(
        symbol_address("__driver_start"),
        symbol_address("__driver_end"),
        symbol_address("__driver_source"),
    )


@noinline
def prepare_memory() -> None:
    """Set all other variables."""
    copy_words(
        symbol_address("__data_start"),
        symbol_address("__data_end"),
        symbol_address("__data_source"),
    )
    start = symbol_address("__bss_start")
    fill_items(pointer(u32, start), 0, int(symbol_address("__bss_end") - start) >> 2)
