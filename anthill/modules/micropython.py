"""The module `micropython`: what programs written for MicroPython import from it."""

from __future__ import annotations

from anthill.modules import platform, streams
from anthill.runtime import heap
from anthill.runtime.heap import stack
from anthill.typed import WORD_BYTES, Value
from anthill.vm.objects import int as int_object
from anthill.vm.objects.builtin import function
from anthill.vm.objects.module import builtin_module
from anthill.vm.objects.singletons import NONE
from anthill.vm.objects.str import Str, text

MICROPYTHON = builtin_module("micropython")


@function(MICROPYTHON, "const")
def micropython_const(value: Value) -> Value:
    """`const(value)`: the value."""
    return value


@function(MICROPYTHON, "mem_info", required=0)
def micropython_mem_info(verbose: Value) -> Value:
    """`mem_info([verbose])`: print how much memory the frame stack and the heap use, in bytes."""
    show(text("stack: "), (stack.top - stack.low) * WORD_BYTES)
    show(text("\nheap: used "), heap.mem_alloc())
    show(text(", free "), heap.mem_free())
    streams.OUTPUT.write_char(ord("\n"))
    return NONE


def show(label: Str, number: int) -> None:
    """Print a label and a number."""
    streams.OUTPUT.write_text(label)
    streams.OUTPUT.write_int(number)


@function(MICROPYTHON, "alloc_emergency_exception_buf")
def micropython_alloc_emergency_exception_buf(size: Value) -> Value:
    """Accepted without effect: errors out of memory are constants and need no buffer."""
    return NONE


@function(MICROPYTHON, "kbd_intr")
def micropython_kbd_intr(code: Value) -> Value:
    """`kbd_intr(code)`: -1 makes Ctrl-C a byte like any other, 3 lets it interrupt again."""
    platform.console.catch_interrupt(int_object.index_value(code) >= 0)
    return NONE
