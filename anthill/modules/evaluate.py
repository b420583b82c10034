"""`exec`, `eval`, `compile`, and `__import__`: code that a program makes while it runs."""

from __future__ import annotations

from anthill.runtime.errors import PyError
from anthill.typed import NULL, Array, Ptr, Value, small
from anthill.vm import errors, operations
from anthill.vm.compiler import compiler
from anthill.vm.compiler.bytecode import CODE_BY_NAME, CODE_CLASS_BODY
from anthill.vm.compiler.reader import MemoryReader
from anthill.vm.features import LARGE, rare
from anthill.vm.interpreter import cache, imports, run, scopes
from anthill.vm.messages import message
from anthill.vm.objects import codecs, exception, singletons, strings
from anthill.vm.objects import int as int_object
from anthill.vm.objects.builtin import function
from anthill.vm.objects.bytes import Buffer
from anthill.vm.objects.code import Code
from anthill.vm.objects.dict import Dict
from anthill.vm.objects.function import new_function
from anthill.vm.objects.instance import Instance
from anthill.vm.objects.module import BUILTINS
from anthill.vm.objects.str import Str, equal, intern, name, text
from anthill.vm.objects.type import lookup

KNOWN_FLAGS = 0x1FE2310
"""Of `compile`: those of `__future__`, which change nothing."""
LARGEST_LEVEL = 2
"""Of optimisation."""


@function(BUILTINS, "exec", variadic=True, least=1, most=3, keywords="globals locals")
def builtin_exec(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`exec(source, globals=None, locals=None)`."""
    evaluate(args, count, keywords, compiler.EXEC)
    return singletons.NONE


@function(BUILTINS, "eval", variadic=True, least=1, most=3, keywords="globals locals")
def builtin_eval(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`eval(source, globals=None, locals=None)`: the value of an expression."""
    return evaluate(args, count, keywords, compiler.EVAL)


def evaluate(args: Ptr[Value], count: int, keywords: Ptr[Value], mode: int) -> Value:
    """Run source or code with the namespaces given."""
    space = chosen(args[1] if count > 1 else keywords[0])
    names = chosen(args[2] if count > 2 else keywords[1])
    if space is NULL:
        if names is NULL:
            names = scopes.current_locals()
        space = scopes.current_globals()
    elif not isinstance(space, Dict):
        if not LARGE or mode == compiler.EVAL:
            raise errors.type_error(message("globals must be a dict"))
        raise errors.type_error_with(message("exec() globals must be a dict, not %t"), space, NULL)
    if names is NULL:
        names = space
    elif not is_mapping(names):
        if not LARGE or mode == compiler.EVAL:
            raise errors.type_error(message("locals must be a mapping"))
        raise errors.type_error_with(
            message("locals must be a mapping or None, not %t"), names, NULL
        )
    assert isinstance(space, Dict)
    note_builtins(space)
    return run_source(args[0], space, names, mode)


def is_mapping(value: Value) -> bool:
    """Whether a value can hold variables."""
    if isinstance(value, Dict):
        return True
    return (
        isinstance(value, Instance) and lookup(value.shape.owner, name("__getitem__")) is not NULL
    )


def chosen(value: Value) -> Value:
    """An argument for which None means that it is missing."""
    return NULL if value is singletons.NONE else value


def note_builtins(space: Dict) -> None:
    """Give a namespace its `__builtins__`, as programs expect; one that has others is obeyed."""
    cache.expose_globals()
    own = space.find_name(name("__builtins__"))
    if own is NULL:
        space.store(name("__builtins__"), BUILTINS)
    elif own is not BUILTINS:
        cache.cache.own_builtins = True


def run_source(source: Value, space: Dict, names: Value, mode: int) -> Value:
    """Run source or code."""
    if isinstance(source, Code):
        if source.captures:
            if not LARGE or mode == compiler.EVAL:
                raise errors.type_error(
                    message("code object passed to eval() may not contain free variables")
                )
            raise errors.type_error_with(
                message("code object requires a closure of exactly length %d"),
                small(int(source.captures)),
                NULL,
            )
        if not source.flags & (CODE_BY_NAME | CODE_CLASS_BODY):
            return operations.call0(new_function(source, space))
        return run.run_by_name(source, space, names)
    wanted = message("eval() arg 1 must be a string, bytes or code object")
    if LARGE and mode == compiler.EXEC:
        wanted = message("exec() arg 1 must be a string, bytes or code object")
    code = compile_text(source, mode, text("<string>"), wanted)
    return run.run_by_name(code, space, names)


def decoded(source: Buffer) -> Str:
    """Source in UTF-8, on large boards perhaps with a mark of that in front; SyntaxError."""
    start = strings.data_of(source)
    size = strings.size_of(source)
    if not LARGE:
        return codecs.decode(start, size, NULL, NULL)
    if size >= 3 and start[0] == 0xEF and start[1] == 0xBB and start[2] == 0xBF:
        start = start + 3
        size -= 3
    try:
        return codecs.decode(start, size, NULL, NULL)
    except PyError as error:
        if not exception.is_kind(error.value, exception.VALUE_ERROR):
            raise
        reason = operations.str_text(error.value)
    raise errors.error_with(exception.SYNTAX_ERROR, message("(unicode error) %s"), reason, NULL)


def compile_text(source: Value, mode: int, file: Str, wanted: int) -> Code:
    """The code for a source; TypeError with `wanted` when it is neither text nor bytes."""
    if isinstance(source, Buffer):
        source = decoded(source)
    if not isinstance(source, Str):
        raise errors.type_error(wanted)
    at = 0
    for index in range(len(source.data)):
        if source.data[index] == 0:
            reason = message("source code string cannot contain null bytes")
            raise errors.plain_error(exception.SYNTAX_ERROR, reason)
    if mode & compiler.EVAL:
        while at < len(source.data) and source.data[at] in (ord(" "), ord("\t")):
            at += 1
    return compiler.compile_source(MemoryReader(source, at), mode | compiler.BY_NAME, file)


def compile_code(source: Value, file: Value, mode: Value) -> Value:
    """`compile(source, filename, mode)`, which is all that small boards have."""
    wanted = message("compile() arg 1 must be a string, bytes or AST object")
    title = file_name(file)
    return compile_text(source, mode_number(mode), title, wanted)


if not LARGE:
    function(BUILTINS, "compile", keywords="source filename mode")(compile_code)


@rare(
    function(
        BUILTINS,
        "compile",
        variadic=True,
        most=6,
        keywords="source filename mode flags dont_inherit optimize",
    )
)
def builtin_compile(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1)`."""
    source = required(args, count, keywords, 0)
    file = required(args, count, keywords, 1)
    mode = required(args, count, keywords, 2)
    flags = argument(args, count, keywords, 3)
    level = argument(args, count, keywords, 5)
    if flags is not NULL and int_object.index_value(flags) & ~KNOWN_FLAGS:
        raise errors.value_error(message("compile(): unrecognised flags"))
    if level is not NULL and not -1 <= int_object.index_value(level) <= LARGEST_LEVEL:
        raise errors.value_error(message("compile(): invalid optimize value"))
    return compile_code(source, file, mode)


def argument(args: Ptr[Value], count: int, keywords: Ptr[Value], index: int) -> Value:
    """An argument given by place or by name; NULL when missing."""
    if index < count and keywords[index] is not NULL:
        raise errors.type_error_with(
            message("argument %d given by name and by position"), small(index + 1), NULL
        )
    return args[index] if index < count else keywords[index]


PARAMETERS: Array[Str] = Array(Str, 3)
"""The parameters of `compile` that must be given."""
for _index, _title in enumerate(("source", "filename", "mode")):
    PARAMETERS[_index] = name(_title)


def required(args: Ptr[Value], count: int, keywords: Ptr[Value], index: int) -> Value:
    """An argument that must be there."""
    value = argument(args, count, keywords, index)
    if value is NULL:
        raise errors.type_error_with(
            message("compile() missing required argument '%s' (pos %d)"),
            PARAMETERS[index],
            small(index + 1),
        )
    return value


def file_name(value: Value) -> Str:
    """The name of a source; it need not be that of a file."""
    if LARGE and isinstance(value, Buffer):
        return codecs.decode(strings.data_of(value), strings.size_of(value), NULL, NULL)
    if not isinstance(value, Str):
        raise errors.type_error_with(
            message("expected str, bytes or os.PathLike object, not %t"), value, NULL
        )
    return value


def mode_number(mode: Value) -> int:
    """What the mode `exec`, `eval` or `single` is to the compiler."""
    if isinstance(mode, Str):
        if equal(mode, name("exec")):
            return compiler.EXEC
        if equal(mode, name("eval")):
            return compiler.EVAL
        if equal(mode, name("single")):
            return compiler.SINGLE
    raise errors.value_error(message("compile() mode must be 'exec', 'eval' or 'single'"))


@rare(
    function(
        BUILTINS,
        "__import__",
        variadic=True,
        most=5,
        keywords="name globals locals fromlist level",
    )
)
def builtin_import(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`__import__(name, globals=None, locals=None, fromlist=(), level=0)`."""
    title = argument(args, count, keywords, 0)
    if title is NULL:
        raise errors.type_error(message("__import__() missing required argument 'name' (pos 1)"))
    names = argument(args, count, keywords, 3)
    level = argument(args, count, keywords, 4)
    dots = 0 if level is NULL else int_object.index_value(level)
    if dots < 0:
        raise errors.value_error(message("level must be >= 0"))
    return imported(title, argument(args, count, keywords, 1), names, dots)


def import_named(title: Value, space: Value, _: Value, names: Value) -> Value:
    """`__import__(name, globals=None, locals=None, fromlist=())`, without `level`."""
    return imported(title, space, names, 0)


if not LARGE:
    function(BUILTINS, "__import__", required=1, keywords="name globals locals fromlist")(
        import_named
    )


def imported(title: Value, space: Value, names: Value, dots: int) -> Value:
    """A module, or the one that its dotted name begins with."""
    if not isinstance(title, Str):
        raise errors.type_error(message("module name must be a string"))
    if dots == 0 and len(title.data) == 0:
        raise errors.value_error(message("Empty module name"))
    if names is NULL or not operations.truth(names):
        names = singletons.NONE
    loaded = imports.import_name(intern(title), names, dots, space)
    if names is not singletons.NONE:
        imports.load_submodules(loaded, names)
    return loaded
