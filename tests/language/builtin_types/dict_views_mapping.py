# boards: virtual
"""The dict of a view, to read."""
# boards: virtual

numbers = {"a": 1}
for view in (numbers.keys(), numbers.values(), numbers.items()):
    print(view.mapping, view.mapping["a"])
