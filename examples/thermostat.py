"""A PID controller holds the temperature of a simulated room; shown as a curve of text."""


class Controller:
    """Proportional, integral and derivative parts, with the output kept in its limits."""

    def __init__(self, target, p, i, d, low=0.0, high=100.0):
        self.target, self.p, self.i, self.d = target, p, i, d
        self.low, self.high = low, high
        self.total = 0.0
        self.last = None

    def step(self, value, seconds):
        error = self.target - value
        slope = 0.0 if self.last is None else (error - self.last) / seconds
        self.last = error
        output = self.p * error + self.i * self.total + self.d * slope
        if self.low < output < self.high:  # no wind-up at the limits
            self.total += error * seconds
        return min(max(output, self.low), self.high)


class Room:
    """Heated by a radiator, cooled by a colder world."""

    def __init__(self, temperature, outside):
        self.temperature, self.outside = temperature, outside

    def step(self, power, seconds):
        loss = (self.temperature - self.outside) * 0.02
        self.temperature += (power * 0.012 - loss) * seconds


room = Room(12.0, 5.0)
controller = Controller(21.0, 12.0, 0.8, 4.0)
for minute in range(40):
    power = controller.step(room.temperature, 1.0)
    room.step(power, 1.0)
    bar = "#" * round((room.temperature - 10) * 3)
    print(f"{minute:3} {room.temperature:6.2f} C {power:5.1f} % |{bar}")
