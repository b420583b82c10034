"""A stand-in for the module `machine`, so that the examples also run on CPython."""


class Pin:
    """A pin that remembers its level and is wired to nothing."""

    IN, OUT = 0, 1
    PULL_UP, PULL_DOWN = 1, 2
    IRQ_RISING, IRQ_FALLING = 1, 2

    def __init__(self, number, mode=IN, pull=None):
        self.number = number
        self.level = int(pull == self.PULL_UP)

    def value(self, level=None):
        if level is None:
            return self.level
        self.level = int(bool(level))

    def on(self):
        self.level = 1

    def off(self):
        self.level = 0

    def toggle(self):
        self.level ^= 1

    def irq(self, handler=None, trigger=IRQ_FALLING | IRQ_RISING):
        self.handler = handler
