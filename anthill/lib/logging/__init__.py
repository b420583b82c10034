"""Messages of a program, by level and by name of the part they come from, as CPython's `logging`.

Loggers make a tree by the dots in their names. A record goes to the handlers of its logger and to
those of the loggers above. There are no threads: nothing is locked.
"""

import io
import sys
import time
import traceback

__all__ = [
    "BASIC_FORMAT",
    "CRITICAL",
    "DEBUG",
    "ERROR",
    "FATAL",
    "INFO",
    "NOTSET",
    "WARN",
    "WARNING",
    "BufferingFormatter",
    "FileHandler",
    "Filter",
    "Formatter",
    "Handler",
    "LogRecord",
    "Logger",
    "LoggerAdapter",
    "NullHandler",
    "StreamHandler",
    "addLevelName",
    "basicConfig",
    "captureWarnings",
    "critical",
    "debug",
    "disable",
    "error",
    "exception",
    "fatal",
    "getHandlerByName",
    "getHandlerNames",
    "getLevelName",
    "getLevelNamesMapping",
    "getLogRecordFactory",
    "getLogger",
    "getLoggerClass",
    "info",
    "lastResort",
    "log",
    "makeLogRecord",
    "raiseExceptions",
    "setLogRecordFactory",
    "setLoggerClass",
    "shutdown",
    "warn",
    "warning",
]

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

raiseExceptions = True
logThreads = True
logMultiprocessing = True
logProcesses = True
logAsyncioTasks = True

_startTime = time.time()

# Levels.

_names = {
    CRITICAL: "CRITICAL",
    ERROR: "ERROR",
    WARNING: "WARNING",
    INFO: "INFO",
    DEBUG: "DEBUG",
    NOTSET: "NOTSET",
}
_levels = {name: level for level, name in _names.items()}
_levels["FATAL"] = FATAL
_levels["WARN"] = WARN


def getLevelNamesMapping():
    """All names of levels with their numbers."""
    return _levels.copy()


def getLevelName(level):
    """The name of a level, or the level of a name."""
    result = _names.get(level)
    if result is None:
        result = _levels.get(level)
    return f"Level {level}" if result is None else result


def addLevelName(level, levelName):
    """Give a level a name."""
    _names[level] = levelName
    _levels[levelName] = level


def _checkLevel(level):
    if isinstance(level, int):
        return level
    if str(level) == level:
        if level not in _levels:
            raise ValueError(f"Unknown level: {level!r}")
        return _levels[level]
    raise TypeError(f"Level not an integer or a valid string: {level!r}")


# Records.


class LogRecord:
    """A message and all that is known of it."""

    def __init__(
        self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs
    ):
        if args and len(args) == 1:
            only = args[0]
            if isinstance(only, dict) and only:
                args = only
        self.name = name
        self.msg = msg
        self.args = args
        self.levelname = _names.get(level) or f"Level {level}"
        self.levelno = level
        self.pathname = pathname
        slash = pathname.rfind("/")
        self.filename = filename = pathname[slash + 1 :]
        dot = filename.rfind(".")
        self.module = filename[:dot] if dot > 0 else filename
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.created = created = time.time()
        self.msecs = (created * 1000) // 1 % 1000 + 0.0
        self.relativeCreated = (created - _startTime) * 1000
        self.thread = 1 if logThreads else None
        self.threadName = "MainThread" if logThreads else None
        self.processName = "MainProcess" if logMultiprocessing else None
        self.process = 1 if logProcesses else None
        self.taskName = _task_name() if logAsyncioTasks else None

    def __repr__(self):
        return (
            f"<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "
            f'"{self.msg}">'
        )

    def getMessage(self):
        """The message with its arguments."""
        message = str(self.msg)
        return message % self.args if self.args else message


def _task_name():
    asyncio = sys.modules.get("asyncio")
    if asyncio is None:
        return None
    try:
        return asyncio.current_task().get_name()
    except Exception:
        return None


_factory = LogRecord


def setLogRecordFactory(factory):
    """Set what makes records."""
    global _factory
    _factory = factory


def getLogRecordFactory():
    """What makes records."""
    return _factory


def makeLogRecord(dict):
    """A record with given attributes."""
    record = _factory(None, None, "", 0, "", (), None, None)
    record.__dict__.update(dict)
    return record


# Formatting.


class PercentStyle:
    """Formats with `%(name)s`."""

    default_format = "%(message)s"
    asctime_format = "%(asctime)s"
    asctime_search = "%(asctime)"

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        """Whether the time is asked for."""
        return self.asctime_search in self._fmt

    def validate(self):
        """ValueError if the format asks for nothing."""
        import re

        if not re.search(r"%\(\w+\)[#0+ -]*(\*|\d+)?(\.(\*|\d+))?[diouxefgcrsa%]", self._fmt, re.I):
            raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")

    def _values(self, record):
        values = record.__dict__
        return values if self._defaults is None else {**self._defaults, **values}

    def _format(self, record):
        return self._fmt % self._values(record)

    def format(self, record):
        """The text of a record."""
        try:
            return self._format(record)
        except KeyError as error:
            raise ValueError(f"Formatting field not found in record: {error}") from error


class StrFormatStyle(PercentStyle):
    """Formats with `{name}`."""

    default_format = "{message}"
    asctime_format = "{asctime}"
    asctime_search = "{asctime"

    def _format(self, record):
        return self._fmt.format(**self._values(record))

    def validate(self):
        """ValueError for a field that is not a name, or a wrong form."""
        import re
        import string

        fields = set()
        try:
            for _, name, spec, conversion in string.Formatter().parse(self._fmt):
                if name:
                    if not re.fullmatch(r"(\d+|\w+)(\.\w+|\[[^]]+\])*", name):
                        raise ValueError(f"invalid field name/expression: {name!r}")
                    fields.add(name)
                if conversion and conversion not in "rsa":
                    raise ValueError(f"invalid conversion: {conversion!r}")
                if spec and not re.fullmatch(
                    r"(.?[<=>^])?[+ -]?#?0?(\d+|{\w+})?[,_]?(\.(\d+|{\w+}))?[bcdefgnosx%]?",
                    spec,
                    re.I,
                ):
                    raise ValueError(f"bad specifier: {spec!r}")
        except ValueError as error:
            raise ValueError(f"invalid format: {error}") from error
        if not fields:
            raise ValueError("invalid format: no fields")


class StringTemplateStyle(PercentStyle):
    """Formats with `$name`."""

    default_format = "${message}"
    asctime_format = "${asctime}"
    asctime_search = "${asctime}"

    def __init__(self, fmt, *, defaults=None):
        from string import Template

        super().__init__(fmt, defaults=defaults)
        self._template = Template(self._fmt)

    def usesTime(self):
        """Whether the time is asked for."""
        return "$asctime" in self._fmt or self.asctime_search in self._fmt

    def validate(self):
        """ValueError for a lone dollar sign, or a format that asks for nothing."""
        if not self._template.is_valid():
            raise ValueError("invalid format: bare '$' not allowed")
        if not self._template.get_identifiers():
            raise ValueError("invalid format: no fields")

    def _format(self, record):
        return self._template.substitute(**self._values(record))


BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"
_STYLES = {
    "%": (PercentStyle, BASIC_FORMAT),
    "{": (StrFormatStyle, "{levelname}:{name}:{message}"),
    "$": (StringTemplateStyle, "${levelname}:${name}:${message}"),
}


def _style(style):
    if style not in _STYLES:
        raise ValueError("Style must be one of: " + ",".join(_STYLES))
    return _STYLES[style]


class Formatter:
    """Makes a text of a record."""

    converter = time.localtime
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        self._style = _style(style)[0](fmt, defaults=defaults)
        if validate:
            self._style.validate()
        self._fmt = self._style._fmt
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        """When the record was made."""
        moment = self.converter(record.created)
        if datefmt:
            return time.strftime(datefmt, moment)
        text = time.strftime(self.default_time_format, moment)
        if self.default_msec_format:
            text = self.default_msec_format % (text, record.msecs)
        return text

    def formatException(self, ei):
        """The traceback of an exception as `sys.exc_info()` gives it."""
        text = "".join(traceback.format_exception(ei[0], ei[1], ei[2]))
        return text[:-1] if text[-1:] == "\n" else text

    def usesTime(self):
        """Whether the time is asked for."""
        return self._style.usesTime()

    def formatMessage(self, record):
        """The line of a record."""
        return self._style.format(record)

    def formatStack(self, stack_info):
        """The text of a stack."""
        return stack_info

    def format(self, record):
        """The text of a record, with its exception and stack."""
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            text = _below(text, record.exc_text)
        if record.stack_info:
            text = _below(text, self.formatStack(record.stack_info))
        return text


def _below(text, more):
    return text + more if text[-1:] == "\n" else f"{text}\n{more}"


_defaultFormatter = Formatter()


class BufferingFormatter:
    """Makes a text of many records."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _defaultFormatter

    def formatHeader(self, records):
        """What stands before the records."""
        return ""

    def formatFooter(self, records):
        """What stands behind the records."""
        return ""

    def format(self, records):
        """The text of all, empty for none."""
        if not records:
            return ""
        lines = [self.linefmt.format(record) for record in records]
        return "".join([self.formatHeader(records), *lines, self.formatFooter(records)])


# Filters.


class Filter:
    """Lets pass what comes from one logger and those below."""

    def __init__(self, name=""):
        self.name = name
        self.nlen = len(name)

    def filter(self, record):
        """Whether a record passes."""
        name = self.name
        return not name or record.name == name or record.name.startswith(name + ".")


class Filterer:
    """Has filters: objects with a method `filter`, or functions."""

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        """Add a filter."""
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        """Remove a filter."""
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        """The record, or what a filter put in its place, or False."""
        for each in self.filters:
            ask = getattr(each, "filter", each)
            result = ask(record)
            if not result:
                return False
            if isinstance(result, LogRecord):
                record = result
        return record


# Handlers.

_handlers = {}
_handlerList = []


def getHandlerByName(name):
    """The handler with a name, or None."""
    return _handlers.get(name)


def getHandlerNames():
    """The names of all handlers that have one."""
    return frozenset(_handlers)


class Handler(Filterer):
    """Does something with records; derived classes say what in `emit`."""

    def __init__(self, level=NOTSET):
        Filterer.__init__(self)
        self._name = None
        self.level = _checkLevel(level)
        self.formatter = None
        self._closed = False
        _handlerList.append(self)
        self.createLock()

    def get_name(self):
        """The name, or None."""
        return self._name

    def set_name(self, name):
        """Change the name."""
        if self._name in _handlers:
            del _handlers[self._name]
        self._name = name
        if name:
            _handlers[name] = self

    name = property(get_name, set_name)

    def createLock(self):
        """There is nothing to lock."""
        self.lock = None

    def acquire(self):
        """There is nothing to lock."""

    def release(self):
        """There is nothing to unlock."""

    def setLevel(self, level):
        """Set the lowest level that is handled."""
        self.level = _checkLevel(level)

    def setFormatter(self, fmt):
        """Set the formatter."""
        self.formatter = fmt

    def format(self, record):
        """The text of a record."""
        return (self.formatter or _defaultFormatter).format(record)

    def emit(self, record):
        """Do it."""
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        """Emit the record if the filters let it pass; what they made of it."""
        result = self.filter(record) if self.filters else record
        if isinstance(result, LogRecord):
            record = result
        if result:
            self.emit(record)
        return result

    def flush(self):
        """Nothing to do."""

    def close(self):
        """Forget the handler."""
        self._closed = True
        if self._name in _handlers:
            del _handlers[self._name]
        if self in _handlerList:
            _handlerList.remove(self)

    def handleError(self, record):
        """Tell on the error output that a record could not be written."""
        if not (raiseExceptions and sys.stderr):
            return
        error = sys.exc_info()[1]
        try:
            sys.stderr.write("--- Logging error ---\n")
            traceback.print_exception(error, file=sys.stderr)
            sys.stderr.write(f"Logged from file {record.filename}, line {record.lineno}\n")
            try:
                sys.stderr.write(f"Message: {record.msg!r}\nArguments: {record.args}\n")
            except Exception:
                sys.stderr.write(
                    "Unable to print the message and arguments - possible formatting error.\n"
                    "Use the traceback above to help find the error.\n"
                )
        except OSError:
            pass

    def __repr__(self):
        return f"<{type(self).__name__} ({getLevelName(self.level)})>"


class StreamHandler(Handler):
    """Writes lines to a stream."""

    __class_getitem__ = classmethod(type(list[int]))
    terminator = "\n"

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = sys.stderr if stream is None else stream

    def flush(self):
        """Flush the stream."""
        stream = self.stream
        if stream and hasattr(stream, "flush"):
            stream.flush()

    def emit(self, record):
        """Write the record."""
        try:
            self.stream.write(self.format(record) + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        """Set the stream; the one before, None if it is the same."""
        if stream is self.stream:
            return None
        before = self.stream
        self.flush()
        self.stream = stream
        return before

    def __repr__(self):
        name = str(getattr(self.stream, "name", ""))
        if name:
            name += " "
        return f"<{type(self).__name__} {name}({getLevelName(self.level)})>"


class FileHandler(StreamHandler):
    """Writes lines to a file."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        import os

        self.baseFilename = os.path.abspath(os.fspath(filename))
        self.mode = mode
        self.encoding = encoding
        self.errors = errors
        self.delay = delay
        if delay:
            Handler.__init__(self)
            self.stream = None
        else:
            StreamHandler.__init__(self, self._open())

    def _open(self):
        return open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)

    def close(self):
        """Close the file."""
        try:
            if self.stream:
                try:
                    self.flush()
                finally:
                    stream = self.stream
                    self.stream = None
                    stream.close()
        finally:
            Handler.close(self)

    def emit(self, record):
        """Write the record; the file is opened if it was not."""
        if self.stream is None and (self.mode != "w" or not self._closed):
            self.stream = self._open()
        if self.stream:
            StreamHandler.emit(self, record)

    def __repr__(self):
        return f"<{type(self).__name__} {self.baseFilename} ({getLevelName(self.level)})>"


class NullHandler(Handler):
    """Does nothing."""

    def handle(self, record):
        """Do nothing."""

    def emit(self, record):
        """Do nothing."""


class _StderrHandler(StreamHandler):
    """Writes to what `sys.stderr` is at the time."""

    def __init__(self, level=NOTSET):
        Handler.__init__(self, level)

    @property
    def stream(self):
        return sys.stderr


lastResort = _defaultLastResort = _StderrHandler(WARNING)


# Loggers.


class PlaceHolder:
    """A place in the tree that has loggers below it and is none yet."""

    def __init__(self, alogger):
        self.loggerMap = {alogger: None}

    def append(self, alogger):
        """Add a logger below."""
        self.loggerMap[alogger] = None


class Manager:
    """The tree of loggers."""

    def __init__(self, rootnode):
        self.root = rootnode
        self.disable = 0
        self.emittedNoHandlerWarning = False
        self.loggerDict = {}
        self.loggerClass = None
        self.logRecordFactory = None

    @property
    def disable(self):
        """The highest level that no logger cares for."""
        return self._disable

    @disable.setter
    def disable(self, value):
        self._disable = _checkLevel(value)

    def getLogger(self, name):
        """The logger with a name, made when it is first asked for."""
        if not isinstance(name, str):
            raise TypeError("A logger name must be a string")
        found = self.loggerDict.get(name)
        if isinstance(found, Logger):
            return found
        made = (self.loggerClass or _loggerClass)(name)
        made.manager = self
        self.loggerDict[name] = made
        if found is not None:
            self._adopt(found, made)
        self._find_parent(made)
        return made

    def _find_parent(self, logger):
        name = logger.name
        dot = name.rfind(".")
        parent = None
        while dot > 0 and parent is None:
            above = self.loggerDict.get(name[:dot])
            if above is None:
                self.loggerDict[name[:dot]] = PlaceHolder(logger)
            elif isinstance(above, Logger):
                parent = above
            else:
                above.append(logger)
            dot = name.rfind(".", 0, dot)
        logger.parent = parent or self.root

    def _adopt(self, place, logger):
        for below in place.loggerMap:
            if not below.parent.name.startswith(logger.name):
                logger.parent = below.parent
                below.parent = logger

    def setLoggerClass(self, klass):
        """Set the class of loggers to be made."""
        _check_logger_class(klass)
        self.loggerClass = klass

    def setLogRecordFactory(self, factory):
        """Set what makes records."""
        self.logRecordFactory = factory

    def _clear_cache(self):
        for logger in self.loggerDict.values():
            if isinstance(logger, Logger):
                logger._cache.clear()
        self.root._cache.clear()


def _check_logger_class(klass):
    if klass is not Logger and not issubclass(klass, Logger):
        raise TypeError("logger not derived from logging.Logger: " + klass.__name__)


class Logger(Filterer):
    """Where messages of one part of a program go in."""

    def __init__(self, name, level=NOTSET):
        Filterer.__init__(self)
        self.name = name
        self.level = _checkLevel(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False
        self._cache = {}

    def setLevel(self, level):
        """Set the lowest level that is logged."""
        self.level = _checkLevel(level)
        self.manager._clear_cache()

    def debug(self, msg, *args, **kwargs):
        """Log with level DEBUG."""
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, **kwargs)

    def info(self, msg, *args, **kwargs):
        """Log with level INFO."""
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        """Log with level WARNING."""
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        """The old name of `warning`."""
        import warnings

        warnings.warn(
            "The 'warn' method is deprecated, use 'warning' instead", DeprecationWarning, 2
        )
        self.warning(msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        """Log with level ERROR."""
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        """Log with level ERROR and the exception that is being handled."""
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        """Log with level CRITICAL."""
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, **kwargs)

    def fatal(self, msg, *args, **kwargs):
        """Log with level CRITICAL."""
        self.critical(msg, *args, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        """Log with any level."""
        if not isinstance(level, int):
            if raiseExceptions:
                raise TypeError("level must be an integer")
            return
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    def findCaller(self, stack_info=False, stacklevel=1):
        """File, line, function and stack of the first caller outside of this module."""
        frame = sys._getframe()
        while frame.f_back is not None and _is_internal(frame):
            frame = frame.f_back
        while stacklevel > 1 and frame.f_back is not None:
            frame = frame.f_back
            if not _is_internal(frame):
                stacklevel -= 1
        code = frame.f_code
        stack = _stack_of(frame) if stack_info else None
        return code.co_filename, frame.f_lineno, code.co_name, stack

    def makeRecord(
        self,
        name,
        level,
        fn,
        lno,
        msg,
        args,
        exc_info,
        func=None,
        extra=None,
        sinfo=None,
    ):
        """A record; KeyError if `extra` has names that records use."""
        record = _factory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        if extra is not None:
            for key in extra:
                if key in ("message", "asctime") or key in record.__dict__:
                    raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
                record.__dict__[key] = extra[key]
        return record

    def _log(
        self,
        level,
        msg,
        args,
        exc_info=None,
        extra=None,
        stack_info=False,
        stacklevel=1,
    ):
        try:
            fn, lno, func, sinfo = self.findCaller(stack_info, stacklevel)
        except ValueError:
            fn, lno, func, sinfo = "(unknown file)", 0, "(unknown function)", None
        if exc_info:
            if isinstance(exc_info, BaseException):
                exc_info = type(exc_info), exc_info, exc_info.__traceback__
            elif not isinstance(exc_info, tuple):
                exc_info = sys.exc_info()
        self.handle(
            self.makeRecord(self.name, level, fn, lno, msg, args, exc_info, func, extra, sinfo)
        )

    def handle(self, record):
        """Hand a record to the handlers, unless it is filtered."""
        if self.disabled:
            return
        if self.filters:
            result = self.filter(record)
            if not result:
                return
            if isinstance(result, LogRecord):
                record = result
        self.callHandlers(record)

    def addHandler(self, hdlr):
        """Add a handler."""
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        """Remove a handler."""
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def hasHandlers(self):
        """Whether this logger or one above has a handler."""
        logger = self
        while logger:
            if logger.handlers:
                return True
            if not logger.propagate:
                return False
            logger = logger.parent
        return False

    def callHandlers(self, record):
        """Hand a record to the handlers of this logger and of those above."""
        logger = self
        found = False
        while logger:
            for handler in logger.handlers:
                found = True
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if found:
            return
        if lastResort:
            if record.levelno >= lastResort.level:
                lastResort.handle(record)
        elif raiseExceptions and not self.manager.emittedNoHandlerWarning:
            sys.stderr.write(f'No handlers could be found for logger "{self.name}"\n')
            self.manager.emittedNoHandlerWarning = True

    def getEffectiveLevel(self):
        """The level of this logger or the first above that has one."""
        logger = self
        while logger:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        """Whether messages of a level are logged."""
        if self.disabled:
            return False
        try:
            return self._cache[level]
        except KeyError:
            enabled = self.manager.disable < level >= self.getEffectiveLevel()
            self._cache[level] = enabled
            return enabled

    def getChild(self, suffix):
        """The logger below with a name."""
        if self.root is not self:
            suffix = f"{self.name}.{suffix}"
        return self.manager.getLogger(suffix)

    def getChildren(self):
        """The loggers just below."""
        depth = 0 if self is self.root else self.name.count(".") + 1
        return {
            logger
            for logger in self.manager.loggerDict.values()
            if isinstance(logger, Logger)
            and logger.parent is self
            and logger.name.count(".") == depth
        }

    def __repr__(self):
        level = getLevelName(self.getEffectiveLevel())
        return f"<{type(self).__name__} {self.name} ({level})>"


def _is_internal(frame):
    return frame.f_globals is _globals


def _stack_of(frame):
    lines = []
    while frame is not None:
        place = frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name
        lines.append(traceback.FrameSummary(*place))
        frame = frame.f_back
    text = "".join(traceback.format_list(lines[::-1]))
    return "Stack (most recent call last):\n" + text.removesuffix("\n")


class RootLogger(Logger):
    """The logger above all."""

    def __init__(self, level):
        Logger.__init__(self, "root", level)


_globals = globals()
_loggerClass = Logger
root = RootLogger(WARNING)
Logger.root = root
Logger.manager = Manager(root)


class LoggerAdapter:
    """A logger that adds something to every message."""

    def __init__(self, logger, extra=None, merge_extra=False):
        self.logger = logger
        self.extra = extra
        self.merge_extra = merge_extra

    def process(self, msg, kwargs):
        """The message and keywords to log in place of those given."""
        if self.merge_extra and "extra" in kwargs:
            kwargs["extra"] = {**self.extra, **kwargs["extra"]}
        else:
            kwargs["extra"] = self.extra
        return msg, kwargs

    def debug(self, msg, *args, **kwargs):
        """Log with level DEBUG."""
        self.log(DEBUG, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        """Log with level INFO."""
        self.log(INFO, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        """Log with level WARNING."""
        self.log(WARNING, msg, *args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        """The old name of `warning`."""
        import warnings

        warnings.warn(
            "The 'warn' method is deprecated, use 'warning' instead", DeprecationWarning, 2
        )
        self.warning(msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        """Log with level ERROR."""
        self.log(ERROR, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        """Log with level ERROR and the exception that is being handled."""
        self.log(ERROR, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        """Log with level CRITICAL."""
        self.log(CRITICAL, msg, *args, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        """Log with any level."""
        if self.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def isEnabledFor(self, level):
        """Whether messages of a level are logged."""
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        """Set the level of the logger."""
        self.logger.setLevel(level)

    def getEffectiveLevel(self):
        """The level of the logger."""
        return self.logger.getEffectiveLevel()

    def hasHandlers(self):
        """Whether the logger has handlers."""
        return self.logger.hasHandlers()

    def _log(self, level, msg, args, **kwargs):
        return self.logger._log(level, msg, args, **kwargs)

    @property
    def manager(self):
        """The tree of loggers."""
        return self.logger.manager

    @manager.setter
    def manager(self, value):
        self.logger.manager = value

    @property
    def name(self):
        """The name of the logger."""
        return self.logger.name

    def __repr__(self):
        level = getLevelName(self.logger.getEffectiveLevel())
        return f"<{type(self).__name__} {self.logger.name} ({level})>"

    __class_getitem__ = classmethod(type(list[int]))


def setLoggerClass(klass):
    """Set the class of loggers to be made."""
    global _loggerClass
    _check_logger_class(klass)
    _loggerClass = klass


def getLoggerClass():
    """The class of loggers to be made."""
    return _loggerClass


def getLogger(name=None):
    """The logger with a name; without one the root."""
    if not name or (isinstance(name, str) and name == root.name):
        return root
    return Logger.manager.getLogger(name)


# The root logger.


def basicConfig(**kwargs):
    """Give the root logger a handler, unless it has one."""
    force = kwargs.pop("force", False)
    encoding = kwargs.pop("encoding", None)
    errors = kwargs.pop("errors", "backslashreplace")
    if force:
        for handler in root.handlers[:]:
            root.removeHandler(handler)
            handler.close()
    if root.handlers:
        return
    handlers = _configured_handlers(kwargs, encoding, errors)
    style = kwargs.pop("style", "%")
    default = _style(style)[1]
    formatter = Formatter(kwargs.pop("format", default), kwargs.pop("datefmt", None), style)
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    level = kwargs.pop("level", None)
    if level is not None:
        root.setLevel(level)
    if kwargs:
        raise ValueError("Unrecognised argument(s): " + ", ".join(kwargs))


def _configured_handlers(kwargs, encoding, errors):
    handlers = kwargs.pop("handlers", None)
    if handlers is not None:
        if "stream" in kwargs or "filename" in kwargs:
            raise ValueError(
                "'stream' or 'filename' should not be specified together with 'handlers'"
            )
        return handlers
    if "stream" in kwargs and "filename" in kwargs:
        raise ValueError("'stream' and 'filename' should not be specified together")
    filename = kwargs.pop("filename", None)
    mode = kwargs.pop("filemode", "a")
    if filename:
        if "b" in mode:
            errors = None
        else:
            encoding = io.text_encoding(encoding) if hasattr(io, "text_encoding") else encoding
        return [FileHandler(filename, mode, encoding=encoding, errors=errors)]
    return [StreamHandler(kwargs.pop("stream", None))]


def _ready():
    if not root.handlers:
        basicConfig()
    return root


def critical(msg, *args, **kwargs):
    """Log to the root with level CRITICAL."""
    _ready().critical(msg, *args, **kwargs)


def fatal(msg, *args, **kwargs):
    """Log to the root with level CRITICAL."""
    critical(msg, *args, **kwargs)


def error(msg, *args, **kwargs):
    """Log to the root with level ERROR."""
    _ready().error(msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    """Log to the root with level ERROR and the exception that is being handled."""
    error(msg, *args, exc_info=exc_info, **kwargs)


def warning(msg, *args, **kwargs):
    """Log to the root with level WARNING."""
    _ready().warning(msg, *args, **kwargs)


def warn(msg, *args, **kwargs):
    """The old name of `warning`."""
    import warnings

    warnings.warn("The 'warn' function is deprecated, use 'warning' instead", DeprecationWarning, 2)
    warning(msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    """Log to the root with level INFO."""
    _ready().info(msg, *args, **kwargs)


def debug(msg, *args, **kwargs):
    """Log to the root with level DEBUG."""
    _ready().debug(msg, *args, **kwargs)


def log(level, msg, *args, **kwargs):
    """Log to the root with any level."""
    _ready().log(level, msg, *args, **kwargs)


def disable(level=CRITICAL):
    """Let no logger log messages of a level or below."""
    root.manager.disable = level
    root.manager._clear_cache()


def shutdown(handlerList=None):
    """Flush and close all handlers."""
    for handler in (_handlerList if handlerList is None else handlerList)[::-1]:
        try:
            handler.flush()
            handler.close()
        except (OSError, ValueError):
            pass


# Warnings.

_warnings_showwarning = None


def _showwarning(message, category, filename, lineno, file=None, line=None):
    import warnings

    if file is not None:
        _warnings_showwarning(message, category, filename, lineno, file, line)
        return
    text = warnings.formatwarning(message, category, filename, lineno, line)
    logger = getLogger("py.warnings")
    if not logger.handlers:
        logger.addHandler(NullHandler())
    logger.warning(str(text))


def captureWarnings(capture):
    """Let warnings be logged by the logger `py.warnings`, or shown again."""
    global _warnings_showwarning
    import warnings

    if capture and _warnings_showwarning is None:
        _warnings_showwarning = warnings.showwarning
        warnings.showwarning = _showwarning
    elif not capture and _warnings_showwarning is not None:
        warnings.showwarning = _warnings_showwarning
        _warnings_showwarning = None
