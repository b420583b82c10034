"""What a generator returns is the value of StopIteration, also through `next` and `map`."""


def g(result):
    yield
    return result


for result in (None, 1, (2,), StopIteration(3)):
    for resume in (
        next,
        lambda generator: generator.send(0),
        lambda generator: generator.__next__(),
    ):
        generator = g(result)
        next(generator)
        try:
            resume(generator)
        except StopIteration as stop:
            print(repr(stop), stop.value)


class Counter:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration("counted")


try:
    next(Counter())
except StopIteration as stop:
    print(repr(stop))
mapped = map(str, g("through map"))
print(next(mapped))
try:
    next(mapped)
except StopIteration as stop:
    print(repr(stop))
print(next(g(1)), next(iter([]), "default"), next(Counter(), "default"))
try:
    next(iter([]))
except StopIteration as stop:
    print(repr(stop))


def outer():
    result = yield from g("delegated")
    print(result)
    try:
        yield from closing()
    except GeneratorExit as error:
        print("outer", error.args)
        raise


def closing():
    try:
        yield
    except GeneratorExit as error:
        print("inner", error.args)
        raise GeneratorExit("another") from None


generator = outer()
next(generator)
next(generator)
generator.close()
generator = outer()
next(generator)
next(generator)
try:
    generator.throw(GeneratorExit("thrown"))
except GeneratorExit as error:
    print(error)
