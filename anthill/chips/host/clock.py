"""The host's clocks."""

from __future__ import annotations

from anthill.chips.host import console, libc
from anthill.modules import platform
from anthill.typed import Array, export, i32, i64, items_of, static_array, u64
from anthill.vm.interpreter.state import vm

LONGEST_WAIT: int = 20_000
"""In microseconds: a signal between looking and waiting is seen this late at most."""

moment: Array[i64] = static_array(i64, 2)
interval: Array[i64] = static_array(i64, 4)
interval_before: Array[i64] = static_array(i64, 4)


def read_clock(which: i32) -> u64:
    """Microseconds of one of the host's clocks."""
    libc.clock_gettime(which, items_of(moment))
    return u64(moment[0]) * 1_000_000 + u64(moment[1]) // 1000


@export("alarm_rings")
def alarm_rings(number: i32) -> None:
    """The handler of SIGALRM."""
    platform.request_alarm()


class HostClock(platform.Clock):
    """The monotonic clock, the calendar, and the processor's time."""

    def micros(self) -> u64:
        return read_clock(libc.CLOCK_MONOTONIC)

    def epoch_micros(self) -> u64:
        return read_clock(libc.CLOCK_REALTIME)

    def busy_micros(self) -> u64:
        return read_clock(libc.CLOCK_PROCESS)

    def wait(self, deadline: u64) -> None:
        console.flush_output()
        now = self.micros()
        if now >= deadline or vm.pending:
            return
        left = deadline - now
        if left > LONGEST_WAIT:
            left = LONGEST_WAIT
        moment[0] = 0
        moment[1] = i64(left * 1000)
        libc.nanosleep(items_of(moment), items_of(moment))

    def alarm(self, micros: u64) -> None:
        libc.signal(libc.SIGALRM, alarm_rings)
        interval[2] = i64(micros // 1_000_000)
        interval[3] = i64(micros % 1_000_000)
        libc.setitimer(libc.ITIMER_REAL, items_of(interval), items_of(interval_before))
