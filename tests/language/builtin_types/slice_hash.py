# boards: virtual
"""Slices as keys, and copies of them."""
# boards: virtual
# python: 3.12

import copy

print({slice(1, 2): "a"}[slice(1, 2)], hash(slice(3)) == hash(slice(None, 3, None)))
try:
    hash(slice(1, []))
except TypeError as error:
    print(error)
deep = copy.deepcopy(slice([1], 2))
print(deep, slice(1, 2) == copy.deepcopy(slice(1, 2)))
