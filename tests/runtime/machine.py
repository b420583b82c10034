"""A simulated memory with the collector in it, and a model of what must survive."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch

from anthill.runtime import allocation, collector, errors, finalise, heap, identity, weak
from anthill.typed import layout, memory
from anthill.typed.layout import (
    GAP_ENTRY,
    ITEM_POINTERS,
    WORD_BYTES,
    class_number,
    make_header,
    map_entry,
)
from anthill.typed.numbers import u8, uword

LOW = 0x20000000
C_STACK = 0x30000000
C_STACK_WORDS = 64
STATICS = 0x30010000
STATIC_WORDS = 16
SPARE = 0x30020000
HELD = STATICS + STATIC_WORDS * WORD_BYTES
"""A static variable that holds a pointer."""
WATCHED, IDENTITIES = STATICS, STATICS + WORD_BYTES
"""Static variables of the runtime; those from the third on belong to the test."""

WEAK = class_number(weak.WeakArray)
BYTES, VALUES, PAIR, MIXED, EMPTY = range(WEAK + 1, WEAK + 6)
"""Classes: byte array, Value array, two Values, number + Value + byte tail, no field."""

_FIXED = {
    WEAK: (2, 8, ITEM_POINTERS),
    BYTES: (1, 1, 0),
    VALUES: (1, WORD_BYTES, ITEM_POINTERS),
    PAIR: (3, 0, 0b110),
    MIXED: (3, 2, 0b100),
    EMPTY: (1, 0, 0),
}
_FIXED[WEAK] = (2, WORD_BYTES, ITEM_POINTERS)


@dataclass
class Table:
    """Stands for the typed object that a Static variable holds."""

    variable: int

    @property
    def address(self) -> int:
        return heap.load(self.variable)


@dataclass(eq=False)
class Node:
    """The model of an object: what its words should be, references as nodes."""

    class_id: int
    length: int
    serial: int
    references: list[Node | int] = field(default_factory=list)


class Machine:
    """Memory of `words` words for frame stack and heap."""

    def __init__(self, words: int, stress_words: int = 0) -> None:
        self.size = (words + stress_words) * WORD_BYTES
        memory.simulate(LOW, bytearray(self.size))
        memory.simulate(C_STACK, bytearray(C_STACK_WORDS * WORD_BYTES))
        memory.simulate(STATICS, bytearray((STATIC_WORDS + 1) * WORD_BYTES))
        memory.simulate(SPARE, bytearray(collector.SCRATCH_BYTES))
        kinds = range(EMPTY + 1)
        entries = [_FIXED.get(kind, (0, 0, 0)) for kind in kinds]
        made = [map_entry(words * WORD_BYTES, item, bits) for words, item, bits in entries]
        layout.object_map.fill([GAP_ENTRY, *made[1:]])
        layout.root_address.fill([STATICS, STATICS + 4 * WORD_BYTES])
        layout.pin_address.fill([HELD])
        layout.root_words.fill([4, STATIC_WORDS - 4])
        for index in range(len(heap.fixed)):
            heap.fixed[index] = 0
        heap.stress.fail_at = heap.stack.widest = 0
        finalise.watch.table = identity.identities.table = None
        finalise.watch.count = finalise.watch.pending = 0
        identity.identities.count = 0
        end = C_STACK + C_STACK_WORDS * WORD_BYTES
        heap.start(LOW, LOW + self.size, end, LOW + words * WORD_BYTES)
        self.serial = 0

    def make(self, class_id: int, length: int = 0) -> int:
        """Allocate a zeroed object."""
        header = make_header(class_id, length)
        size = heap.object_size(header)
        address = allocation.allocate(size)
        for offset in range(0, size, WORD_BYTES):
            heap.store(address + offset, 0)
        heap.store(address, header)
        return address

    def set_static(self, index: int, word: int) -> None:
        heap.store(STATICS + index * WORD_BYTES, word)

    def static(self, index: int) -> int:
        return heap.load(STATICS + index * WORD_BYTES)

    def push(self, word: int) -> bool:
        """Put a word onto the frame stack, if there is room for it."""
        if heap.heap_bottom() - memory.address_of(heap.stack.top) < WORD_BYTES:
            return False
        heap.store(memory.address_of(heap.stack.top), word)
        heap.stack.top += 1
        heap.stack.claimed = heap.stack.top
        heap.set_limit()
        return True

    def watch(self, length: int) -> int:
        """Give the finalisers a table of this length; returns the address of its items."""
        heap.store(WATCHED, self.make(WEAK, length))
        finalise.watch.table = Table(WATCHED)  # type: ignore[assignment]
        return heap.load(WATCHED) + weak.WEAK_ITEMS

    def identify(self, length: int) -> None:
        """Give the identities a table of this length."""
        heap.store(IDENTITIES, self.make(WEAK, length))
        identity.identities.table = Table(IDENTITIES)  # type: ignore[assignment]

    def check(self) -> None:
        """The heap can be read from end to end, no header carries a flag, the bounds hold."""
        heap.leave_gap()
        address, gaps = heap.memory.bottom, 0
        while address < heap.memory.ceiling:
            header = heap.load(address)
            assert header & heap.PLAIN == header
            assert layout.header_class(header) in (0, *_FIXED)
            if layout.header_class(header) == 0:
                gaps += heap.object_size(header)
            assert heap.object_size(header) > 0
            address += heap.object_size(header)
        assert address == heap.memory.ceiling
        assert gaps == heap.memory.filled
        assert heap.memory.limit <= heap.memory.bottom


def _address_of(target: Any) -> int:
    if isinstance(target, Table):
        return target.address
    if isinstance(target, memory.Ptr) and target.storage is collector.spare.storage:
        return SPARE + target.index * WORD_BYTES
    return memory.address_of(target)


@contextmanager
def machine(words: int, stress_words: int = 0) -> Iterator[Machine]:
    """A machine whose collections run in the simulated memory."""

    def collect() -> None:
        collector.collect_from(C_STACK)

    with (
        patch.object(collector, "address_of", _address_of),
        patch.object(identity, "address_of", _address_of),
        patch.object(allocation, "collect", collect),
        patch.object(errors.preset, "memory_error", "no memory"),
    ):
        yield Machine(words, stress_words)
        heap.memory.high = 0
        heap.stack.__init__()  # type: ignore[misc]


class Graph:
    """A random object graph and its model."""

    def __init__(self, machine: Machine, seed: int) -> None:
        self.machine, self.random, self.serial = machine, random.Random(seed), 0
        self.roots: list[Node | int] = []

    def new_node(self, make: Callable[[int, int], int]) -> tuple[Node, int]:
        """A new object and its node; references are NULL."""
        kind = self.random.choice([BYTES, VALUES, PAIR, MIXED, EMPTY])
        length = self.random.randrange(12) if kind in (BYTES, VALUES, MIXED) else 0
        self.serial += 1
        node = Node(kind, length, self.serial)
        address = make(kind, length)
        for place in self.data_places(node):
            memory.pointer(u8, address + place)[0] = (self.serial * 31 + place) & 0xFF
        node.references = [0] * len(self.reference_places(node))
        return node, address

    def data_places(self, node: Node) -> range:
        """Offsets of the bytes that hold data."""
        start = {BYTES: 1, MIXED: 3}.get(node.class_id, 0) * WORD_BYTES
        return range(start, start + (node.length * _FIXED[node.class_id][1] if start else 0))

    def reference_places(self, node: Node) -> list[int]:
        """Offsets of the words that hold Values."""
        words = {PAIR: [1, 2], MIXED: [2], VALUES: range(1, node.length + 1)}
        return [index * WORD_BYTES for index in words.get(node.class_id, [])]

    def compare(self, roots: list[tuple[Node | int, int]]) -> dict[Node, int]:
        """Check that the memory reachable from (node, word) pairs is as modelled."""
        found: dict[Node, int] = {}
        work = list(roots)
        while work:
            node, word = work.pop()
            if isinstance(node, int):
                assert word == node
                continue
            if node in found:
                assert word == found[node], "two copies of one object"
                continue
            found[node] = word
            assert heap.is_on_heap(word)
            assert heap.load(word) == make_header(node.class_id, node.length)
            for place in self.data_places(node):
                byte = memory.pointer(u8, uword(word + place))[0]
                assert byte == (node.serial * 31 + place) & 0xFF
            places = self.reference_places(node)
            for reference, place in zip(node.references, places, strict=True):
                work.append((reference, heap.load(word + place)))
        return found
