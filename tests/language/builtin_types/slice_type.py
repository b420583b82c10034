# slice objects.
s = slice(1, 5, 2)
print(s, s.start, s.stop, s.step, slice(3), slice(1, 2), slice(None), s == slice(1, 5, 2), s != slice(1))
print(list(range(10))[s], slice(2, None).indices(5), slice(None, None, -1).indices(5), slice(-3, -1).indices(10), slice(10, 20).indices(5))
