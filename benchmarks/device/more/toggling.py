from machine import Pin


def run():
    pin = Pin(13, Pin.OUT)
    high = 0
    for i in range(500):
        pin.toggle()
        pin.value(i & 1)
        high += pin.value()
    return high
