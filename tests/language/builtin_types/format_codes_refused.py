# boards: virtual
# What is said about type letters of the format mini-language that a type does not know.
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for value in 7, 0, "a", 1.5:
    for spec in "#c", "+c", "#3 ", "\t", "\n", "\x7f", "\xe9", "y":
        attempt(lambda: format(value, spec))
