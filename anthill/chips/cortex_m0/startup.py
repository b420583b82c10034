"""From reset to `main`: initialised variables are copied to RAM, the others cleared.

Nothing here may rely on a variable before both are done.
"""

from __future__ import annotations

from anthill.typed import Ptr, copy_items, fill_items, inline, pointer, symbol_address, u32


@inline
def words_between(start: u32, end: u32) -> int:
    """Number of words between two addresses."""
    return (end - start) >> 2


def prepare_memory() -> None:
    """Copy `.data` from flash and clear `.bss`; the linker script aligns both to words."""
    data: Ptr[u32] = pointer(u32, symbol_address("__data_start"))
    source: Ptr[u32] = pointer(u32, symbol_address("__data_source"))
    count = words_between(symbol_address("__data_start"), symbol_address("__data_end"))
    copy_items(data, source, count)
    bss: Ptr[u32] = pointer(u32, symbol_address("__bss_start"))
    count = words_between(symbol_address("__bss_start"), symbol_address("__bss_end"))
    fill_items(bss, 0, count)
