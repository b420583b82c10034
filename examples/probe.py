"""A temperature probe: watches a noisy signal, keeps statistics and lights an LED on outliers.

The signal comes from a small generator with a seed, so every run prints the same on every board.
"""

from machine import Pin

SAMPLES = 300
WARM_UP = 20
LED_PIN = 13  # the top row of the micro:bit's LED matrix


class Signal:
    """A slow wave around 21 degrees, with noise, and now and then a glitch of the sensor."""

    def __init__(self, seed):
        self.state = seed
        self.count = 0

    def random(self):
        self.state = (self.state * 75 + 74) % 65537
        return self.state / 65537

    def read(self):
        self.count += 1
        phase = self.count % 100 - 50
        wave = abs(phase) / 25 - 1
        noise = (self.random() + self.random() + self.random() + self.random()) / 2 - 1
        glitch = 9.5 if self.random() < 0.02 else 0
        return 21 + wave + 0.6 * noise + glitch


class Statistics:
    """Running mean and variance by Welford's method: no sample is kept."""

    def __init__(self):
        self.count = 0
        self.mean = 0.0
        self.squares = 0.0
        self.low = self.high = None

    def add(self, value):
        self.count += 1
        delta = value - self.mean
        self.mean += delta / self.count
        self.squares += delta * (value - self.mean)
        if self.low is None or value < self.low:
            self.low = value
        if self.high is None or value > self.high:
            self.high = value

    def deviation(self):
        if self.count < 2:
            return 0.0
        return (self.squares / (self.count - 1)) ** 0.5


def is_outlier(value, statistics):
    """More than four deviations off, once there is something to compare with."""
    if statistics.count < WARM_UP:
        return False
    return abs(value - statistics.mean) > 4 * statistics.deviation()


def watch(signal, statistics, led):
    """Reads all samples; outliers are returned and light the LED, good ones are counted."""
    outliers = []
    switched = 0
    for number in range(SAMPLES):
        value = signal.read()
        bad = is_outlier(value, statistics)
        if bad:
            outliers.append((number, value))
        else:
            statistics.add(value)
        if led.value() != bad:
            led.value(bad)
            switched += 1
    return outliers, switched


def report(statistics, outliers, switched):
    print("%-12s%8d" % ("samples", SAMPLES))
    for label, value in (
        ("mean", statistics.mean),
        ("deviation", statistics.deviation()),
        ("lowest", statistics.low),
        ("highest", statistics.high),
    ):
        print(f"{label:<12}{value:8.3f} C")
    print(f"{'outliers':<12}{len(outliers):8} ({len(outliers) / SAMPLES:.1%})")
    for number, value in outliers:
        print(f"  sample {number:3}: {value:6.2f} C, {value - statistics.mean:+.2f}")
    print(f"{'LED switched':<12}{switched:8} times")


led = Pin(LED_PIN, Pin.OUT)
led.value(0)
statistics = Statistics()
report(statistics, *watch(Signal(2024), statistics, led))
