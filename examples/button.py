"""Counts presses of a button by interrupt. Stop it with Ctrl-C."""

import time

from machine import Pin

presses = 0


def pressed(pin):
    global presses
    presses += 1


button = Pin(17, Pin.IN, Pin.PULL_UP)  # button A of the micro:bit
button.irq(handler=pressed, trigger=Pin.IRQ_FALLING)
shown = -1
while True:
    if presses != shown:
        shown = presses
        print("presses:", shown)
    time.sleep(0.02)
