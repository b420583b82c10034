"""The module `time`: pauses, ticks that wrap, seconds since the epoch.

Ticks wrap at TICKS_PERIOD, a power of two whose values are small integers on every board, so that
`ticks_diff` is exact over half a period.
"""

from __future__ import annotations

from anthill.modules import platform
from anthill.modules.requests import serve_requests
from anthill.typed import NULL, WORD_BITS, Value, is_small, small, small_int, u64
from anthill.vm import errors
from anthill.vm.messages import message
from anthill.vm.objects import float as float_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects.builtin import function
from anthill.vm.objects.module import builtin_module
from anthill.vm.objects.singletons import NONE

TICKS_PERIOD: int = 1 << 30 if WORD_BITS == 32 else 1 << 62
TICKS_MASK: int = TICKS_PERIOD - 1
HALF_PERIOD: int = TICKS_PERIOD >> 1

TIME = builtin_module("time")


def pause(micros: u64) -> None:
    """Let this much time pass; interrupts are served, so a KeyboardInterrupt may end it."""
    deadline = platform.clock.micros() + micros
    while platform.clock.micros() < deadline:
        platform.clock.wait(deadline)
        serve_requests()


@function(TIME, "sleep")
def time_sleep(seconds: Value) -> Value:
    """`sleep(seconds)`, an int or a float."""
    if is_small(seconds):
        count = small_int(seconds)
        if count >= 0:
            pause(u64(count) * 1_000_000)
            return NONE
    elif not float_object.is_real(seconds):
        raise errors.type_error_with(
            message("'%t' object cannot be interpreted as an integer"), seconds, NULL
        )
    else:
        amount = float_object.real_value(seconds)
        if amount >= 0.0:
            pause(u64(amount * 1e6))
            return NONE
    raise errors.value_error(message("sleep length must be non-negative"))


@function(TIME, "sleep_ms")
def time_sleep_ms(count: Value) -> Value:
    """`sleep_ms(count)`; no pause below 1."""
    number = int_object.index_value(count)
    if number > 0:
        pause(u64(number) * 1000)
    return NONE


@function(TIME, "sleep_us")
def time_sleep_us(count: Value) -> Value:
    """`sleep_us(count)`; no pause below 1."""
    number = int_object.index_value(count)
    if number > 0:
        pause(u64(number))
    return NONE


@function(TIME, "ticks_us")
def time_ticks_us() -> Value:
    """`ticks_us()`: microseconds, wrapping."""
    return small(int(platform.clock.micros() & TICKS_MASK))


@function(TIME, "ticks_ms")
def time_ticks_ms() -> Value:
    """`ticks_ms()`: milliseconds, wrapping."""
    return small(int(platform.clock.micros() // 1000 & TICKS_MASK))


@function(TIME, "ticks_cpu")
def time_ticks_cpu() -> Value:
    """`ticks_cpu()`: the finest ticks there are, here microseconds."""
    return time_ticks_us()


@function(TIME, "ticks_add")
def time_ticks_add(ticks: Value, delta: Value) -> Value:
    """`ticks_add(ticks, delta)`: the moment `delta` later, or earlier."""
    return small(int_object.index_value(ticks) + int_object.index_value(delta) & TICKS_MASK)


@function(TIME, "ticks_diff")
def time_ticks_diff(end: Value, start: Value) -> Value:
    """`ticks_diff(end, start)`: from one moment to another, negative if `end` was earlier."""
    distance = int_object.index_value(end) - int_object.index_value(start)
    return small((distance + HALF_PERIOD & TICKS_MASK) - HALF_PERIOD)


@function(TIME, "time")
def time_time() -> Value:
    """`time()`: seconds since the epoch, or since start-up where there is no calendar."""
    return float_object.new_float(float(platform.clock.epoch_micros()) / 1e6)


@function(TIME, "perf_counter")
@function(TIME, "monotonic")
def time_monotonic() -> Value:
    """`monotonic()`, `perf_counter()`: seconds since some moment; they never go back."""
    return float_object.new_float(float(platform.clock.micros()) / 1e6)
