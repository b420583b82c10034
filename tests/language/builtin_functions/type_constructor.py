# type with three arguments.
T = type("T", (), {"x": 1, "f": lambda self: self.x})
print(T, T().f(), T.__name__)
