"""What the runtime answers where the interpreter runs directly on CPython."""

from __future__ import annotations

import pytest

from anthill.runtime import finalise, heap, identity
from anthill.runtime.collector import collect
from anthill.runtime.errors import PyError
from anthill.runtime.stack import reserve
from anthill.typed import Object


class Thing(Object):
    number: int


def test_collections_do_nothing() -> None:
    collect()
    assert heap.mem_free() > 0
    assert heap.mem_alloc() > 0


def test_identities_are_those_of_the_host() -> None:
    first, second = Thing(1), Thing(1)
    assert identity.object_id(first) == identity.object_id(first)
    assert identity.object_id(first) != identity.object_id(second)


def test_finalisers_are_not_watched() -> None:
    finalise.add_finaliser(Thing(1))
    assert finalise.take_pending() is None


def test_the_frame_stack_ends() -> None:
    top = heap.stack.top
    reserve(heap.HOST_STACK_WORDS // 2)
    with pytest.raises(PyError):
        reserve(heap.HOST_STACK_WORDS + 1)
    assert heap.stack.top == top
