"""Exceptions: the hierarchy of their types, and what every exception object holds.

An exception is an Instance whose first slots have fixed meanings; the shapes of all exception types
start with them. `MEMORY_ERROR_OBJECT` and `RECURSION_ERROR_OBJECT` are constants, to be raised with
no memory left; nothing can be stored into them.
"""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from anthill.runtime.errors import preset
from anthill.typed import (
    NULL,
    Array,
    Ptr,
    Tail,
    Value,
    alloc,
    array_of,
    as_a,
    inline,
    is_small,
    items_of,
    same,
    small_int,
)
from anthill.vm.features import GROUPS, LARGE, rare
from anthill.vm.messages import message
from anthill.vm.objects import instance
from anthill.vm.objects.instance import Instance
from anthill.vm.objects.type import (
    TYPE_EXCEPTION,
    TYPE_GROUP,
    TYPE_INSTANCES,
    Type,
    builtin_type,
    host_object,
    is_subtype,
    type_of,
    when_filled,
    when_ready,
)

if TYPE_CHECKING:
    from anthill.vm.objects.instance import Shape
    from anthill.vm.objects.module import Module
    from anthill.vm.objects.tuple import Tuple
    from anthill.vm.writer import Writer

ARGS = 0
"""Slot: the tuple of arguments."""
TRACEBACK = 1
"""Slot: a list of (code, line) pairs, innermost first, or a Traceback, or NULL."""
CAUSE = 2
"""Slot: what `from` gave, None after `from None`, NULL without."""
CONTEXT = 3
"""Slot: the exception that was being handled, or NULL."""
DETAILS = 4
"""Slot of large boards: the tuple that stands for the arguments in the message and in attributes
that tell one of them, once such an attribute was set; else NULL."""
FIXED_SLOTS: int = 5 if LARGE else 4


def exception_type(
    title: str, base: Type | None = None, owner: Module | None = None, known: bool = True
) -> Type:
    """A built-in exception type of a module, of `builtins` unless told, at build time; nobody
    finds it there when it is not known."""
    kind = builtin_type(title, None, base, TYPE_EXCEPTION | TYPE_INSTANCES)
    kind.slots = FIXED_SLOTS

    def fill() -> None:
        kind.shape = instance.root_shape(kind, FIXED_SLOTS, True)

    when_ready(fill)
    if known:
        (module.BUILTINS if owner is None else owner).define(title, kind)
    return kind


def new_exception(kind: Type, message: Value) -> Instance:
    """An exception of a built-in type with one argument, or none when `message` is NULL."""
    shape = type_object.shape_of(kind)
    assert shape is not None
    result = new_bare_exception(kind, shape)
    if message is NULL:
        result.slots[ARGS] = tuple_object.EMPTY_TUPLE
    else:
        args = alloc_tuple(1)
        args.items[0] = message
        result.slots[ARGS] = args
    return result


def alloc_tuple(count: int) -> Tuple:
    """A tuple to be filled at once."""
    return alloc(tuple_object.Tuple, count)


def new_bare_exception(kind: Type, shape: Shape) -> Instance:
    """An exception with empty slots, one more than are fixed, which may become the overflow."""
    slots = int(kind.slots)
    return instance.new_instance(shape, slots if slots > FIXED_SLOTS else FIXED_SLOTS + 1)


def is_exception(value: Value) -> bool:
    """Whether the Value is an exception object."""
    return isinstance(value, Instance) and value.shape.owner.flags & TYPE_EXCEPTION != 0


def is_exception_type(value: Value) -> bool:
    """Whether the Value is an exception type."""
    return isinstance(value, Type) and value.flags & TYPE_EXCEPTION != 0


def is_preset(error: Value) -> bool:
    """Whether the exception is a constant."""
    return same(error, MEMORY_ERROR_OBJECT) or same(error, RECURSION_ERROR_OBJECT)


def args_of(error: Instance) -> Tuple:
    """The arguments of an exception."""
    return as_a(tuple_object.Tuple, error.slots[ARGS])


@inline
def details_of(error: Instance) -> Tuple:
    """The arguments, some of them perhaps replaced by setting attributes."""
    if LARGE and error.slots[DETAILS] is not NULL:
        return as_a(tuple_object.Tuple, error.slots[DETAILS])
    return args_of(error)


def set_detail(error: Instance, index: int, value: Value) -> None:
    """Set the attribute that tells the argument at an index."""
    if not is_preset(error):
        error.slots[DETAILS] = with_item(details_of(error), index, value)


def with_item(old: Tuple, index: int, value: Value) -> Tuple:
    """A copy of a tuple with another item, None for NULL; the tuple may be too short for it."""
    count = len(old.items)
    made = alloc_tuple(max(count, index + 1))
    for number in range(len(made.items)):
        made.items[number] = old.items[number] if number < count else singletons.NONE
    made.items[index] = singletons.NONE if value is NULL else value
    return made


def exit_code(error: Value) -> Value:
    """The first argument of a SystemExit, NULL without."""
    args = details_of(as_a(Instance, error))
    return args.items[0] if len(args.items) > 0 else NULL


def is_kind(error: Value, kind: Type) -> bool:
    """Whether an exception is an instance of an exception type."""
    return is_subtype(type_of(error), kind)


def words_of(error: Instance) -> Tuple:
    """The arguments or what stands for them in the message."""
    details = details_of(error)
    if len(details.items) > 1 and details.items[1] is singletons.NONE:
        return args_of(error)
    if is_kind(error, STOP_ITERATION) or is_kind(error, SYSTEM_EXIT):
        return args_of(error)
    return details


def write_message(error: Instance, out: Writer) -> None:
    """Write `str(error)`."""
    args = words_of(error) if LARGE else args_of(error)
    count = len(args.items)
    if count == 1 and not is_kind(error, KEY_ERROR):
        operations.write_str(args.items[0], out)
    elif count == 1:
        operations.write_repr(args.items[0], out)
    elif count >= 4 and is_kind(error, UNICODE_ERROR):
        codecs.write_reason(args, out)
    elif count == 2 and is_kind(error, SYNTAX_ERROR):
        operations.write_str(args.items[0], out)
        write_syntax_place(error, out)
    elif count >= 2 and is_kind(error, OS_ERROR):
        out.write_message(message("[Errno "))
        operations.write_str(args.items[0], out)
        out.write_message(message("] "))
        operations.write_str(args.items[1], out)
        if count > 2:
            out.write_message(message(": "))
            operations.write_repr(args.items[2], out)
    elif count > 1:
        operations.write_repr(args, out)


def shown_args(error: Instance) -> Tuple:
    """The arguments of an exception; the file of an OSError is none of them."""
    args = args_of(error)
    if LARGE and 2 < len(args.items) <= 5 and is_kind(error, OS_ERROR):
        return tuple_object.new_tuple(items_of(args.items), 2)
    return args


def write_constructor(error: Instance, out: Writer) -> None:
    """Write `repr(error)`."""
    args = shown_args(error)
    type_object.write_name(type_of(error), out)
    if len(args.items) == 1:
        out.write_char(ord("("))
        operations.write_repr(args.items[0], out)
        out.write_char(ord(")"))
    else:
        operations.write_repr(args, out)


# Modules of an import cycle: only functions use their names.
from anthill.vm import operations  # noqa: E402
from anthill.vm.objects import bool as bool_object  # noqa: E402
from anthill.vm.objects import builtin, module, sequence, singletons  # noqa: E402
from anthill.vm.objects import str as str_object  # noqa: E402
from anthill.vm.objects import tuple as tuple_object  # noqa: E402
from anthill.vm.objects import type as type_object  # noqa: E402
from anthill.vm.objects.str import name, text  # noqa: E402

BASE_EXCEPTION = exception_type("BaseException")
SYSTEM_EXIT = exception_type("SystemExit", BASE_EXCEPTION)
KEYBOARD_INTERRUPT = exception_type("KeyboardInterrupt", BASE_EXCEPTION)
GENERATOR_EXIT = exception_type("GeneratorExit", BASE_EXCEPTION)
EXCEPTION = exception_type("Exception", BASE_EXCEPTION)
STOP_ITERATION = exception_type("StopIteration", EXCEPTION)
STOP_ASYNC_ITERATION = exception_type("StopAsyncIteration", EXCEPTION)
ARITHMETIC_ERROR = exception_type("ArithmeticError", EXCEPTION)
OVERFLOW_ERROR = exception_type("OverflowError", ARITHMETIC_ERROR)
ZERO_DIVISION_ERROR = exception_type("ZeroDivisionError", ARITHMETIC_ERROR)
ASSERTION_ERROR = exception_type("AssertionError", EXCEPTION)
ATTRIBUTE_ERROR = exception_type("AttributeError", EXCEPTION)
BUFFER_ERROR = exception_type("BufferError", EXCEPTION)
EOF_ERROR = exception_type("EOFError", EXCEPTION)
IMPORT_ERROR = exception_type("ImportError", EXCEPTION)
MODULE_NOT_FOUND_ERROR = exception_type("ModuleNotFoundError", IMPORT_ERROR)
LOOKUP_ERROR = exception_type("LookupError", EXCEPTION)
INDEX_ERROR = exception_type("IndexError", LOOKUP_ERROR)
KEY_ERROR = exception_type("KeyError", LOOKUP_ERROR)
MEMORY_ERROR = exception_type("MemoryError", EXCEPTION)
NAME_ERROR = exception_type("NameError", EXCEPTION)
UNBOUND_LOCAL_ERROR = exception_type("UnboundLocalError", NAME_ERROR)
OS_ERROR = exception_type("OSError", EXCEPTION)
FILE_NOT_FOUND_ERROR = exception_type("FileNotFoundError", OS_ERROR)
TIMEOUT_ERROR = exception_type("TimeoutError", OS_ERROR)
if LARGE:
    BLOCKING_IO_ERROR = exception_type("BlockingIOError", OS_ERROR)
    CHILD_PROCESS_ERROR = exception_type("ChildProcessError", OS_ERROR)
    CONNECTION_ERROR = exception_type("ConnectionError", OS_ERROR)
    BROKEN_PIPE_ERROR = exception_type("BrokenPipeError", CONNECTION_ERROR)
    CONNECTION_ABORTED_ERROR = exception_type("ConnectionAbortedError", CONNECTION_ERROR)
    CONNECTION_REFUSED_ERROR = exception_type("ConnectionRefusedError", CONNECTION_ERROR)
    CONNECTION_RESET_ERROR = exception_type("ConnectionResetError", CONNECTION_ERROR)
    FILE_EXISTS_ERROR = exception_type("FileExistsError", OS_ERROR)
    INTERRUPTED_ERROR = exception_type("InterruptedError", OS_ERROR)
    IS_A_DIRECTORY_ERROR = exception_type("IsADirectoryError", OS_ERROR)
    NOT_A_DIRECTORY_ERROR = exception_type("NotADirectoryError", OS_ERROR)
    PERMISSION_ERROR = exception_type("PermissionError", OS_ERROR)
    PROCESS_LOOKUP_ERROR = exception_type("ProcessLookupError", OS_ERROR)
RUNTIME_ERROR = exception_type("RuntimeError", EXCEPTION)
NOT_IMPLEMENTED_ERROR = exception_type("NotImplementedError", RUNTIME_ERROR)
RECURSION_ERROR = exception_type("RecursionError", RUNTIME_ERROR)
SYNTAX_ERROR = exception_type("SyntaxError", EXCEPTION)
INDENTATION_ERROR = exception_type("IndentationError", SYNTAX_ERROR)
TAB_ERROR = exception_type("TabError", INDENTATION_ERROR)
TYPE_ERROR = exception_type("TypeError", EXCEPTION)
VALUE_ERROR = exception_type("ValueError", EXCEPTION)
UNICODE_ERROR = exception_type("UnicodeError", VALUE_ERROR)

BASE_EXCEPTION_GROUP = exception_type("BaseExceptionGroup", BASE_EXCEPTION, known=GROUPS)
BASE_EXCEPTION_GROUP.flags |= TYPE_GROUP
EXCEPTION_GROUP = exception_type("ExceptionGroup", BASE_EXCEPTION_GROUP, known=GROUPS)
EXCEPTION_GROUP.flags |= TYPE_GROUP
WARNING = exception_type("Warning", EXCEPTION)
if LARGE:
    SYSTEM_ERROR = exception_type("SystemError", EXCEPTION)
    REFERENCE_ERROR = exception_type("ReferenceError", EXCEPTION)
    FLOATING_POINT_ERROR = exception_type("FloatingPointError", ARITHMETIC_ERROR)
    TAB_ERROR = exception_type("TabError", INDENTATION_ERROR)
    PYTHON_FINALIZATION_ERROR = exception_type("PythonFinalizationError", RUNTIME_ERROR)
    for _title in (
        "BytesWarning DeprecationWarning EncodingWarning FutureWarning ImportWarning "
        "PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning "
        "UserWarning"
    ).split():
        exception_type(_title, WARNING)
    for _title in ("EnvironmentError", "IOError"):
        module.BUILTINS.define(_title, OS_ERROR)


def _join_group_bases() -> None:
    kinds = (BASE_EXCEPTION_GROUP, EXCEPTION)
    EXCEPTION_GROUP.bases = tuple_object.tuple_of(*kinds)
    EXCEPTION_GROUP.ancestors = tuple_object.tuple_of(
        *kinds, BASE_EXCEPTION, type_object.OBJECT_TYPE
    )


when_ready(_join_group_bases)

MEMORY_ERROR_OBJECT = host_object(Instance)
RECURSION_ERROR_OBJECT = host_object(Instance)
preset.memory_error = MEMORY_ERROR_OBJECT
preset.recursion_error = RECURSION_ERROR_OBJECT


def host_exception(made: Instance, kind: Type) -> None:
    """Make an exception without arguments, at build time."""
    assert kind.shape is not None
    made.shape, made.slots = kind.shape, Tail(Value, FIXED_SLOTS)
    made.slots[ARGS] = tuple_object.EMPTY_TUPLE


def _fill_presets() -> None:
    for obj, kind in (
        (MEMORY_ERROR_OBJECT, MEMORY_ERROR),
        (RECURSION_ERROR_OBJECT, RECURSION_ERROR),
    ):
        host_exception(obj, kind)
    RECURSION_ERROR_OBJECT.slots[ARGS] = tuple_object.tuple_of(
        text("maximum recursion depth exceeded")
    )


when_filled(_fill_presets)


@builtin.method(BASE_EXCEPTION, "__init__", variadic=True, least=1)
def exception_init(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`BaseException.__init__`: keep the arguments."""
    error = as_a(Instance, args[0])
    error.slots[ARGS] = tuple_object.new_tuple(args + 1, count - 1)
    return singletons.NONE


PLAIN_INIT: Value = NULL
"""`BaseException.__init__` as Python programs see it."""


def _find_plain_init() -> None:
    global PLAIN_INIT
    PLAIN_INIT = BASE_EXCEPTION.attributes.find_name(name("__init__"))


when_filled(_find_plain_init)


@builtin.method(BASE_EXCEPTION, "__str__")
def exception_str(self: Instance) -> Value:
    """`BaseException.__str__`."""
    out = writer.string_writer()
    write_message(self, out)
    return out.finish()


@builtin.method(BASE_EXCEPTION, "__repr__")
def exception_repr(self: Instance) -> Value:
    """`BaseException.__repr__`."""
    out = writer.string_writer()
    write_constructor(self, out)
    return out.finish()


def slot_or_none(error: Instance, slot: int) -> Value:
    """One of the fixed slots, None when it is empty."""
    found = error.slots[slot]
    return found if found is not NULL else singletons.NONE


@builtin.getter(BASE_EXCEPTION, "args")
def exception_args(self: Instance) -> Value:
    """`BaseException.args`."""
    return shown_args(self)


@builtin.setter(BASE_EXCEPTION, "args")
def set_exception_args(self: Instance, value: Value) -> None:
    """`BaseException.args = value`."""
    if value is not NULL and not is_preset(self):
        self.slots[ARGS] = sequence.tuple_from(value)


@builtin.method(BASE_EXCEPTION, "with_traceback")
def exception_with_traceback(self: Instance, value: Value) -> Value:
    """`BaseException.with_traceback`."""
    set_traceback(self, value)
    return self


def traceback_of(error: Instance) -> Value:
    """`error.__traceback__`."""
    found = trace.traceback_of(error.slots[TRACEBACK])
    if found is NULL:
        return singletons.NONE
    if not is_preset(error):
        error.slots[TRACEBACK] = found
    return found


def set_traceback(error: Instance, value: Value) -> None:
    """`error.__traceback__ = value`."""
    kept = trace.checked(value)
    if not is_preset(error):
        error.slots[TRACEBACK] = kept


@builtin.method(BASE_EXCEPTION, "add_note")
def exception_add_note(self: Instance, note: Value) -> Value:
    """`BaseException.add_note`."""
    if not isinstance(note, str_object.Str):
        raise errors.type_error_with(message("note must be a str, not '%t'"), note, NULL)
    notes = operations.find_attribute(self, name("__notes__"))
    if notes is NULL:
        notes = list_object.new_list(1)
        operations.set_attribute(self, name("__notes__"), notes)
    if not isinstance(notes, list_object.List):
        raise errors.type_error(message("Cannot add note: __notes__ is not a list"))
    notes.append(note)
    return singletons.NONE


def set_link(error: Instance, slot: int, value: Value, reason: int) -> None:
    """Set the cause or context of an exception; None is no exception."""
    if value is NULL:
        raise errors.type_error(message("this attribute may not be deleted"))
    if value is not singletons.NONE and not is_exception(value):
        raise errors.type_error(reason)
    if not is_preset(error):
        error.slots[slot] = value


@builtin.getter(BASE_EXCEPTION, "__suppress_context__")
def exception_suppress_context(self: Instance) -> Value:
    """`BaseException.__suppress_context__`."""
    return bool_object.to_bool(self.slots[CAUSE] is not NULL)


@builtin.setter(BASE_EXCEPTION, "__suppress_context__")
def set_suppress_context(self: Instance, value: Value) -> None:
    """`BaseException.__suppress_context__ = value`; a cause suppresses the context in any case."""
    cause = self.slots[CAUSE]
    if (cause is NULL or cause is singletons.NONE) and not is_preset(self):
        self.slots[CAUSE] = singletons.NONE if operations.truth(value) else NULL


@builtin.getter(BASE_EXCEPTION, "__cause__")
def exception_cause(self: Instance) -> Value:
    """`BaseException.__cause__`."""
    return slot_or_none(self, CAUSE)


@builtin.setter(BASE_EXCEPTION, "__cause__")
def set_cause(self: Instance, value: Value) -> None:
    """`BaseException.__cause__ = value`."""
    reason = message("exception cause must be None or derive from BaseException")
    set_link(self, CAUSE, value, reason)


@builtin.getter(BASE_EXCEPTION, "__context__")
def exception_context(self: Instance) -> Value:
    """`BaseException.__context__`."""
    return slot_or_none(self, CONTEXT)


@builtin.setter(BASE_EXCEPTION, "__context__")
def set_context(self: Instance, value: Value) -> None:
    """`BaseException.__context__ = value`."""
    reason = message("exception context must be None or derive from BaseException")
    set_link(self, CONTEXT, value, reason)
    if value is singletons.NONE and not is_preset(self):
        self.slots[CONTEXT] = NULL


@builtin.getter(BASE_EXCEPTION, "__traceback__")
def exception_traceback(self: Instance) -> Value:
    """`BaseException.__traceback__`."""
    return traceback_of(self)


@builtin.setter(BASE_EXCEPTION, "__traceback__")
def set_exception_traceback(self: Instance, value: Value) -> None:
    """`BaseException.__traceback__ = value`."""
    if value is NULL:
        raise errors.type_error(message("__traceback__ may not be deleted"))
    set_traceback(self, value)


def first_argument(error: Instance) -> Value:
    """The first argument, None without."""
    args = details_of(error)
    return args.items[0] if len(args.items) > 0 else singletons.NONE


def write_syntax_place(error: Instance, out: Writer) -> None:
    """Write ` (file, line n)` behind the message of a SyntaxError, as far as it is known."""
    file = syntax_detail(error, 0)
    line = syntax_detail(error, 1)
    if isinstance(file, str_object.Str):
        out.write_message(message(" ("))
        start = len(file.data)
        while start > 0 and file.data[start - 1] != ord("/"):
            start -= 1
        out.write_text(str_object.substring(file, start, len(file.data)))
        out.write_message(message(", line "))
        operations.write_str(line, out)
        out.write_char(ord(")"))
    elif line is not singletons.NONE:
        out.write_message(message(" (line "))
        operations.write_str(line, out)
        out.write_char(ord(")"))


def syntax_detail(error: Instance, index: int) -> Value:
    """One of (file, line, column, text) of a SyntaxError, None without."""
    args = details_of(error)
    if len(args.items) == 2:
        place = args.items[1]
        if isinstance(place, tuple_object.Tuple) and len(place.items) > index:
            return place.items[index]
    return singletons.NONE


def set_syntax_detail(error: Instance, index: int, value: Value) -> None:
    """Set the attribute that tells one of these."""
    own = details_of(error)
    place = tuple_object.EMPTY_TUPLE
    if len(own.items) == 2 and isinstance(own.items[1], tuple_object.Tuple):
        place = as_a(tuple_object.Tuple, own.items[1])
    set_detail(error, 1, with_item(place, index, value))


@builtin.getter(SYNTAX_ERROR, "filename")
def syntax_filename(self: Instance) -> Value:
    """`SyntaxError.filename`."""
    return syntax_detail(self, 0)


@rare(builtin.setter(SYNTAX_ERROR, "filename"))
def set_syntax_filename(self: Instance, value: Value) -> None:
    """`SyntaxError.filename = value`."""
    set_syntax_detail(self, 0, value)


@builtin.getter(SYNTAX_ERROR, "lineno")
def syntax_line(self: Instance) -> Value:
    """`SyntaxError.lineno`."""
    return syntax_detail(self, 1)


@rare(builtin.setter(SYNTAX_ERROR, "lineno"))
def set_syntax_line(self: Instance, value: Value) -> None:
    """`SyntaxError.lineno = value`."""
    set_syntax_detail(self, 1, value)


@builtin.getter(SYNTAX_ERROR, "offset")
def syntax_column(self: Instance) -> Value:
    """`SyntaxError.offset`."""
    return syntax_detail(self, 2)


@rare(builtin.setter(SYNTAX_ERROR, "offset"))
def set_syntax_column(self: Instance, value: Value) -> None:
    """`SyntaxError.offset = value`."""
    set_syntax_detail(self, 2, value)


@rare(builtin.getter(SYNTAX_ERROR, "text"))
def syntax_text(self: Instance) -> Value:
    """`SyntaxError.text`."""
    return syntax_detail(self, 3)


@rare(builtin.setter(SYNTAX_ERROR, "text"))
def set_syntax_text(self: Instance, value: Value) -> None:
    """`SyntaxError.text = value`."""
    set_syntax_detail(self, 3, value)


@rare(builtin.getter(SYNTAX_ERROR, "end_lineno"))
def syntax_end_line(self: Instance) -> Value:
    """`SyntaxError.end_lineno`."""
    return syntax_detail(self, 4)


@rare(builtin.setter(SYNTAX_ERROR, "end_lineno"))
def set_syntax_end_line(self: Instance, value: Value) -> None:
    """`SyntaxError.end_lineno = value`."""
    set_syntax_detail(self, 4, value)


@rare(builtin.getter(SYNTAX_ERROR, "end_offset"))
def syntax_end_column(self: Instance) -> Value:
    """`SyntaxError.end_offset`."""
    return syntax_detail(self, 5)


@rare(builtin.setter(SYNTAX_ERROR, "end_offset"))
def set_syntax_end_column(self: Instance, value: Value) -> None:
    """`SyntaxError.end_offset = value`."""
    set_syntax_detail(self, 5, value)


@rare(builtin.getter(SYNTAX_ERROR, "print_file_and_line"))
def syntax_print(self: Instance) -> Value:
    """`SyntaxError.print_file_and_line`, which means nothing any more."""
    return singletons.NONE


builtin.getter(SYNTAX_ERROR, "msg")(first_argument)
builtin.getter(STOP_ITERATION, "value")(first_argument)
builtin.getter(SYSTEM_EXIT, "code")(first_argument)


def set_first_argument(self: Instance, value: Value) -> None:
    """Set the attribute that tells the first argument."""
    set_detail(self, 0, value)


rare(builtin.setter(SYNTAX_ERROR, "msg"))(set_first_argument)
rare(builtin.setter(STOP_ITERATION, "value"))(set_first_argument)
rare(builtin.setter(SYSTEM_EXIT, "code"))(set_first_argument)


def os_detail(error: Instance, index: int) -> Value:
    """One of (errno, strerror, filename) of an OSError, None without."""
    args = details_of(error)
    count = len(args.items)
    return args.items[index] if count >= 2 and index < count else singletons.NONE


def set_os_detail(error: Instance, index: int, value: Value) -> None:
    """Set the attribute that tells one of these."""
    own = details_of(error)
    if len(own.items) < 2:
        own = with_item(with_item(own, 1, NULL), 0, NULL)
    if not is_preset(error):
        error.slots[DETAILS] = with_item(own, index, value)


@builtin.getter(OS_ERROR, "errno")
def os_errno(self: Instance) -> Value:
    """`OSError.errno`."""
    return os_detail(self, 0)


@rare(builtin.setter(OS_ERROR, "errno"))
def set_os_errno(self: Instance, value: Value) -> None:
    """`OSError.errno = value`."""
    set_os_detail(self, 0, value)


@rare(builtin.getter(OS_ERROR, "strerror"))
def os_strerror(self: Instance) -> Value:
    """`OSError.strerror`."""
    return os_detail(self, 1)


@rare(builtin.setter(OS_ERROR, "strerror"))
def set_os_strerror(self: Instance, value: Value) -> None:
    """`OSError.strerror = value`."""
    set_os_detail(self, 1, value)


@rare(builtin.getter(OS_ERROR, "filename"))
def os_filename(self: Instance) -> Value:
    """`OSError.filename`."""
    return os_detail(self, 2)


@rare(builtin.setter(OS_ERROR, "filename"))
def set_os_filename(self: Instance, value: Value) -> None:
    """`OSError.filename = value`."""
    set_os_detail(self, 2, value)


def os_kind(number: Value) -> Type:
    """The kind of OSError for a number."""
    code = small_int(number) if is_small(number) else 0
    for index in range(len(OS_KINDS)):
        if OS_NUMBERS[index] == code:
            return OS_KINDS[index]
    return OS_ERROR


_OS_KINDS = [(errno.ENOENT, FILE_NOT_FOUND_ERROR)]
if LARGE:
    _OS_KINDS += [
        (errno.EAGAIN, BLOCKING_IO_ERROR),
        (errno.EALREADY, BLOCKING_IO_ERROR),
        (errno.EINPROGRESS, BLOCKING_IO_ERROR),
        (errno.ECHILD, CHILD_PROCESS_ERROR),
        (errno.EPIPE, BROKEN_PIPE_ERROR),
        (errno.ESHUTDOWN, BROKEN_PIPE_ERROR),
        (errno.ECONNABORTED, CONNECTION_ABORTED_ERROR),
        (errno.ECONNREFUSED, CONNECTION_REFUSED_ERROR),
        (errno.ECONNRESET, CONNECTION_RESET_ERROR),
        (errno.EEXIST, FILE_EXISTS_ERROR),
        (errno.EINTR, INTERRUPTED_ERROR),
        (errno.EISDIR, IS_A_DIRECTORY_ERROR),
        (errno.ENOTDIR, NOT_A_DIRECTORY_ERROR),
        (errno.EACCES, PERMISSION_ERROR),
        (errno.EPERM, PERMISSION_ERROR),
        (errno.ESRCH, PROCESS_LOOKUP_ERROR),
        (errno.ETIMEDOUT, TIMEOUT_ERROR),
    ]
OS_NUMBERS: bytes = bytes(number for number, _ in _OS_KINDS)
OS_KINDS: Array[Type] = array_of(Type, len(_OS_KINDS))
OS_KINDS.storage[:] = [kind for _, kind in _OS_KINDS]

if LARGE:
    builtin.getter(IMPORT_ERROR, "msg")(first_argument)
    builtin.setter(IMPORT_ERROR, "msg")(set_first_argument)
    for _title in ("name", "path", "name_from"):
        type_object.define(IMPORT_ERROR, _title, singletons.NONE)


@rare(
    builtin.method(IMPORT_ERROR, "__init__", variadic=True, least=1, keywords="name path name_from")
)
def import_error_init(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`ImportError.__init__`."""
    if keywords[0] is not NULL:
        operations.set_attribute(args[0], name("name"), keywords[0])
    if keywords[1] is not NULL:
        operations.set_attribute(args[0], name("path"), keywords[1])
    if keywords[2] is not NULL:
        operations.set_attribute(args[0], name("name_from"), keywords[2])
    return exception_init(args, count, keywords)


if LARGE:
    type_object.define(ATTRIBUTE_ERROR, "name", singletons.NONE)
    type_object.define(ATTRIBUTE_ERROR, "obj", singletons.NONE)
    type_object.define(NAME_ERROR, "name", singletons.NONE)


@rare(builtin.method(ATTRIBUTE_ERROR, "__init__", variadic=True, least=1, keywords="name obj"))
@rare(builtin.method(NAME_ERROR, "__init__", variadic=True, least=1, keywords="name"))
def named_error_init(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`AttributeError.__init__`, `NameError.__init__`."""
    if keywords[0] is not NULL:
        operations.set_attribute(args[0], name("name"), keywords[0])
    if is_kind(args[0], ATTRIBUTE_ERROR) and keywords[1] is not NULL:
        operations.set_attribute(args[0], name("obj"), keywords[1])
    return exception_init(args, count, keywords)


from anthill.vm import errors, writer  # noqa: E402
from anthill.vm.objects import codecs, trace  # noqa: E402
from anthill.vm.objects import list as list_object  # noqa: E402
