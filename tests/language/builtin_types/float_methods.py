# Methods of floats.
print((2.0).is_integer(), (2.5).is_integer())
print(abs(-1.5), round(2.5), round(3.5), round(-2.5), round(2.567, 2), round(1234.5, -2), round(0.5), round(1.5), round(2.675, 2), round(1e20, 1))
print(round(2.5, 0), round(-0.4), round(5), round(15, -1), round(25, -1), round(-15, -1), round(1234, 1), type(round(1.0)).__name__)
print(int(2.9), int(-2.9), divmod(7.5, 2), divmod(-7.5, 2), 7.5 // 2, -7.5 % 2, bool(0.0), bool(-0.0))
print(hash(1.0) == hash(1), hash(0.5) == hash(0.5), 0.1 + 0.2 == 0.3, 0.5 == 1 / 2)
