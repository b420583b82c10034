# Slices compare as the tuples of their parts.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: max(slice(1, 3), slice(1, 3)))
attempt(lambda: slice(1, 3) < slice(2))
attempt(lambda: slice(1, 3) < slice(2, None))
attempt(lambda: slice(1, 3) == slice(1, 3, None))
attempt(lambda: slice(1, 3) != slice(1, 4))
attempt(lambda: slice(1, 3) < 3)
