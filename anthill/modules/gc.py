"""The module `gc`. Memory is collected when it runs out, and whenever a program asks for it;
that it runs out cannot be switched off."""

from __future__ import annotations

from anthill.runtime import collector, heap
from anthill.typed import NULL, Static, Value, small
from anthill.vm.features import rare
from anthill.vm.interpreter import finalisers
from anthill.vm.objects import int as int_object
from anthill.vm.objects.bool import to_bool
from anthill.vm.objects.builtin import function
from anthill.vm.objects.module import builtin_module
from anthill.vm.objects.singletons import NONE

GC = builtin_module("gc")


@function(GC, "collect")
def gc_collect() -> Value:
    """`collect()`: free what cannot be reached and make the free memory one piece."""
    collector.collect()
    finalisers.run()
    return small(0)


@function(GC, "mem_free")
def gc_mem_free() -> Value:
    """`mem_free()`: bytes that are free."""
    return small(heap.mem_free())


@function(GC, "mem_alloc")
def gc_mem_alloc() -> Value:
    """`mem_alloc()`: bytes in use."""
    return small(heap.mem_alloc())


class Wish(Static):
    """What the program asked for last."""

    enabled: bool = True


wish = Wish()


@function(GC, "enable")
def gc_enable() -> Value:
    """`enable()`: `isenabled` becomes true."""
    wish.enabled = True
    return NONE


@function(GC, "disable")
def gc_disable() -> Value:
    """`disable()`: only `isenabled` becomes false, as nothing is collected before it must be."""
    wish.enabled = False
    return NONE


@function(GC, "isenabled")
def gc_isenabled() -> Value:
    """`isenabled()`: what `enable` or `disable` asked for."""
    return to_bool(wish.enabled)


class Threshold(Static):
    """What large boards are told, too."""

    amount: int = -1


threshold = Threshold()


@rare(function(GC, "threshold", required=0))
def gc_threshold(amount: Value) -> Value:
    """`threshold([amount])`: what was set last, at first -1. Memory is collected when it runs out,
    however much was allocated since, as that costs no more."""
    if amount is NULL:
        return small(threshold.amount)
    threshold.amount = int_object.index_value(amount)
    return NONE
