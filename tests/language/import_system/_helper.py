"""A module for file_modules."""
print("helper runs as", __name__)
value = 1
def bump():
    global value
    value += 1
class Thing:
    def __init__(self, n): self.n = n
    def twice(self): return self.n * 2
