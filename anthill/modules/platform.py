"""The hardware interface: what the interpreter and the modules may ask of a machine.

One small class per kind of peripheral. A chip package derives from them and installs one instance
of each at build time; the variables below are constants to everything that is translated. The
base classes answer for a machine that lacks the peripheral.
"""

from __future__ import annotations

from collections.abc import Callable

from anthill.typed import Object, Ptr, Static, Volatile, compact, i64, u8, u32, u64, uword
from anthill.vm.interpreter.state import vm

PIN_IN: int = 0
PIN_OUT: int = 1
PIN_OPEN_DRAIN: int = 2
"""Pin modes."""

PULL_NONE: int = 0
PULL_UP: int = 1
PULL_DOWN: int = 2
"""Pin pulls."""

EDGE_RISING: int = 1
EDGE_FALLING: int = 2
"""Edges that a pin can watch for; both may be combined."""

RESET_POWER: int = 1
RESET_HARD: int = 2
RESET_WATCHDOG: int = 3
RESET_SOFT: int = 4
RESET_LOCKUP: int = 5
"""Causes of the last reset."""

PATH_MISSING: int = 0
PATH_FILE: int = 1
PATH_DIRECTORY: int = 2
"""What `Files.kind` finds."""

PATH_REMOVE: int = 0
PATH_REMOVE_DIRECTORY: int = 1
PATH_MAKE_DIRECTORY: int = 2
PATH_GO_TO: int = 3
PATH_RENAME: int = 4
"""What `Files.change` does."""
STATUS_FIELDS: int = 9

FILE_READ: int = 1
FILE_WRITE: int = 2
FILE_CREATE: int = 4
FILE_TRUNCATE: int = 8
FILE_EXCLUSIVE: int = 16
FILE_APPEND: int = 32
"""How to open a file; they may be combined."""


FOREVER: int = (1 << 63) - 1
"""A deadline that never comes."""


class Requests(Static):
    """What interrupt handlers ask for. They set `vm.pending` last, the one flag that is polled."""

    interrupt: Volatile[bool] = False
    """Ctrl-C was received."""
    pins: Volatile[u32] = 0
    """Bit n: the pin watched in slot n has changed."""
    serving: bool = False
    """Handlers and scheduled functions are running; others wait until they are done."""
    restart: bool = False
    """The program asked for a soft reset; the exception that ends it is a SystemExit."""


requests = Requests()


class Alarm(Static):
    """The alarm of large boards."""

    rings: Volatile[bool] = False
    """The time given to `Clock.alarm` is over."""


alarm = Alarm()


def request_interrupt() -> None:
    """Ask for a KeyboardInterrupt; called by interrupt handlers."""
    requests.interrupt = True
    vm.pending = True


def request_alarm() -> None:
    """Ask for the alarm's handler; called by interrupt handlers."""
    alarm.rings = True
    vm.pending = True


def request_pin(slot: int) -> None:
    """Ask for the handler of the pin watched in this slot; called by interrupt handlers."""
    requests.pins = requests.pins | 1 << slot
    vm.pending = True


def no_handlers() -> None:
    """What runs the handlers of watched pins on a board without them."""


run_handlers: Callable[[], None] = no_handlers
"""Calls the handlers that `requests.pins` asks for; set by the module that keeps them."""


@compact
def end_watches() -> None:
    """Watch no pin any more."""
    for slot in range(pins.slots()):
        pins.watch(slot, 0, 0)
    requests.pins = 0


class Console(Object):
    """The line or terminal that the user sees. Bytes are 0 ... 255."""

    def write(self, data: Ptr[u8], count: int) -> None:
        """Write text; a line feed becomes what the terminal needs for a line's end."""

    def write_raw(self, data: Ptr[u8], count: int) -> None:
        """Write bytes as they are."""

    def write_error(self, data: Ptr[u8], count: int) -> None:
        """Write text to the error output, where there is one."""
        self.write(data, count)

    def flush(self) -> None:
        """Return when everything written is on its way."""

    def ready(self) -> bool:
        """Whether `read` would return at once."""
        return True

    def wait(self) -> None:
        """Save power until a byte arrives; returns early when anything else happens."""
        clock.wait(FOREVER)

    def read(self) -> int:
        """The next byte received, -1 at the end of the input. Only after `ready`."""
        return -1

    def catch_interrupt(self, enabled: bool) -> None:
        """Whether Ctrl-C requests an interrupt (a program runs) or is a byte like any other."""

    def interactive(self) -> bool:
        """Whether a person or a tool, not a file, is at the other end."""
        return True

    def editing(self, enabled: bool) -> None:
        """Take a terminal's own line editing and echo away, or give them back."""


class Clock(Object):
    """Time. It runs on while the program sleeps and never goes back."""

    def micros(self) -> u64:
        """Microseconds since some moment before the program began."""
        return 0

    def epoch_micros(self) -> u64:
        """Microseconds since 1970-01-01, or since start-up on a machine with no calendar."""
        return self.micros()

    def busy_micros(self) -> u64:
        """Microseconds that the program has been running on the processor, where others do too."""
        return self.micros()

    def wait(self, deadline: u64) -> None:
        """Save power until `micros()` is `deadline`; returns early when anything happens."""

    def alarm(self, micros: u64) -> None:
        """Call `request_alarm()` once after this time; 0 takes an earlier call back."""


class Pins(Object):
    """General-purpose pins, numbered 0 ... count() - 1."""

    def count(self) -> int:
        """Number of pins."""
        return 0

    def configure(self, pin: int, mode: int, pull: int) -> None:
        """Set a pin's mode, PIN_*, and pull, PULL_*. The output level stays."""

    def read(self, pin: int) -> int:
        """The level at the pin: 0 or 1."""
        return 0

    def read_output(self, pin: int) -> int:
        """The level that the pin drives, or would drive as an output."""
        return 0

    def write(self, pin: int, level: int) -> None:
        """Set the level that the pin drives as an output."""

    def slots(self) -> int:
        """How many pins can be watched at once."""
        return 0

    def watch(self, slot: int, pin: int, edges: int) -> None:
        """Call `request_pin(slot)` at these edges, EDGE_*; 0 ends the watch."""


class Random(Object):
    """The random generator of the hardware or the host."""

    def word(self) -> u32:
        """32 random bits."""
        return 0


class System(Object):
    """The processor as a whole."""

    def reset(self) -> None:
        """Restart the machine. Does not return."""

    def can_stop(self) -> bool:
        """Whether there is something to return to when the program ends."""
        return False

    def stop(self, status: int) -> None:
        """End the program with an exit status; does not return where `can_stop`."""

    def reset_cause(self) -> int:
        """RESET_*."""
        return RESET_POWER

    def frequency(self) -> int:
        """Clock frequency of the processor in hertz."""
        return 0

    def unique_id(self, word: int) -> u32:
        """Word 0 or 1 of the chip's serial number."""
        return 0

    def enable_interrupts(self, enabled: bool) -> bool:
        """Switch interrupts on or off; returns whether they were on."""
        return True

    def peek(self, address: u32, size: int) -> u32:
        """Read 1, 2 or 4 bytes of memory or of a register."""
        return 0

    def poke(self, address: u32, size: int, value: u32) -> None:
        """Write 1, 2 or 4 bytes of memory or of a register."""


class Files(Object):
    """A file system. Paths are zero-terminated."""

    def kind(self, path: Ptr[u8]) -> int:
        """PATH_MISSING, PATH_FILE or PATH_DIRECTORY."""
        return PATH_MISSING

    def open(self, path: Ptr[u8], flags: int) -> int:
        """Open a file, FILE_*: a handle, or -1."""
        return -1

    def read(self, handle: int, data: Ptr[u8], count: int) -> int:
        """Read up to `count` bytes: how many were read, 0 at the end, -1 on an error."""
        return -1

    def write(self, handle: int, data: Ptr[u8], count: int) -> int:
        """Write up to `count` bytes: how many were written, -1 on an error."""
        return -1

    def seek(self, handle: int, offset: i64, origin: int) -> i64:
        """Move the position from the start (0), from where it is (1) or from the end (2): where it
        is now, -1 on an error."""
        return -1

    def truncate(self, handle: int, size: i64) -> bool:
        """Change a file's size; False on an error."""
        return False

    def close(self, handle: int) -> bool:
        """Close a file; False on an error."""
        return False

    def is_terminal(self, handle: int) -> bool:
        """Whether a person is at the other end."""
        return False

    def change(self, change: int, path: Ptr[u8], other: Ptr[u8]) -> bool:
        """Make one of the changes PATH_REMOVE ...; `other` is the new path for PATH_RENAME. False
        on an error."""
        return False

    def current_directory(self, place: Ptr[u8], room: int) -> int:
        """Write the path that others begin at; its length, -1 on an error."""
        return -1

    def open_directory(self, path: Ptr[u8]) -> uword:
        """Begin to list a directory: what the two functions below take, 0 on an error."""
        return 0

    def next_name(self, directory: uword, place: Ptr[u8], room: int) -> int:
        """Write the next name; its length, -1 at the end."""
        return -1

    def close_directory(self, directory: uword) -> None:
        """End listing a directory."""

    def status(self, path: Ptr[u8], follow: bool, fields: Ptr[i64]) -> bool:
        """Write the STATUS_FIELDS numbers of a file: mode, inode, links, user, group, size, and
        nanoseconds from the epoch of access, modification, change. False on an error."""
        return False

    def error(self) -> int:
        """The number, as in the module `errno`, of the last error."""
        return 0

    def describe(self, number: int, place: Ptr[u8], room: int) -> int:
        """Write the text of an error; its length."""
        return 0


console: Console = Console()
clock: Clock = Clock()
pins: Pins = Pins()
random: Random = Random()
system: System = System()
files: Files = Files()

board_title: str = "no board"
chip_title: str = "no chip"
"""Names for the banner and for `sys.implementation`."""
pin_names: dict[str, int] = {}
"""The board's names of pins, host side; `machine` freezes them."""
version: str = "0.1.0"
"""Version of Anthill."""
