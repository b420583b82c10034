"""How exceptions are made follows what their class is given later, and its metaclass."""


class Plain(Exception):
    pass


def make(kind, *args):
    made = []
    for _ in range(3):
        try:
            raise kind(*args)
        except Exception as error:
            made.append((type(error).__name__, error.args))
    return made


def direct(value):
    made = []
    for _ in range(3):
        try:
            raise Plain(value)
        except Plain as error:
            made.append(error.args[0])
    return made


print(make(Plain, 1, 2), direct(5))
print(make(ValueError, "a"), make(OSError, 2, "none"))
Plain.__init__ = lambda self, value: print("init", value)
print(direct(6))
del Plain.__init__
print(direct(7))
Plain.__new__ = lambda cls, value: ValueError("other", value)
try:
    direct(8)
except ValueError as error:
    print(error.args)
del Plain.__new__


class Meta(type):
    def __call__(cls, *args):
        print("called", args)
        return super().__call__(*args)


class WithMeta(Exception, metaclass=Meta):
    pass


def with_meta():
    for step in range(3):
        try:
            raise WithMeta(step)
        except WithMeta as error:
            print(error)


with_meta()


class Titled(Exception):
    def __getattribute__(self, name):
        return "got " + name


class Shadow(Exception):
    args = property(lambda self: "shadowed")


def look(kind):
    error = kind(1)
    return [error.args for _ in range(3)]


print(look(Titled), look(Shadow), look(KeyError))


def handlers():
    """Handlers inside handlers, in functions and generators."""

    def steps():
        try:
            yield 1
            raise Plain("inner")
        except Plain as error:
            yield error.__context__
            try:
                raise KeyError("second")
            except KeyError as second:
                yield type(second.__context__).__name__
        finally:
            yield "last"

    found = []
    try:
        raise ValueError("outer")
    except ValueError as error:
        for item in steps():
            found.append(repr(item))
        try:
            raise
        except ValueError as again:
            found.append(again is error)
    try:
        raise
    except RuntimeError as error:
        found.append(str(error))
    return found


print(handlers())


def finals(count):
    seen = []
    for step in range(count):
        try:
            if step == 1:
                continue
            if step == 3:
                break
            seen.append(step)
        finally:
            seen.append(-step)
    return seen


print(finals(6))
