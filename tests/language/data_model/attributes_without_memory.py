# boards: virtual
"""An instance that gets one attribute more than others had keeps these when memory lacks."""


class Thing:
    pass


def fill(thing, count):
    for number in range(count):
        setattr(thing, names[number], number)


names = ["a" + str(number) for number in range(100)]
for count in range(1, len(names)):
    thing = Thing()
    try:
        fill(thing, count)
    except MemoryError:
        for number, name in enumerate(vars(thing)):
            if getattr(thing, name) != number:
                raise SystemExit(3)
print(vars(thing))
