# boards: virtual
"""Letters of a format specification that a type does not know, as messages show them."""

for letter in (" ", "\x01", "\x7f", "é", "~", "y"):
    for rest in (",", "_", "", ",.3"):
        for value in (5, 1.5, "s", True):
            try:
                print(format(value, rest + letter))
            except ValueError as e:
                print(e)
