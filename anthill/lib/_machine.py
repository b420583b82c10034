"""What of the module `machine` small boards lack: what is made of pins and of time alone."""

import time

import micropython
from machine import Pin, _alarm

_running = []
"""The timers that will call."""


class Timer:
    """Calls a function once, or again and again, between two instructions of the program.

    There are as many as one likes; of those with the same `id` from 0 on only the last one runs."""

    ONE_SHOT = 0
    PERIODIC = 1

    def __init__(self, id=-1, /, **options):
        self._id = id
        self._asked = False
        if options:
            self.init(**options)

    def init(self, *, mode=PERIODIC, freq=-1, period=-1, callback=None, hard=False):
        """Begin: `period` in milliseconds or `freq` in hertz, `callback(timer)`."""
        micros = round(1000000 / freq) if freq > 0 else round(period * 1000)
        if micros <= 0:
            raise ValueError("a timer needs a period or a freq above 0")
        for timer in list(_running):
            if timer is self or timer._id == self._id >= 0:
                timer._end()
        self._mode = mode
        self._callback = callback
        self._period = micros
        self._time = time.ticks_add(time.ticks_us(), micros)
        _running.append(self)
        _set_alarm()

    def deinit(self):
        """End: it does not call any more."""
        self._end()
        _set_alarm()

    def _end(self):
        self._asked = False
        if self in _running:
            _running.remove(self)

    def _call(self):
        """Called by the scheduler: the timer may have ended since it was due."""
        if self._asked:
            self._asked = False
            self._callback(self)


def _set_alarm():
    """Be called when the next timer is due."""
    now = time.ticks_us()
    times = [time.ticks_diff(timer._time, now) for timer in _running]
    _alarm(_due, max(min(times), 1) if times else 0)


def _due(_):
    """Have those called that are due. A timer that missed turns calls once. What was scheduled
    before is done, or lost for lack of memory."""
    now = time.ticks_us()
    for timer in list(_running):
        late = time.ticks_diff(now, timer._time)
        if late < 0:
            continue
        if timer._callback is not None:
            try:
                micropython.schedule(Timer._call, timer)
            except RuntimeError:  # its queue is full
                timer._time = time.ticks_add(now, 1000)
                continue
            timer._asked = True
        if timer._mode == Timer.ONE_SHOT:
            _running.remove(timer)
        else:
            late -= late % timer._period
            timer._time = time.ticks_add(timer._time, late + timer._period)
    _set_alarm()


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
