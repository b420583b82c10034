"""Objects with one more word behind all others: copies of objects of the base class."""

from __future__ import annotations

from typing import cast

from anthill.runtime.allocation import allocate
from anthill.runtime.heap import load, object_size, store
from anthill.typed import (
    TRANSLATING,
    WORD_BYTES,
    Object,
    Value,
    address_of,
    header_class,
    uword,
    value_at,
    word_of,
)
from anthill.typed.extended import extended_id, host_extended, host_plain


def copied(obj: Object, size: uword, class_id: int) -> uword:
    """The address of an object with the header and the words of another up to `size` bytes, but
    that it is of another class; what follows is left open. Raises MemoryError."""
    source = address_of(obj)
    result = allocate(size)
    header = load(source)
    store(result, header >> 8 << 8 | uword(class_id))
    offset: uword = WORD_BYTES
    end = size if size < object_size(header) else object_size(header)
    while offset < end:
        store(result + offset, load(source + offset))
        offset += WORD_BYTES
    return result


def extended_copy(obj: Object, extra: Value) -> Value:
    """A copy of an object that is of no extended class as one of the class that extends its own."""
    if not TRANSLATING:
        return host_extended(obj, extra)
    size = object_size(load(address_of(obj)))
    result = copied(obj, size + WORD_BYTES, extended_id(obj))
    store(result + size, word_of(extra))
    return value_at(result)


def plain_copy(obj: Object) -> Value:
    """A copy of an object of an extended class as one of the base."""
    if not TRANSLATING:
        return host_plain(obj)
    header = load(address_of(obj))
    return value_at(copied(obj, object_size(header) - WORD_BYTES, header_class(header) - 1))


def extra_of(obj: Object) -> Value:
    """The last word of an object of an extended class."""
    if not TRANSLATING:
        return cast(Value, obj.__dict__["extra"])
    address = address_of(obj)
    return value_at(load(address + object_size(load(address)) - WORD_BYTES))


def set_extra(obj: Object, extra: Value) -> None:
    """Set the last word of an object of an extended class."""
    if not TRANSLATING:
        obj.__dict__["extra"] = extra
        return
    address = address_of(obj)
    store(address + object_size(load(address)) - WORD_BYTES, word_of(extra))
