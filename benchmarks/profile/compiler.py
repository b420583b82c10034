"""The compiler on the chip."""

SOURCE = '''
class A:
    """Documented."""
    def __init__(self, x):
        self.x = [x, "abc%d" % x, {"k": x}]
    def get(self, k=1, *args, **more):
        for i in range(k):
            try:
                self.x.append(i + 1.5)
            except (ValueError, KeyError) as e:
                print(f"{e!r} is {i:3d}")
        return self.x[-1] if k else None
def scale(value, gain, offset):
    value = value * gain + offset
    if value < 0 and not offset:
        value = 0
    elif gain in (1, 2, 3):
        value += 2
    while value > 100:
        value -= 7
    return value
'''


def run():
    exec(SOURCE)
