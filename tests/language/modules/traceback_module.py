# boards: virtual
# traceback: places and texts
import traceback


def inner():
    raise ValueError("deep")


def outer():
    try:
        inner()
    except ValueError as e:
        raise KeyError("chained") from e


class Out:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text


def plain(lines):
    """Without the marks below lines."""
    text = "".join(lines)
    return [line for line in text.splitlines() if not line.strip().strip("~^") == ""]


try:
    outer()
except KeyError as e:
    places = traceback.extract_tb(e.__traceback__)
    print([(p.lineno, p.name, p.line) for p in places], len(places))
    print([p.name for p in traceback.extract_tb(e.__traceback__, 1)], [p.name for p in traceback.extract_tb(e.__traceback__, -1)])
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
    for line in plain(traceback.format_exception(e)):
        print(line.split('"')[-1])
    print(plain(traceback.format_exception(e, chain=False))[-1], traceback.format_exc().splitlines()[-1])
    out = Out()
    traceback.print_exc(file=out)
    print(out.text == traceback.format_exc(), out.text.count("Traceback"))
    kept = traceback.TracebackException.from_exception(e)
print(str(kept), list(kept.format_exception_only()), [p.name for p in kept.stack])
print(traceback.format_list([("a.py", 3, "f", "x = 1")]))
error = ValueError("noted")
error.add_note("a note")
print(traceback.format_exception_only(error), traceback.format_exception_only(OSError()))
