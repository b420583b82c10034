# boards: virtual
import io
import logging
import sys

stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(
    logging.Formatter("%(levelname)s|%(name)s|%(funcName)s|%(lineno)d|%(module)s|%(message)s")
)
app = logging.getLogger("app")
app.setLevel(logging.INFO)
app.propagate = False
app.addHandler(handler)


def show():
    print(stream.getvalue(), end="")
    stream.seek(0)
    stream.truncate()


def work():
    app.debug("not shown")
    app.info("plain")
    app.warning("with %s and %d", "text", 3)
    app.error("with %(a)s", {"a": 1})
    app.critical("critical")
    app.log(25, "a level without a name")
    app.log(logging.ERROR, "by number")


work()
show()

# The tree.
child = logging.getLogger("app.part.deep")
child.info("from below")
print(child.parent, app.parent, child.name, child.level, child.getEffectiveLevel())
part = logging.getLogger("app.part")
print(child.parent is part, part.parent is app, app.getChild("part") is part)
print(sorted(logger.name for logger in app.getChildren()))
part.setLevel("ERROR")
child.info("not shown")
child.error("shown")
print(child.isEnabledFor(logging.WARNING), child, handler.level)
part.disabled = True
part.error("not shown")
part.disabled = False
show()

# Levels.
print(logging.getLevelName(10), logging.getLevelName("INFO"), logging.getLevelName(11))
logging.addLevelName(15, "FINE")
app.setLevel("FINE")
app.log(15, "fine")
show()
for level in "NOPE", 1.5, None:
    try:
        app.setLevel(level)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
logging.disable(logging.ERROR)
app.error("disabled")
logging.disable(logging.NOTSET)
app.error("enabled")
show()

# Filters.
handler.addFilter(logging.Filter("app.part"))
app.error("filtered")
part.error("passed")
child.error("passed too")
handler.removeFilter(handler.filters[0])
app.addFilter(lambda record: "secret" not in record.getMessage())
app.error("a secret")
app.error("no s")
app.filters.clear()
show()

# Exceptions and stacks.
plain = logging.Formatter("%(message)s")
handler.setFormatter(plain)
try:
    1 / 0
except ZeroDivisionError:
    app.exception("failed")
    app.error("told", exc_info=True)
app.error("given", exc_info=ValueError("a value"))
lines = stream.getvalue().splitlines()
print([line for line in lines if not line.startswith((" ", "Traceback"))])
stream.seek(0)
stream.truncate()

# Styles, defaults and records.
record = logging.makeLogRecord({"msg": "text %s", "args": ("x",), "levelname": "L", "name": "n"})
for style, form in (
    ("%", "%(levelname)-5s|%(message)10s"),
    ("{", "{levelname:>5}|{message!r}"),
    ("$", "$levelname|${message}"),
):
    print(logging.Formatter(form, style=style).format(record))
print(logging.Formatter("%(message)s %(more)s", defaults={"more": "d"}).format(record))
for arguments in (("x",), ("x", None, "{"), ("x", None, "$"), ("x", None, "?"), ("{a-b}", None, "{")):
    try:
        logging.Formatter(*arguments)
    except ValueError as error:
        print("ValueError", error)
try:
    logging.Formatter("%(nothing)s").format(record)
except ValueError as error:
    print("ValueError", error)
form = logging.Formatter("%(asctime)s %(message)s")
form.converter = __import__("time").gmtime
record.created = 0.0
record.msecs = 7.0
print(form.format(record))
form.datefmt = "%H:%M"
print(form.format(record))
print(form.formatTime(record, "%Y"))

# Extra values, adapters.
handler.setFormatter(logging.Formatter("%(who)s: %(message)s"))
app.error("hello", extra={"who": "me"})
adapter = logging.LoggerAdapter(app, {"who": "adapter"})
adapter.warning("there %d", 1)
show()
try:
    app.error("hello", extra={"name": "me"})
except KeyError as error:
    print("KeyError", error)

# Representations.
print(app, logging.getLogger(), logging.getLogger("root") is logging.root, adapter)
print(logging.NullHandler(), logging.StreamHandler(sys.stdout), logging.Handler(30))
print(logging.LogRecord("n", 20, "/some/path.py", 3, "msg", (), None))

# Names and errors.
handler.name = "mine"
print(logging.getHandlerByName("mine") is handler, app.hasHandlers())
try:
    logging.getLogger(3)
except TypeError as error:
    print(error)
try:
    app.log("x", "y")
except TypeError as error:
    print(error)


class Mine(logging.Logger):
    pass


logging.setLoggerClass(Mine)
print(logging.getLogger("mine"), logging.getLoggerClass().__name__)
logging.basicConfig(stream=stream, format="%(name)s:%(message)s", level=logging.DEBUG)
logging.info("through the root")
logging.getLogger("mine").debug("also")
show()
try:
    logging.basicConfig(force=True, nonsense=1)
except ValueError as error:
    print(error)
try:
    logging.basicConfig(force=True, stream=1, filename="x")
except ValueError as error:
    print(error)
