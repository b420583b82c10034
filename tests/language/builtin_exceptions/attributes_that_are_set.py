# boards: virtual
"""Attributes that tell the arguments of an exception may be set; the arguments stay."""


def show(error, *titles):
    print(type(error).__name__, error, error.args, [getattr(error, title) for title in titles])


error = OSError(2, "missing", "file")
error.errno, error.strerror, error.filename = 5, "broken", "other"
show(error, "errno", "strerror", "filename")
error = OSError("text")
error.errno = 5
show(error, "errno", "strerror", "filename")
error.strerror = "now whole"
show(error, "errno", "strerror", "filename")

error = SyntaxError("words", ("file.py", 1, 2, "source"))
error.lineno, error.msg = 7, "other words"
show(error, "filename", "lineno", "offset", "text", "msg")
error.filename, error.offset, error.text = "x.py", None, "more"
show(error, "filename", "lineno", "offset", "text", "msg")
error = SyntaxError("bare")
error.lineno = 3
show(error, "filename", "lineno", "msg")

try:
    b"a\xff".decode()
except UnicodeDecodeError as caught:
    error = caught
error.reason, error.encoding = "because", "mine"
show(error, "encoding", "object", "start", "end", "reason")
error.object, error.start, error.end = b"xyz", 0, 2
show(error, "encoding", "object", "start", "end", "reason")
error.start, error.end = 5, 6
print(error)
print(UnicodeDecodeError("a", b"", 0, 1, "r"), UnicodeEncodeError("a", "abc", 5, 6, "r"))

error = StopIteration(3)
error.value = 5
show(error, "value")
error = SystemExit(1)
error.code = 7
show(error, "code")
error = ImportError("words", name="n")
error.msg, error.name, error.path = "others", "m", "p"
show(error, "msg", "name", "path")


def delegated():
    class Ends:
        def __iter__(self):
            return self

        def __next__(self):
            error = StopIteration(1)
            error.value = "set later"
            raise error

    return (yield from Ends())


try:
    next(delegated())
except StopIteration as error:
    print(error.value)

try:
    error = SystemExit()
    error.code = 4
    raise error
except SystemExit as caught:
    print(caught.code)
