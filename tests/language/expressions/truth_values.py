# quick
# The truth value of everything.
class Plain:
    pass
class Empty:
    def __len__(self):
        return 0
class Full:
    def __len__(self):
        return 3
class No:
    def __bool__(self):
        return False
    def __len__(self):
        return 5
values = [0, 1, -1, 0.0, -0.0, 0.1, float("nan"), "", "0", " ", b"", b"\0", [], [0], (), ((),),
          {}, {0: 0}, None, True, False, range(0), range(1), bytearray(), bytearray(1), len,
          Plain(), Plain, Empty(), Full(), No(), Ellipsis]
print([bool(v) for v in values])
print([not v for v in values])
print([1 if v else 0 for v in values])
class Bad:
    def __bool__(self):
        return 1
try:
    bool(Bad())
except TypeError as e:
    print(e)
class Negative:
    def __len__(self):
        return -1
try:
    if Negative():
        pass
except ValueError as e:
    print(e)
