"""What the compiled cases need of a runtime: memory for objects and the exception."""

from __future__ import annotations

from anthill.typed import (
    Static,
    TypedError,
    Value,
    address_of,
    items_of,
    lowering,
    static_array,
    u64,
    uword,
)

BLOCK_WORDS: int = 1 << 15
BLOCK = static_array(u64, BLOCK_WORDS)


class Memory(Static):
    """How far the block is used."""

    used: int = 0


memory = Memory()


@lowering("allocate")
def allocate(size: uword) -> uword:
    """A fresh piece of the block."""
    start = memory.used
    memory.used += int(size + 7) >> 3
    assert memory.used <= BLOCK_WORDS
    return address_of(items_of(BLOCK, start))


class Failure(TypedError):
    """The exception of the cases."""

    value: Value

    def __init__(self, value: Value) -> None:
        self.value = value
