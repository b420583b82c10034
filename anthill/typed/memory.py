"""Raw memory: pointers and memory-mapped registers.

`Ptr[T]` is a C pointer. On CPython it is a sequence and an index: a list for Values, an array's
storage, or a block of simulated memory registered with `simulate`, which is how the collector and
the drivers run without hardware.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, cast, overload

from anthill.typed.numbers import IntType, uword
from anthill.typed.objects import NULL, Array, Object, Tail, Value, is_small, small, small_int
from anthill.typed.target import WORD_BITS

T = TypeVar("T")
U = TypeVar("U")


class Ptr(Generic[T]):
    """Pointer to items of type T. `p[i]`, `p + n`, `p - n`, `p - q` (in items), comparisons."""

    def __init__(self, storage: Any, index: int = 0) -> None:
        self.storage = storage
        self.index = index

    def __getitem__(self, offset: int) -> T:
        assert self.index + offset >= 0
        return cast(T, self.storage[self.index + offset])

    def __setitem__(self, offset: int, value: T) -> None:
        assert self.index + offset >= 0
        self.storage[self.index + offset] = value

    def __add__(self, count: int) -> Ptr[T]:
        return Ptr(self.storage, self.index + count)

    @overload
    def __sub__(self, other: int) -> Ptr[T]: ...
    @overload
    def __sub__(self, other: Ptr[T]) -> int: ...
    def __sub__(self, other: int | Ptr[T]) -> Any:
        if isinstance(other, Ptr):
            assert other.storage is self.storage
            return self.index - other.index
        return Ptr(self.storage, self.index - other)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Ptr) and other.storage is self.storage and other.index == self.index
        )

    def __hash__(self) -> int:
        return hash((id(self.storage), self.index))

    def __lt__(self, other: Ptr[T]) -> bool:
        return self - other < 0

    def __le__(self, other: Ptr[T]) -> bool:
        return self - other <= 0

    def __gt__(self, other: Ptr[T]) -> bool:
        return self - other > 0

    def __ge__(self, other: Ptr[T]) -> bool:
        return self - other >= 0


def items_of(items: Array[T] | Tail[T], start: int = 0) -> Ptr[T]:
    """Pointer to item `start` of an array or tail. The object is pinned while it is in use."""
    return Ptr(items.storage, start)


def bytes_of(data: bytes) -> Ptr[int]:
    """Pointer to the first byte of a constant."""
    return Ptr(data)


def copy_items(target: Ptr[T], source: Ptr[T], count: int) -> None:
    """`memmove` of `count` items; the two may overlap."""
    start, end = source.index, source.index + count
    target.storage[target.index : target.index + count] = list(source.storage[start:end])


def fill_items(target: Ptr[T], value: T, count: int) -> None:
    """Set `count` items to `value`."""
    for offset in range(count):
        target[offset] = value


def compare_bytes(a: Ptr[int], b: Ptr[int], count: int) -> int:
    """`memcmp`: negative, zero or positive."""
    left = bytes(a.storage[a.index : a.index + count])
    right = bytes(b.storage[b.index : b.index + count])
    return (left > right) - (left < right)


class _Simulated:
    """A window of typed items onto the bytes of the simulated memory."""

    def __init__(self, item_type: Any, address: int) -> None:
        size = WORD_BITS // 8
        if isinstance(item_type, IntType):
            size = item_type.bits // 8
        self.item_type, self.address, self.size = item_type, address, size

    def _place(self, index: int) -> tuple[bytearray, int]:
        address = self.address + index * self.size
        for start, block in _BLOCKS:
            if start <= address and address + self.size <= start + len(block):
                return block, address - start
        raise MemoryError(f"simulated bus fault at {address:#x}")

    def __getitem__(self, index: int) -> Any:
        block, offset = self._place(index)
        signed = isinstance(self.item_type, IntType) and self.item_type.signed
        signed = signed or self.item_type is int
        return int.from_bytes(block[offset : offset + self.size], "little", signed=signed)

    def __setitem__(self, index: int, value: int) -> None:
        block, offset = self._place(index)
        mask = (1 << (8 * self.size)) - 1
        block[offset : offset + self.size] = (value & mask).to_bytes(self.size, "little")


_BLOCKS: list[tuple[int, bytearray]] = []
_WINDOWS: dict[Any, _Simulated] = {}


def simulate(address: int, block: bytearray) -> None:
    """Put a block of simulated memory at an address, for tests of the raw layers on CPython."""
    _BLOCKS[:] = [entry for entry in _BLOCKS if entry[0] != address]
    _BLOCKS.append((address, block))


def pointer(item_type: type[T], address: int) -> Ptr[T]:
    """The pointer with this address (a `uword`), aligned for its item type."""
    window = _WINDOWS.setdefault(item_type, _Simulated(item_type, 0))
    assert address % window.size == 0, f"unaligned address {address:#x}"
    return Ptr(window, address // window.size)


def address_of(target: Ptr[Any] | Object) -> int:
    """Address of a pointer's item or of an object, a `uword`. It changes when the object moves."""
    if isinstance(target, Ptr):
        if isinstance(target.storage, _Simulated):
            return uword(target.index * target.storage.size)
        return uword(id(target.storage) + target.index)
    return id(target)


def word_of(value: Value) -> int:
    """The bits of a Value, a `uword`: a tagged small integer, an address, or 0 for NULL."""
    if value is NULL:
        return 0
    if is_small(value):
        return uword(small_int(value) << 1 | 1)
    return id(value)


def value_at(word: int) -> Value:
    """The Value with these bits, the inverse of `word_of`. On CPython no address has an object."""
    assert word == 0 or word & 1, "a simulated address has no Python object"
    if word == 0:
        return NULL
    signed = word - (1 << WORD_BITS) if word >> (WORD_BITS - 1) else word
    return small(signed >> 1)


def call_with_registers(function: Callable[[int], None]) -> None:
    """Save the registers that a call preserves on the stack, then call `function(stack_pointer)`.

    From that address (a `uword`) up to the stack's start lies everything the callers hold."""
    function(0)


def stack_pointer() -> int:
    """About the current end of the C stack, a `uword`: an address in the caller's frame."""
    return 0


def compact_stack() -> int:
    """Where the stack of compact code begins, a `uword`; it grows up. 0 in a program without."""
    return 0


def compact_stack_top() -> int:
    """The end of the stack of compact code while native code runs, a `uword`."""
    return 0


def symbol_address(name: str) -> int:
    """Address of a symbol that the linker script defines, a `uword`."""
    raise NameError(f"no linker symbol {name!r} on CPython")


def placed(section: str, obj: T) -> T:
    """Have a module-level frozen object or static array placed in a linker section."""
    PLACED.append((section, obj))
    return obj


PLACED: list[tuple[str, object]] = []
ReadHook = Callable[[int], int]
WriteHook = Callable[[int, int], None]


class Bus:
    """What stands in for memory-mapped hardware on CPython: plain memory, or hooks of a test."""

    def __init__(self) -> None:
        self.words: dict[int, int] = {}
        self.on_read: ReadHook | None = None
        self.on_write: WriteHook | None = None

    def read(self, address: int) -> int:
        return self.on_read(address) if self.on_read else self.words.get(address, 0)

    def write(self, address: int, value: int) -> None:
        self.words[address] = value
        if self.on_write:
            self.on_write(address, value)


bus = Bus()


class _Register:
    def __init__(self, offset: int) -> None:
        self.offset = offset

    def __get__(self, obj: Registers | None, owner: type) -> Any:
        return self if obj is None else bus.read(obj.base + self.offset)

    def __set__(self, obj: Registers, value: int) -> None:
        bus.write(obj.base + self.offset, value)


class RegisterBlock:
    """Consecutive 32-bit registers: `GPIO.pin_cnf[7]`."""

    def __init__(self, base: int, count: int) -> None:
        self.base, self.count = base, count

    def __getitem__(self, index: int) -> int:
        assert 0 <= index < self.count
        return bus.read(self.base + 4 * index)

    def __setitem__(self, index: int, value: int) -> None:
        assert 0 <= index < self.count
        bus.write(self.base + 4 * index, value)


class _RegisterBlock:
    def __init__(self, offset: int, count: int) -> None:
        self.offset, self.count = offset, count

    def __get__(self, obj: Registers | None, owner: type) -> Any:
        return self if obj is None else RegisterBlock(obj.base + self.offset, self.count)


class Registers:
    """A peripheral: subclass with fields `name: u32 = register(0x504)`, instance at its base.

    Every access is one volatile 32-bit load or store.
    """

    def __init__(self, base: int) -> None:
        self.base = base


def register(offset: int) -> int:
    """A 32-bit register at a byte offset from the peripheral's base."""
    return cast(int, _Register(offset))


def register_block(offset: int, count: int) -> RegisterBlock:
    """`count` 32-bit registers from a byte offset on."""
    return cast(RegisterBlock, _RegisterBlock(offset, count))
