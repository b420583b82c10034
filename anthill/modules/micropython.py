"""The module `micropython`: what programs written for MicroPython import from it."""

from __future__ import annotations

from anthill.modules import platform, requests, streams
from anthill.modules.split import split_module
from anthill.runtime import heap
from anthill.runtime.heap import stack
from anthill.typed import WORD_BYTES, Array, Static, Value, small
from anthill.vm import errors
from anthill.vm.features import LARGE, only, rare
from anthill.vm.interpreter.state import vm
from anthill.vm.messages import message
from anthill.vm.objects import int as int_object
from anthill.vm.objects.builtin import function
from anthill.vm.objects.items import new_items
from anthill.vm.objects.singletons import NONE

MICROPYTHON = split_module("micropython", "_micropython")

QUEUE_LENGTH = 8


class Queue(Static):
    """Functions to be called at a safe point, each followed by its argument."""

    items: Array[Value] | None = None
    count: int = 0


queue = Queue()


@function(MICROPYTHON, "schedule")
def micropython_schedule(called: Value, argument: Value) -> Value:
    """`schedule(function, argument)`: call it soon, between two instructions of the program.

    RuntimeError if QUEUE_LENGTH functions wait already."""
    items = queue.items
    if items is None:
        items = new_items(2 * QUEUE_LENGTH)
        queue.items = items
    if queue.count == QUEUE_LENGTH:
        raise errors.runtime_error(message("schedule queue full"))
    items[2 * queue.count] = called
    items[2 * queue.count + 1] = argument
    queue.count += 1
    vm.pending = True
    return NONE


def run_scheduled() -> None:
    """Call the functions that wait; what they schedule waits until they are done."""
    items = queue.items
    waiting = queue.count
    if items is None or waiting == 0:
        return
    queue.items = None
    queue.count = 0
    for index in range(waiting):
        requests.call_handler(items[2 * index], items[2 * index + 1])


requests.run_scheduled = run_scheduled


@function(MICROPYTHON, "const")
def micropython_const(value: Value) -> Value:
    """`const(value)`: the value."""
    return value


@only(not LARGE, function(MICROPYTHON, "viper"))
@function(MICROPYTHON, "native")
def micropython_native(decorated: Value) -> Value:
    """`@native`, `@viper`: the function as it is; there is no other code than bytecode."""
    return decorated


@function(MICROPYTHON, "mem_info", required=0)
def micropython_mem_info(verbose: Value) -> Value:
    """`mem_info([verbose])`: print how much memory the frame stack and the heap use, in bytes."""
    show(message("stack: "), (stack.top - stack.low) * WORD_BYTES)
    show(message("\nheap: used "), heap.mem_alloc())
    show(message(", free "), heap.mem_free())
    streams.OUTPUT.write_char(ord("\n"))
    return NONE


@rare(function(MICROPYTHON, "stack_use"))
def micropython_stack_use() -> Value:
    """`stack_use()`: bytes that the frames use."""
    return small((stack.top - stack.low) * WORD_BYTES)


def show(label: int, number: int) -> None:
    """Print a label and a number."""
    streams.OUTPUT.write_message(label)
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
