# The union operators of dicts.
a, b = {"x": 1, "y": 2}, {"y": 3, "z": 4}
print(a | b, b | a, a)
a |= b
print(a)
a |= [("w", 0)]
print(a)
try:
    a | 5
except TypeError as e:
    print(e)
try:
    {} | [(1, 2)]
except TypeError as e:
    print(e)
