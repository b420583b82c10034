"""The module `gc`. Memory is collected when it runs out, and whenever a program asks for it;
that it runs out cannot be switched off."""

from __future__ import annotations

from anthill.runtime import collector, heap
from anthill.typed import Value, small
from anthill.vm.objects.bool import TRUE
from anthill.vm.objects.builtin import function
from anthill.vm.objects.module import builtin_module
from anthill.vm.objects.singletons import NONE

GC = builtin_module("gc")


@function(GC, "collect")
def gc_collect() -> Value:
    """`collect()`: free what cannot be reached and make the free memory one piece."""
    collector.collect()
    return small(0)


@function(GC, "mem_free")
def gc_mem_free() -> Value:
    """`mem_free()`: bytes that are free."""
    return small(heap.mem_free())


@function(GC, "mem_alloc")
def gc_mem_alloc() -> Value:
    """`mem_alloc()`: bytes in use."""
    return small(heap.mem_alloc())


@function(GC, "enable")
@function(GC, "disable")
def gc_enable() -> Value:
    """`enable()`, `disable()`: accepted without effect, as nothing is collected before it must."""
    return NONE


@function(GC, "isenabled")
def gc_isenabled() -> Value:
    """`isenabled()`: always true."""
    return TRUE
