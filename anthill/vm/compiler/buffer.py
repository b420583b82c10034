"""Bytes that grow at their end: text, bytecode and tables while they are being made."""

from __future__ import annotations

from anthill.typed import WORD_BITS, Array, Object, Ptr, array_of, copy_items, items_of, u8

SMALLEST = 16
GROWTH = 1 if WORD_BITS == 64 else 3
"""While a buffer grows, old and new data are there: where memory is small it grows by little."""
EMPTY: Array[u8] = Array(u8, 0)


class ByteBuffer(Object):
    """Bytes 0 to `size` of `data` are in use."""

    data: Array[u8] = EMPTY
    size: int = 0

    def put(self, byte: int) -> None:
        """Add a byte, or the low byte of a larger number."""
        size = self.size
        if size == len(self.data):
            larger = array_of(u8, size + (size >> GROWTH) + SMALLEST)
            copy_items(items_of(larger), items_of(self.data), size)
            self.data = larger
        self.data[size] = u8(byte)
        self.size = size + 1

    def put16(self, number: int) -> None:
        """Add two bytes, the low one first."""
        self.put(number)
        self.put(number >> 8)

    def at16(self, position: int) -> int:
        """Two bytes as an unsigned number."""
        return int(self.data[position]) | int(self.data[position + 1]) << 8

    def set16(self, position: int, number: int) -> None:
        """Set two bytes, the low one first."""
        self.data[position] = u8(number)
        self.data[position + 1] = u8(number >> 8)

    def start(self) -> Ptr[u8]:
        """Pointer to the first byte."""
        return items_of(self.data)

    def clear(self) -> None:
        """Hold nothing."""
        self.data = EMPTY
        self.size = 0

    def drop(self, count: int) -> None:
        """Remove the first bytes."""
        self.size -= count
        copy_items(items_of(self.data), items_of(self.data, count), self.size)
