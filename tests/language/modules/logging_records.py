# boards: virtual
import io
import logging
import sys
import warnings


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def fresh(name, format=None, style="%", **options):
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter(format, style=style, **options))
    logger = logging.getLogger(name)
    logger.propagate = False
    logger.addHandler(handler)
    return logger, handler, stream


logger, handler, stream = fresh("app", "%(levelname)-8s %(name)s %(filename)s %(module)s %(funcName)s: %(message)s")
logger.setLevel(logging.INFO)


def work():
    logger.debug("not shown")
    logger.info("plain")
    logger.warning("%s and %d", "text", 3)
    logger.error("%(key)s", {"key": "value"})
    logger.log(35, "between")
    logger.critical("braces {} %", extra={"more": 1})
    try:
        1 / 0
    except ZeroDivisionError:
        logger.exception("failed")
        logger.info("with type", exc_info=True)


work()
lines = stream.getvalue().splitlines()
print([line for line in lines if "File" not in line and "1 / 0" not in line and "~" not in line])
print(logging.getLevelName(30), logging.getLevelName("INFO"), logging.getLevelName(31), logging.getLevelName("NONE"))
logging.addLevelName(35, "BETWEEN")
print(logging.getLevelName(35), logging.getLevelNamesMapping()["BETWEEN"])

# The tree.
a = logging.getLogger("tree.a.b.c")
b = logging.getLogger("tree.a")
c = logging.getLogger("tree")
print(a.parent is b, b.parent is c, c.parent is logging.root, logging.getLogger() is logging.root, logging.getLogger("tree.a") is b)
c.setLevel(logging.ERROR)
print(a.getEffectiveLevel(), a.isEnabledFor(logging.WARNING), b.getChild("x").name, sorted(child.name for child in b.getChildren()))
b.setLevel("DEBUG")
print(a.isEnabledFor(logging.DEBUG), c.isEnabledFor(logging.DEBUG), a, c, logging.root)
logging.disable(logging.INFO)
print(a.isEnabledFor(logging.INFO), a.isEnabledFor(logging.WARNING))
logging.disable(logging.NOTSET)
print(a.isEnabledFor(logging.INFO), a.hasHandlers())
logging.getLogger("tree").propagate = False
top = io.StringIO()
c.addHandler(logging.StreamHandler(top))
a.info("from below")
c.handlers[0].setLevel(logging.WARNING)
a.info("too low for the handler")
print(repr(top.getvalue()), c.handlers[0].level)

# Filters.
logger, handler, stream = fresh("filtered")
logger.addFilter(lambda record: "keep" in record.msg)
handler.addFilter(logging.Filter("filtered"))
logger.warning("keep this")
logger.warning("drop this")
print(repr(stream.getvalue()))
print(logging.Filter("x.y").filter(logging.makeLogRecord({"name": "x.y.z"})), logging.Filter("x.y").filter(logging.makeLogRecord({"name": "x.yz"})))

# Styles.
for style, format in (("{", "{levelname}|{message:>8}"), ("$", "$name/${message}"), ("%", "%(who)s %(message)s")):
    logger, handler, stream = fresh("style" + style, format, style, defaults={"who": "nobody"})
    logger.warning("hello")
    logger.warning("bye", extra={"who": "me"})
    print(stream.getvalue().splitlines())
attempt(lambda: logging.Formatter("nothing"))
attempt(lambda: logging.Formatter("%(x)s", style="?"))
attempt(lambda: logging.Formatter("%(x)s").format(logging.makeLogRecord({"msg": "m"})))
record = logging.makeLogRecord({"msg": "m %s", "args": ("a",), "created": 0.25, "msecs": 250.0, "levelno": 10})
print(logging.Formatter("%(asctime)s %(message)s", "%Y-%m-%d").format(record), record.getMessage())
moment = logging.Formatter("%(asctime)s")
import time

moment.converter = time.gmtime
print(moment.format(record), moment.usesTime(), logging.Formatter("x%(msg)s").usesTime())
print(logging.LogRecord("n", 20, "/a/b.py", 3, "text", (), None))

# Adapters, errors.
logger, handler, stream = fresh("adapted", "%(who)s %(message)s")
adapter = logging.LoggerAdapter(logger, {"who": "adapter"})
adapter.warning("%d", 5)
adapter.info("not enabled")
print(repr(stream.getvalue()), adapter, adapter.name)
attempt(lambda: logger.setLevel("LOUD"))
attempt(lambda: logger.setLevel(1.5))
attempt(lambda: logger.log("x", "y"))
attempt(lambda: logging.getLogger(3))
attempt(lambda: logger.warning("x", extra={"message": 1}))
attempt(lambda: logging.Handler().emit(None))
attempt(lambda: logging.setLoggerClass(int))
logging.raiseExceptions = False
logger.warning("%d", "no number")
print(repr(stream.getvalue()))


class Loud(logging.Logger):
    def warning(self, msg, *args, **kwargs):
        super().warning(msg.upper(), *args, **kwargs)


logging.setLoggerClass(Loud)
logger, handler, stream = fresh("loud", "%(funcName)s %(message)s")
logging.setLoggerClass(logging.Logger)
logger.warning("text")


def helper(logger):
    logger.error("of the caller", stacklevel=2)


def caller():
    helper(logger)


caller()
print(stream.getvalue().splitlines(), type(logger).__name__)
handler.name = "the loud one"
print(logging.getHandlerByName("the loud one") is handler, "the loud one" in logging.getHandlerNames())

# The root.
root_stream = io.StringIO()
logging.basicConfig(stream=root_stream, level=logging.DEBUG, format="%(levelname)s %(message)s")
logging.basicConfig(level=logging.ERROR)
logging.debug("root %s", "debug")
logging.getLogger("elsewhere").info("goes up")
logging.basicConfig(stream=root_stream, force=True, style="{", format="{message}!")
logging.warning("again")
logging.captureWarnings(True)
warnings.simplefilter("always")
logging.captureWarnings(False)
print(root_stream.getvalue().splitlines(), len(logging.root.handlers))
attempt(lambda: logging.basicConfig(stream=1, filename="x", force=True))
attempt(lambda: logging.basicConfig(other=1, force=True))
logging.shutdown()
