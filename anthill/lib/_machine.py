"""What of the module `machine` small boards lack: what is made of pins and of time alone."""

import time

from machine import Pin


class Signal:
    """`Signal(pin, invert=False)`, or the arguments of `Pin` and `invert`: a pin that is on when
    it should be, whichever level that is."""

    def __init__(self, pin, *arguments, invert=False, **options):
        if arguments or options or not hasattr(pin, "value"):
            pin = Pin(pin, *arguments)
            if options:
                pin.init(**options)
        self._pin = pin
        self._invert = bool(invert)

    def value(self, *level):
        """`value()`: 1 if it is on; `value(x)`: switch it."""
        if not level:
            return self._pin.value() ^ self._invert
        (x,) = level
        self._pin.value(bool(x) ^ self._invert)

    __call__ = value

    def on(self):
        """Switch it on."""
        self.value(1)

    def off(self):
        """Switch it off."""
        self.value(0)


def time_pulse_us(pin, pulse_level, timeout_us=1000000, /):
    """How many microseconds the pin has this level: the pulse that is on, or else the next one.
    -2 if it does not begin in time, -1 if it does not end."""
    start = time.ticks_us()
    for level, late in ((pulse_level, -2), (not pulse_level, -1)):
        while pin.value() != bool(level):
            if time.ticks_diff(time.ticks_us(), start) >= timeout_us:
                return late
        now = time.ticks_us()
        passed = time.ticks_diff(now, start)
        start = now
    return passed


def lightsleep(time_ms=None):
    """Wait so many milliseconds, or for Ctrl-C."""
    if time_ms is not None:
        time.sleep_ms(time_ms)
        return
    while True:
        time.sleep_ms(1000)


def bitstream(pin, encoding, timing, data, /):
    """Send bytes, most significant bit first: high and low for the nanoseconds in `timing`, (high
    of 0, low of 0, high of 1, low of 1), or as long as the program needs."""
    if encoding != 0:
        raise ValueError("encoding must be 0")
    times = [(time_ns + 500) // 1000 for time_ns in timing]
    if len(times) != 4:
        raise ValueError("timing must have 4 times")
    for byte in memoryview(data).cast("B"):
        for place in range(7, -1, -1):
            bit = byte >> place & 1
            pin.value(1)
            time.sleep_us(times[2 * bit])
            pin.value(0)
            time.sleep_us(times[2 * bit + 1])
