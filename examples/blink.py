"""Blinks an LED ten times."""

import time

from machine import Pin

led = Pin(13, Pin.OUT)
for _ in range(10):
    led.toggle()
    print("on" if led.value() else "off")
    time.sleep(0.1)
led.value(0)
