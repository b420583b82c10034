"""The firmware's main program: hardware first, then one session at the prompt after the other."""

from __future__ import annotations

from anthill.chips.cortex_m0 import startup
from anthill.chips.nrf51 import hardware
from anthill.modules import prompt
from anthill.runtime import heap
from anthill.typed import export, noreturn, symbol_address
from anthill.vm.interpreter import run


@export("reset")
@noreturn
def reset() -> None:
    """The reset handler. A soft reset sets all variables but the drivers' anew."""
    startup.prepare_drivers()
    hardware.start()
    raw = False
    while True:
        startup.prepare_memory()
        high = symbol_address("__heap_end")
        heap.start(symbol_address("__heap_start"), high, symbol_address("__stack_top"), high)
        run.start()
        prompt.session(raw)
        raw = prompt.source.raw
