# boards: virtual
import io
import logging
import sys
import warnings

before = sys.stderr
sys.stderr = io.StringIO()
logger = logging.getLogger("x")
logger.addHandler(logging.StreamHandler())
logger.warning("two %s %s", 1)
logger.warning("good")
text = sys.stderr.getvalue()
sys.stderr = before
print(text.splitlines()[0])
print([line for line in text.splitlines() if line.startswith(("TypeError", "Message", "Arg"))])
print(text.splitlines()[-1])

# Without handlers the last resort writes.
sys.stderr = io.StringIO()
logging.getLogger("y").warning("last resort")
logging.getLogger("y").info("not shown")
print(repr(sys.stderr.getvalue()))
sys.stderr = before


def inner(level):
    logger.error("where", stacklevel=level)


def outer(level):
    inner(level)


stream = io.StringIO()
logger.handlers[0].setStream(stream)
logger.handlers[0].setFormatter(logging.Formatter("%(funcName)s %(message)s"))
outer(1)
outer(2)
print(stream.getvalue())

logger.handlers[0].setFormatter(logging.Formatter("%(message)s"))
stream.truncate(0)
logger.error("with stack", stack_info=True)
print(stream.getvalue().lstrip("\0").splitlines()[:2])

logging.captureWarnings(True)
captured = io.StringIO()
logging.getLogger("py.warnings").addHandler(logging.StreamHandler(captured))
warnings.simplefilter("always")
warnings.warn("old", DeprecationWarning, stacklevel=1)
logging.captureWarnings(False)
print("DeprecationWarning: old" in captured.getvalue())
