class Motor:
    def __init__(self, gain):
        self.gain = gain
        self.target = 0
        self.speed = 0
        self.error = 0
        self.total = 0

    def step(self):
        self.error = self.target - self.speed
        self.total += self.error
        self.speed += (self.error * self.gain + self.total) >> 6


def run():
    motor = Motor(9)
    for i in range(400):
        motor.target = 500 if i < 200 else 100
        motor.step()
    return motor.speed + motor.error + motor.total
