"""The module `machine`: pins and their interrupts, reset, the processor, raw memory.

Written against `platform`, so it names no chip. A pin's interrupt only marks its slot; the handler
runs at the interpreter's next safe point, with the Pin as its argument.
"""

from __future__ import annotations

from anthill.modules import platform
from anthill.modules.requests import call_handler
from anthill.modules.split import split_module
from anthill.typed import (
    NULL,
    SMALL_MAX,
    Array,
    Ptr,
    Static,
    Value,
    array_of,
    as_a,
    small,
    u8,
    u32,
    u64,
)
from anthill.vm import errors, floats, operations
from anthill.vm.features import BIG_INTEGERS, LARGE, rare
from anthill.vm.messages import message
from anthill.vm.objects import bigint, exception, names
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import bytes as bytes_object
from anthill.vm.objects import dict as dict_object
from anthill.vm.objects import float as float_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects.builtin import constructor, function, method
from anthill.vm.objects.object import Obj
from anthill.vm.objects.singletons import NONE
from anthill.vm.objects.str import Str, intern, name
from anthill.vm.objects.tuple import Tuple
from anthill.vm.objects.type import builtin_type, define
from anthill.vm.writer import Writer

MACHINE = split_module("machine", "_machine")

MOST: float = 2.0**32 - 1.0
"""The largest word."""

# Pins.

_pins = dict_object.new_dict()
for _title, _number in platform.pin_names.items():
    _pins.store(name(_title), small(_number))
PIN_NAMES = names.packed(_pins)
"""The board's names of pins."""


class Pin(Obj):
    """A pin. Two objects for one pin are two handles to it."""

    number: u8
    pull: u8

    def write_repr(self, out: Writer) -> None:
        out.write_message(message("Pin("))
        out.write_int(self.number)
        out.write_char(ord(")"))

    def call(self, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
        if count > 1 or names is not None:
            raise errors.type_error(message("a pin takes at most one argument, a level"))
        return pin_value(self, args[0] if count == 1 else NULL)


PIN_TYPE = builtin_type("machine.Pin", Pin)
MACHINE.define("Pin", PIN_TYPE)

define(PIN_TYPE, "IN", small(platform.PIN_IN))
define(PIN_TYPE, "OUT", small(platform.PIN_OUT))
define(PIN_TYPE, "OPEN_DRAIN", small(platform.PIN_OPEN_DRAIN))
define(PIN_TYPE, "PULL_UP", small(platform.PULL_UP))
define(PIN_TYPE, "PULL_DOWN", small(platform.PULL_DOWN))
define(PIN_TYPE, "IRQ_RISING", small(platform.EDGE_RISING))
define(PIN_TYPE, "IRQ_FALLING", small(platform.EDGE_FALLING))


def argument(args: Ptr[Value], count: int, index: int, keyword: Value) -> Value:
    """Positional argument `index`, or else what was given by keyword; NULL for neither."""
    return args[index] if index < count else keyword


def pin_number(which: Value) -> int:
    """The number of a pin given by number, name or Pin."""
    if isinstance(which, Pin):
        return which.number
    if isinstance(which, Str):
        found = PIN_NAMES.find_name(intern(which))
        if found is NULL:
            raise errors.value_error_with(message("no pin named %r"), which, NULL)
        return int_object.index_value(found)
    number = int_object.index_value(which)
    if number < 0 or number >= platform.pins.count():
        raise errors.value_error_with(message("no pin %d"), which, NULL)
    return number


@constructor(PIN_TYPE, variadic=True, least=1, most=3, keywords="mode pull value")
def pin_new(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`Pin(id, mode=-1, pull=-1, *, value=None)`."""
    pin = Pin(u8(pin_number(args[0])), platform.PULL_NONE)
    configure(
        pin,
        argument(args, count, 1, keywords[0]),
        argument(args, count, 2, keywords[1]),
        keywords[2],
    )
    return pin


@method(PIN_TYPE, "init", variadic=True, least=1, most=3, keywords="mode pull value")
def pin_init(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`init(mode=-1, pull=-1, *, value=None)`: only what is given changes."""
    configure(
        as_a(Pin, args[0]),
        argument(args, count, 1, keywords[0]),
        argument(args, count, 2, keywords[1]),
        keywords[2],
    )
    return NONE


def given(value: Value) -> bool:
    """Whether an optional argument says something: it is there, not None and not -1."""
    return value is not NULL and value is not NONE and not operations.equal(value, small(-1))


def configure(pin: Pin, mode: Value, pull: Value, level: Value) -> None:
    """Set level, mode and pull, in this order so that an output starts at its level."""
    if given(pull):
        pin.pull = setting(pull, platform.PULL_DOWN)
    if level is not NULL and level is not NONE:
        platform.pins.write(pin.number, 1 if operations.truth(level) else 0)
    if given(mode):
        platform.pins.configure(pin.number, setting(mode, platform.PIN_OPEN_DRAIN), pin.pull)
    elif given(pull):
        platform.pins.configure(pin.number, platform.PIN_IN, pin.pull)


def setting(value: Value, greatest: int) -> u8:
    """A mode or pull as a number."""
    number = int_object.index_value(value)
    if number < 0 or number > greatest:
        raise errors.value_error_with(message("invalid pin setting %d"), value, NULL)
    return u8(number)


@method(PIN_TYPE, "value", required=1)
def pin_value(self: Pin, level: Value) -> Value:
    """`value()`: the level at the pin; `value(level)`: set the output's."""
    if level is NULL:
        return small(platform.pins.read(self.number))
    platform.pins.write(self.number, 1 if operations.truth(level) else 0)
    return NONE


@rare(method(PIN_TYPE, "high"))
@method(PIN_TYPE, "on")
def pin_on(self: Pin) -> Value:
    """`on()`: drive the pin high."""
    platform.pins.write(self.number, 1)
    return NONE


@rare(method(PIN_TYPE, "low"))
@method(PIN_TYPE, "off")
def pin_off(self: Pin) -> Value:
    """`off()`: drive the pin low."""
    platform.pins.write(self.number, 0)
    return NONE


@method(PIN_TYPE, "toggle")
def pin_toggle(self: Pin) -> Value:
    """`toggle()`: drive the other level."""
    platform.pins.write(self.number, 1 - platform.pins.read_output(self.number))
    return NONE


# Interrupts of pins.


class Watches(Static):
    """The handlers of watched pins: by slot a Pin, or NULL, and its handler."""

    entries: Array[Value] | None = None


watches = Watches()


def slot_of(pin: Pin, entries: Array[Value]) -> int:
    """The slot that watches this pin, or else a free one."""
    free = -1
    for slot in range(platform.pins.slots()):
        entry = entries[2 * slot]
        if entry is NULL:
            free = slot
        elif as_a(Pin, entry).number == pin.number:
            return slot
    if free < 0:
        raise errors.runtime_error(message("no more pins can be watched"))
    return free


@method(PIN_TYPE, "irq", variadic=True, least=1, most=3, keywords="handler trigger hard")
def pin_irq(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`irq(handler=None, trigger=Pin.IRQ_FALLING | Pin.IRQ_RISING)`: have `handler(pin)` called at
    these edges; None ends it. `hard` is accepted, but no handler runs inside an instruction."""
    pin = as_a(Pin, args[0])
    handler = argument(args, count, 1, keywords[0])
    trigger = argument(args, count, 2, keywords[1])
    edges = platform.EDGE_RISING | platform.EDGE_FALLING
    if trigger is not NULL:
        edges = int(setting(trigger, edges))
    entries = watches.entries
    if entries is None:
        entries = array_of(Value, 2 * platform.pins.slots())
        watches.entries = entries
    slot = slot_of(pin, entries)
    if handler is NULL or handler is NONE or edges == 0:
        platform.pins.watch(slot, pin.number, 0)
        entries[2 * slot] = NULL
        entries[2 * slot + 1] = NULL
    else:
        entries[2 * slot] = pin
        entries[2 * slot + 1] = handler
        platform.pins.watch(slot, pin.number, edges)
    return NONE


ALARM_AGAIN: int = 10_000
"""In microseconds: the next call of a handler that sets no other, for lack of memory perhaps."""


class Alarm(Static):
    """Who is called when the alarm rings."""

    handler: Value = NULL


alarm = Alarm()


@rare(function(MACHINE, "_alarm"))
def machine_alarm(handler: Value, micros: Value) -> Value:
    """`_alarm(handler, micros)`: have `handler(None)` called after this time, once; 0 for never.
    There is one alarm; timers share it."""
    wanted = int_object.index_value(micros)
    alarm.handler = handler
    platform.clock.alarm(u64(max(wanted, 0)))
    return NONE


def run_handlers() -> None:
    """Call the handlers of the alarm and of the pins that changed, at a safe point."""
    if LARGE and platform.alarm.rings:
        platform.alarm.rings = False
        platform.clock.alarm(ALARM_AGAIN)
        call_handler(alarm.handler, NONE)
    if platform.requests.pins == 0:
        return
    for slot in range(platform.pins.slots()):
        entries = watches.entries
        if take_request(slot) and entries is not None and entries[2 * slot] is not NULL:
            call_handler(entries[2 * slot + 1], entries[2 * slot])


def take_request(slot: int) -> bool:
    """Whether the slot's pin has changed; asking clears it."""
    enabled = platform.system.enable_interrupts(False)
    asked = platform.requests.pins >> slot & 1 != 0
    platform.requests.pins = platform.requests.pins & ~(1 << slot)
    platform.system.enable_interrupts(enabled)
    return asked


platform.run_handlers = run_handlers

# The processor.


@function(MACHINE, "reset")
def machine_reset() -> Value:
    """`reset()`: as the reset button."""
    platform.system.reset()
    return NONE


@function(MACHINE, "soft_reset")
def machine_soft_reset() -> Value:
    """`soft_reset()`: as Ctrl-D at the prompt."""
    platform.requests.restart = True
    raise errors.error(exception.SYSTEM_EXIT, NULL)


@function(MACHINE, "reset_cause")
def machine_reset_cause() -> Value:
    """`reset_cause()`: one of the constants below."""
    return small(platform.system.reset_cause())


MACHINE.define("PWRON_RESET", small(platform.RESET_POWER))
MACHINE.define("HARD_RESET", small(platform.RESET_HARD))
MACHINE.define("WDT_RESET", small(platform.RESET_WATCHDOG))
MACHINE.define("SOFT_RESET", small(platform.RESET_SOFT))


@function(MACHINE, "freq")
def machine_freq() -> Value:
    """`freq()`: the processor's clock in hertz."""
    return small(platform.system.frequency())


@function(MACHINE, "unique_id")
def machine_unique_id() -> Value:
    """`unique_id()`: the chip's serial number, 8 bytes."""
    result = bytes_object.raw_bytes(8)
    for index in range(8):
        word = platform.system.unique_id(index >> 2)
        result.data[index] = u8(word >> (8 * (index & 3)))
    return result


@function(MACHINE, "idle")
def machine_idle() -> Value:
    """`idle()`: save power for at most a millisecond."""
    platform.clock.wait(platform.clock.micros() + 1000)
    return NONE


@function(MACHINE, "disable_irq")
def machine_disable_irq() -> Value:
    """`disable_irq()`: switch interrupts off; returns what `enable_irq` needs."""
    return bool_object.to_bool(platform.system.enable_interrupts(False))


@function(MACHINE, "enable_irq")
def machine_enable_irq(state: Value) -> Value:
    """`enable_irq(state)`: undo a `disable_irq`."""
    platform.system.enable_interrupts(operations.truth(state))
    return NONE


@function(MACHINE, "rng")
def machine_rng() -> Value:
    """`rng()`: 24 random bits from the hardware."""
    return small(int(platform.random.word() >> 8))


# Raw memory. Where there are no big integers, addresses and contents beyond the small ones are
# floats, which hold 32 bits exactly.


def word_of(value: Value) -> u32:
    """The low 32 bits of an integer, or those of an integral float; TypeError."""
    if not BIG_INTEGERS and float_object.is_float(value):
        x = float_object.float_value(value)
        if 0.0 <= x <= MOST and floats.floor(x) == x:
            return u32(u64(x))
    return u32(bigint.low_bits(int_object.integer_value(value)))


def value_of(word: u32) -> Value:
    """A word as a Value."""
    if not BIG_INTEGERS and word > SMALL_MAX:
        return float_object.new_float(float(word))
    return bigint.from_u64(u64(word))


class RawMemory(Obj):
    """`mem8`, `mem16`, `mem32`: memory and registers by their byte addresses."""

    size: u8
    """Bytes per item: 1, 2 or 4."""

    def address(self, key: Value) -> u32:
        """The address that was asked for, which has to be aligned."""
        address = word_of(key)
        if address & u32(self.size - 1) != 0:
            raise errors.value_error_with(
                message("address %d is not a multiple of %d"), key, small(self.size)
            )
        return address

    def get_item(self, key: Value) -> Value:
        return value_of(platform.system.peek(self.address(key), self.size))

    def set_item(self, key: Value, value: Value) -> None:
        number = word_of(value)
        platform.system.poke(self.address(key), self.size, number)


RAW_MEMORY_TYPE = builtin_type("machine.mem", RawMemory)
MACHINE.define("mem8", RawMemory(1))
MACHINE.define("mem16", RawMemory(2))
MACHINE.define("mem32", RawMemory(4))
