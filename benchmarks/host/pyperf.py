"""A stand-in for pyperf: what the programs of pyperformance need of it, on any Python.

A program runs once, in this process. Each function it hands over is timed for as many loops as
the command line says (`name=loops ...`), or, when the name is not there, for as many as take
TARGET seconds; seconds are the processor's. One line per function goes to standard output: name,
loops, seconds.
"""

import sys
import time

TARGET = 0.1

perf_counter = time.process_time


class _Arguments:
    """Every option of the program at its default; an option's name is that of its flag."""

    def __init__(self):
        self._options = []

    def add_argument(self, *flags, default=None, action=None, dest=None, **other):
        if action == "store_true":
            default = False
        longest = max(flags, key=len)
        setattr(self, dest or longest.lstrip("-").replace("-", "_"), default)


class Runner:
    """Times the functions of one program."""

    def __init__(self, **options):
        self.metadata = {}
        self.argparser = _Arguments()
        self._loops = dict(argument.split("=") for argument in sys.argv[1:])

    def parse_args(self):
        return self.argparser

    def bench_func(self, name, function, *args, inner_loops=1):
        def timed(loops):
            begin = perf_counter()
            for _ in range(loops):
                function(*args)
            return perf_counter() - begin

        self._report(name, timed)

    def bench_time_func(self, name, function, *args, inner_loops=1):
        self._report(name, lambda loops: function(loops, *args))

    def _report(self, name, timed):
        if name in self._loops:
            loops = int(self._loops[name])
            seconds = timed(loops)
        else:
            loops, seconds = _calibrated(timed)
        print(name, loops, seconds)


def _calibrated(timed):
    loops = 1
    while True:
        seconds = timed(loops)
        if seconds >= TARGET:
            return loops, seconds
        loops = max(loops * 2, int(loops * TARGET / max(seconds, 1e-6)))
