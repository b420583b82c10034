"""The module `time`: pauses, ticks that wrap, seconds since the epoch.

Ticks wrap at TICKS_PERIOD, a power of two whose values are small integers on every board, so that
`ticks_diff` is exact over half a period.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.modules import platform
from anthill.modules.requests import serve_requests
from anthill.modules.split import split_module
from anthill.typed import (
    NULL,
    WORD_BITS,
    Array,
    Value,
    alloc,
    array_of,
    copy_items,
    i64,
    is_small,
    items_of,
    small,
    small_int,
    u64,
)
from anthill.vm import errors, floats, operations
from anthill.vm.features import BIG_INTEGERS, LARGE, only, rare
from anthill.vm.messages import message
from anthill.vm.objects import bigint, sequence
from anthill.vm.objects import float as float_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects.builtin import constructor, function
from anthill.vm.objects.singletons import NONE
from anthill.vm.objects.str import Str, name
from anthill.vm.objects.str import name as make_name
from anthill.vm.objects.tuple import Tuple
from anthill.vm.objects.tuple_methods import TUPLE_TYPE
from anthill.vm.objects.type import builtin_type, when_ready

if TYPE_CHECKING:
    from anthill.vm.writer import Writer

TICKS_PERIOD: int = 1 << 30 if WORD_BITS == 32 else 1 << 62
TICKS_MASK: int = TICKS_PERIOD - 1
HALF_PERIOD: int = TICKS_PERIOD >> 1

TIME = split_module("time", "_time")


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
    return seconds(platform.clock.epoch_micros())


def seconds(micros: u64) -> Value:
    """Microseconds as a float of seconds."""
    return float_object.new_float(float(micros) / 1e6)


@only(BIG_INTEGERS, function(TIME, "time_ns"))
def time_time_ns() -> Value:
    """`time_ns()`: as `time()`, an integer of nanoseconds."""
    return bigint.from_u64(platform.clock.epoch_micros() * 1000)


@rare(function(TIME, "process_time"))
def time_process_time() -> Value:
    """`process_time()`: seconds that the program has been running on the processor."""
    return seconds(platform.clock.busy_micros())


@function(TIME, "perf_counter")
@function(TIME, "monotonic")
def time_monotonic() -> Value:
    """`monotonic()`: seconds since some moment before the program began."""
    return seconds(platform.clock.micros())


@rare(function(TIME, "process_time_ns"))
def time_process_time_ns() -> Value:
    """`process_time_ns()`: as `process_time()`, an integer of nanoseconds."""
    return bigint.from_u64(platform.clock.busy_micros() * 1000)


@rare(function(TIME, "perf_counter_ns"))
@rare(function(TIME, "monotonic_ns"))
def time_monotonic_ns() -> Value:
    """`monotonic_ns()`: as `monotonic()`, an integer of nanoseconds."""
    return bigint.from_u64(platform.clock.micros() * 1000)


# The calendar, which boards with little flash are without: they have no clock that goes on. There
# are no time zones: local time is UTC.

DAY: int = 86400
FIELD_COUNT: int = 9
FIELD_NAMES: Array[Str] = array_of(Str, FIELD_COUNT)


def _fill_names() -> None:
    for index, word in enumerate("year mon mday hour min sec wday yday isdst".split()):
        FIELD_NAMES[index] = name(f"tm_{word}")


when_ready(_fill_names)


class StructTime(Tuple):
    """`struct_time`: a tuple with names."""

    def write_contents(self, out: Writer) -> None:
        separator = message("time.struct_time(")
        for index in range(FIELD_COUNT):
            out.write_message(separator)
            out.write_text(FIELD_NAMES[index])
            out.write_char(ord("="))
            operations.write_repr(self.items[index], out)
            separator = message(", ")
        out.write_char(ord(")"))

    def get_attribute(self, name: Str) -> Value:
        for index in range(FIELD_COUNT):
            if FIELD_NAMES[index] is name:
                return self.items[index]
        if name is make_name("tm_zone"):
            return make_name("UTC")
        if name is make_name("tm_gmtoff"):
            return small(0)
        return errors.type_attribute(self, name)


STRUCT_TIME_TYPE = builtin_type("time.struct_time", StructTime, TUPLE_TYPE)
if LARGE:
    TIME.define("struct_time", STRUCT_TIME_TYPE)


@constructor(STRUCT_TIME_TYPE)
def make_struct_time(source: Value) -> Value:
    """`struct_time(sequence)`: its first nine items."""
    items = sequence.tuple_from(source)
    if len(items.items) < FIELD_COUNT:
        raise errors.type_error_with(
            message("time.struct_time() takes an at least 9-sequence (%d-sequence given)"),
            small(len(items.items)),
            NULL,
        )
    result = alloc(StructTime, FIELD_COUNT)
    copy_items(items_of(result.items), items_of(items.items), FIELD_COUNT)
    return result


def put(result: StructTime, index: int, number: int) -> None:
    """Set a field."""
    result.items[index] = small(number)


@rare(function(TIME, "gmtime", required=0))
@rare(function(TIME, "localtime", required=0))
def time_localtime(moment: Value) -> Value:
    """`localtime([seconds])`: the fields of a moment, of now unless given."""
    passed = i64(platform.clock.epoch_micros() // 1_000_000)
    if moment is not NULL and moment is not NONE:
        if not float_object.is_real(moment):
            raise errors.type_error_with(
                message("'%t' object cannot be interpreted as an integer"), moment, NULL
            )
        passed = i64(floats.floor(float_object.real_value(moment)))
    days = int(passed // DAY)
    rest = int(passed % DAY)
    result = alloc(StructTime, FIELD_COUNT)
    put_date(result, days)
    put(result, 3, rest // 3600)
    put(result, 4, rest // 60 % 60)
    put(result, 5, rest % 60)
    put(result, 6, (days + 3) % 7)
    put(result, 8, 0)
    return result


def put_date(result: StructTime, days: int) -> None:
    """Set the fields of the day that is so many days after 1970-01-01. Years are counted from
    March, so that a leap day ends one."""
    era = (days + 719468) // 146097
    day = days + 719468 - era * 146097
    year = (day - day // 1460 + day // 36524 - day // 146096) // 365
    day -= 365 * year + year // 4 - year // 100
    month = (5 * day + 2) // 153
    year += 400 * era + int(month >= 10)
    put(result, 2, day - (153 * month + 2) // 5 + 1)
    month = month - 9 if month >= 10 else month + 3
    put(result, 0, year)
    put(result, 1, month)
    put(result, 7, days - days_before(year, 1) + 1)


def days_before(year: int, month: int) -> int:
    """Days from 1970-01-01 to the first of a month; months may be outside of 1 ... 12."""
    year += (month - 3) // 12
    month = (month - 3) % 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month + 2) // 5 - 719468


@rare(function(TIME, "mktime"))
def time_mktime(fields: Value) -> Value:
    """`mktime(fields)`: the seconds to the moment that a tuple like `localtime`'s tells."""
    if not isinstance(fields, Tuple):
        raise errors.type_error(message("Tuple or struct_time argument required"))
    if len(fields.items) < 6:
        raise errors.type_error(message("mktime(): illegal time tuple argument"))
    days = days_before(field(fields, 0), field(fields, 1)) + field(fields, 2) - 1
    rest = field(fields, 3) * 3600 + field(fields, 4) * 60 + field(fields, 5)
    return float_object.new_float(float(days) * float(DAY) + float(rest))


def field(fields: Tuple, index: int) -> int:
    """One of the numbers."""
    return int_object.index_value(fields.items[index])
