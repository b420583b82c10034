"""The instructions that are rare enough not to be in the loop itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime import stack as room
from anthill.runtime.errors import PyError
from anthill.runtime.heap import stack
from anthill.typed import (
    NULL,
    Ptr,
    Value,
    as_a,
    cold,
    copy_items,
    is_small,
    items_of,
    noinline,
    small_int,
    u8,
)
from anthill.typed.extended import is_exactly
from anthill.vm import errors, format, operations
from anthill.vm.compiler.bytecode import (
    CODE_BY_NAME,
    CODE_CLASS_BODY,
    GENERIC_ALIAS,
    GENERIC_BOUND,
    STARRED,
    Op,
    length_of,
)
from anthill.vm.features import GROUPS, LARGE, PATTERNS, SETS, SUBTYPES
from anthill.vm.interpreter import (
    attributes,
    cache,
    classes,
    closures,
    console,
    frames,
    imports,
    matching,
    slow,
    unwind,
)
from anthill.vm.interpreter.state import vm
from anthill.vm.messages import message
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import (
    coroutine,
    dict_views,
    exception,
    function,
    generator,
    generic,
    instance,
    module,
    sequence,
    singletons,
)
from anthill.vm.objects import dict as dict_object
from anthill.vm.objects import list as list_object
from anthill.vm.objects import set as set_object
from anthill.vm.objects import slice as slice_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.code import Code
from anthill.vm.objects.str import Str, name

if GROUPS:
    from anthill.vm.objects import exception_group

if TYPE_CHECKING:
    from anthill.vm.objects.dict import Dict
    from anthill.vm.objects.instance import Instance


@noinline
def execute(pc: Ptr[u8]) -> None:
    """Run one instruction; `vm.pc` and `vm.regs` say where the loop goes on."""
    regs = vm.regs
    target = regs + pc[1]
    next = pc + length_of(int(pc[0]))
    match pc[0]:
        case Op.NOT:
            target[0] = bool_object.to_bool(not operations.truth(slow.read(pc[2])))
        case Op.NEG | Op.POS | Op.INVERT:
            target[0] = operations.unary(int(pc[0]), slow.read(pc[2]))
        case Op.ITER:
            target[0] = operations.iterate(slow.read(pc[2]))
        case Op.CALL_KW | Op.CALL_METHOD_KW:
            enter_keyword_call(pc, 0)
            return
        case Op.CALL_STAR:
            call_star(target, next)
            return
        case Op.JUMP_UNLESS_MATCH:
            if not matches(target[0], slow.read(pc[2])):
                next += slow.jump(pc + 3)
        case Op.JUMP_UNLESS_REASON:
            reason = target[0]
            if not is_small(reason) or small_int(reason) != pc[2]:
                next += slow.jump(pc + 3)
        case Op.BEGIN_HANDLER:
            begin_handler(target)
        case Op.END_HANDLER:
            end_handler(regs, target[1])
        case Op.RERAISE | Op.END_FINALLY:
            vm.raising_again = True
            raise PyError(target[0])
        case Op.RAISE:
            raise PyError(unwind.forget_context(exception_of(slow.read(pc[1]))))
        case Op.BUILD_SLICE:
            source = regs + pc[2]
            target[0] = slice_object.Slice(source[0], source[1], source[2])
        case Op.BUILD_TUPLE:
            target[0] = tuple_object.new_tuple(regs + pc[2], int(pc[3]))
        case Op.BUILD_LIST:
            target[0] = list_object.list_from(regs + pc[2], int(pc[3]))
        case Op.BUILD_DICT:
            target[0] = dict_object.new_dict(int(pc[2]))
        case Op.LIST_APPEND:
            as_a(list_object.List, target[0]).append(slow.read(pc[2]))
        case Op.SET_ADD:
            if SETS:
                as_a(set_object.Set, target[0]).put(slow.read(pc[2]))
        case Op.BUILD_STRING:
            target[0] = str_object.join_items(name(""), regs + pc[2], int(pc[3]))
        case Op.FORMAT:
            target[0] = formatted(slow.read(pc[2]), regs + pc[2], int(pc[3]))
        case Op.UNPACK:
            sequence.unpack(slow.read(pc[2]), target, int(pc[3]))
        case _:
            seldom(pc)
            return
    vm.pc = next


def enter_keyword_call(at: Ptr[u8], high: int) -> None:
    """CALL_KW, CALL_METHOD_KW."""
    regs = vm.regs
    target = regs + at[1]
    count = int(at[2])
    names = as_a(tuple_object.Tuple, frames.code_of(regs).constants[high | at[3]])
    if at[0] == Op.CALL_METHOD_KW:
        count = slow.method_arguments(target, count, count + len(names.items))
    slow.enter_call(target, count, names, at + 4)


@noinline
def seldom(pc: Ptr[u8]) -> None:
    """As `execute`: one of the instructions that most loops are without. As compact code it is
    read from its beginning to the case: what programs use most comes first."""
    regs = vm.regs
    at = pc
    high = 0
    if pc[0] == Op.WIDE:
        high = int(pc[1]) << 8
        at = pc + 2
    target = regs + at[1]
    constants = frames.code_of(regs).constants
    next = at + length_of(int(at[0]))
    jumps = False
    match at[0]:
        case Op.ASYNC:
            coroutine.prepare(at, regs)
        case Op.STORE_NAME:
            store_name(constants[high | at[2]], slow.read(at[1]))
        case Op.LOAD_NAME:
            target[0] = load_name(constants[high | at[2]])
        case Op.STORE_GLOBAL:
            slow.store_global(constants[high | at[2]], slow.read(at[1]))
        case Op.DELETE_ITEM:
            operations.delete_item(slow.read(at[1]), slow.read(at[2]))
        case Op.CLOSE:
            closures.close(target)
        case Op.WITH_ENTER:
            with_enter(target, slow.read(at[2]))
        case Op.WITH_EXCEPT:
            with_except(target, regs[at[2]])
        case Op.LIST_TO_TUPLE:
            target[0] = sequence.tuple_from(regs[at[2]])
        case Op.BUILD_CLASS:
            build_class(regs, int(at[1]), int(at[2]), constants[high | at[3]], next)
            return
        case Op.MAKE_FUNCTION:
            make_function(target, as_a(Code, constants[high | at[2]]), int(at[3]))
        case Op.LIST_EXTEND:
            extend(as_a(list_object.List, target[0]), slow.read(at[2]))
        case Op.BUILD_SET:
            if SETS:
                made = set_object.new_set()
                for index in range(at[3]):
                    made.put(regs[at[2] + index])
                target[0] = made
        case Op.RAISE_AGAIN:
            raise raised_again()
        case Op.RAISE_FROM:
            value = unwind.forget_context(exception_of(slow.read(at[1])))
            raise PyError(caused(as_a(instance.Instance, value), slow.read(at[2])))
        case Op.IMPORT_NAME:
            title = as_a(Str, constants[high | at[3]])
            space = slow.globals_of_frame()
            target[0] = imports.import_name(title, regs[at[2]], int(at[4]), space)
        case Op.IMPORT_FROM:
            target[0] = imports.import_from(regs[at[2]], as_a(Str, constants[high | at[3]]))
        case Op.DELETE_GLOBAL:
            delete_name(slow.globals_of_frame(), constants[high | at[2]])
        case Op.DELETE_NAME:
            delete_name(namespace(), constants[high | at[2]])
        case Op.MAKE_GENERIC:
            if LARGE:
                make_generic(target, int(at[2]), constants[high | at[3]])
        case Op.STORE_ANNOTATION:
            if LARGE:
                store_annotation(constants[high | at[2]], target[0])
        case Op.DELETE_CELL:
            closures.put(closures.cell_at(regs, at[2]), NULL)
        case Op.LOAD_NAME_CELL:
            load_name_cell(at, constants[high | at[3]])
        case Op.DELETE_ATTR:
            title = as_a(Str, constants[high | at[2]])
            operations.set_attribute(slow.read(at[1]), title, NULL)
        case Op.IMPORT_STAR:
            imports.import_star(target[0], namespace())
        case Op.PRINT_EXPR:
            console.display(slow.read(at[1]))
        case Op.MATCH_GROUP | Op.JOIN_GROUPS:
            if GROUPS:
                jumps = not part_of_group(at, regs)
        case Op.MATCH_SEQUENCE | Op.MATCH_MAPPING | Op.MATCH_CLASS:
            if PATTERNS:
                jumps = not matching.match_instruction(at, regs, high)
        case Op.SET_UPDATE:
            if SETS:
                set_object.add_all(as_a(set_object.Set, target[0]), slow.read(at[2]))
        case Op.DICT_UPDATE:
            value = slow.read(at[2])
            if operations.find_attribute(value, name("keys")) is NULL:
                raise errors.type_error_with(message("'%t' object is not a mapping"), value, NULL)
            dict_views.update_from(as_a(dict_object.Dict, target[0]), value)
        case Op.DICT_MERGE:
            merge(as_a(dict_object.Dict, target[0]), slow.read(at[2]), target[-STAR_KEYWORDS])
        case Op.UNPACK_STAR:
            sequence.unpack_star(slow.read(at[2]), target, int(at[3]), int(at[4]))
        case Op.LOAD_CONST:
            target[0] = constants[high | at[2]]
        case Op.LOAD_GLOBAL:
            target[0] = slow.load_global(constants[high | at[2]])
        case Op.GET_ATTR:
            slow.get_attribute(at, constants[high | at[3]])
            if vm.regs != regs:
                return
        case Op.SET_ATTR:
            slow.set_attribute(at, constants[high | at[3]])
        case Op.LOAD_METHOD:
            slow.load_method(at, constants[high | at[3]])
        case Op.CALL_KW | Op.CALL_METHOD_KW:
            enter_keyword_call(at, high)
            return
        case _:
            raise errors.runtime_error(message("bad instruction"))
    vm.pc = next + (slow.jump(next - 2) if jumps else 0)


@noinline
def part_of_group(at: Ptr[u8], regs: Ptr[Value]) -> bool:
    """MATCH_GROUP, JOIN_GROUPS: whether there is something to handle or to raise."""
    target = regs + at[1]
    if at[0] == Op.MATCH_GROUP:
        return exception_group.match_group(target, regs + at[2], slow.read(at[3]))
    raised = as_a(list_object.List, regs[at[3]])
    target[0] = exception_group.join_groups(target[0], regs[at[2]], raised)
    return target[0] is not singletons.NONE


# Names.


def namespace() -> Value:
    """Where the variables of the running class body or module are: a dict or another mapping."""
    if frames.code_of(vm.regs).flags & (CODE_CLASS_BODY | CODE_BY_NAME):
        return vm.regs[frames.NAMESPACE]
    return slow.globals_of_frame()


def find_in(space: Value, title: Value) -> Value:
    """A variable of a namespace, NULL if it has none of this name."""
    if is_exactly(space, dict_object.Dict):
        return as_a(dict_object.Dict, space).find_name(as_a(Str, title))
    return attributes.attempt(exception.KEY_ERROR, operations.get_item, space, title)


def load_name(title: Value) -> Value:
    """A name in a class body: its own, a global or a builtin."""
    found = find_in(namespace(), title)
    return found if found is not NULL else slow.load_global(title)


def store_name(title: Value, value: Value) -> None:
    """Set a name in a class body."""
    space = namespace()
    if isinstance(space, dict_object.Dict):
        cache.forget(space, title)
    operations.set_item(space, title, value)


@noinline
def load_name_cell(at: Ptr[u8], title: Value) -> None:
    """A name in a class body: its own, else a captured variable."""
    found = find_in(namespace(), title)
    if found is NULL:
        if at[2] >= 254:
            found = slow.load_global(title)
        else:
            found = closures.get(closures.cell_at(vm.regs, at[2]))
            if found is NULL:
                raise slow.unbound_cell(at[2])
    vm.regs[at[1]] = found


def delete_name(space: Value, title: Value) -> None:
    """Remove a name; NameError if it is not there."""
    if attributes.attempt(exception.KEY_ERROR, delete_found, space, title) is NULL:
        raise errors.name_error(title)


def delete_found(space: Value, title: Value) -> Value:
    """Remove a name that is there."""
    operations.delete_item(space, title)
    return title


def make_generic(place: Ptr[Value], kind: int, title: Value) -> None:
    """MAKE_GENERIC."""
    compute = place[0]
    if isinstance(compute, function.Function) and compute.code.flags & CODE_CLASS_BODY:
        place[0] = generic.Deferred(compute, namespace())
    if kind == GENERIC_ALIAS:
        home = slow.globals_of_frame().find_name(name("__name__"))
        parameters = as_a(tuple_object.Tuple, place[1])
        place[0] = generic.new_type_alias(title, place[0], parameters, home)
    elif kind == GENERIC_BOUND:
        place[0] = generic.new_parameter(generic.TYPE_VAR, title, place[0])
    else:
        place[0] = generic.new_parameter(kind, title, NULL)


def store_annotation(title: Value, value: Value) -> None:
    """STORE_ANNOTATION: into the dict `__annotations__` of the namespace, made if need be; with
    None as name that is all."""
    found = find_in(namespace(), name("__annotations__"))
    if found is NULL:
        found = dict_object.new_dict(1)
        store_name(name("__annotations__"), found)
    if title is not singletons.NONE:
        operations.set_item(found, title, value)


# Functions and classes.


def make_function(place: Ptr[Value], code: Code, parts: int) -> None:
    """MAKE_FUNCTION."""
    made = closures.make_function(code, vm.regs)
    if parts & 1:
        function.own_extra(made).defaults = as_a(tuple_object.Tuple, place[0])
    if parts & 2:
        function.own_extra(made).keyword_defaults = as_a(dict_object.Dict, place[1])
    if parts & 4:
        function.own_extra(made).annotations = place[2]
    place[0] = made


STAR_ITEMS = 3
STAR_KEYWORDS = 4
"""Where the arguments of CALL_STAR are, behind what is called."""


def call_star(place: Ptr[Value], next: Ptr[u8]) -> None:
    """CALL_STAR: spread the arguments and call."""
    positional = spread_items(place)
    keywords = place[STAR_KEYWORDS]
    count = len(positional.items)
    stack.top = place + (STAR_KEYWORDS + 1)
    if keywords is NULL:
        room.reserve(count)
        copy_items(place + 3, items_of(positional.items), count)
        stack.top = place + (3 + count)
        slow.enter_call(place, count, None, next)
        return
    table = as_a(dict_object.Dict, keywords)
    names = exception.alloc_tuple(table.count)
    room.reserve(count + table.count)
    copy_items(place + 3, items_of(positional.items), count)
    classes.spread_dict(table, place + (3 + count), names)
    stack.top = place + (3 + count + table.count)
    slow.enter_call(place, count, names, next)


def extend(target: list_object.List, source: Value) -> None:
    """LIST_EXTEND."""
    plain = is_exactly(source, list_object.List) or is_exactly(source, tuple_object.Tuple)
    if LARGE and not plain:
        source = sequence.iterator_or(
            source, message("Value after * must be an iterable, not %t"), source
        )
    sequence.extend_from(target, source)


def spread_items(place: Ptr[Value]) -> tuple_object.Tuple:
    """The positional arguments of CALL_STAR: a list, or what one star precedes."""
    source = place[STAR_ITEMS]
    plain = is_exactly(source, list_object.List) or is_exactly(source, tuple_object.Tuple)
    if LARGE and not plain:
        words = called_name(place[0], message("argument after * must be an iterable, not "))
        words = str_object.join2(words, errors.type_name(source))
        source = sequence.iterator_or(source, message("%s"), words)
    return sequence.tuple_from(source)


@cold
def called_name(called: Value, words: int) -> Str:
    """The words of an error about the arguments of a call, behind what is called; False stands for
    a class statement."""
    end = errors.formatted(words, NULL, NULL)
    if not LARGE:
        return end
    if called is bool_object.FALSE:
        return str_object.join2(str_object.text("__build_class__() "), end)
    title = attributes.attribute_or_null(called, name("__qualname__"))
    if title is NULL:
        start = str_object.join2(operations.str_text(called), str_object.text(" "))
        return str_object.join2(start, end)
    start = operations.str_text(title)
    owner = attributes.attribute_or_null(called, name("__module__"))
    if isinstance(owner, Str) and owner is not module.BUILTINS.name:
        start = str_object.join2(str_object.join2(owner, str_object.text(".")), start)
    return str_object.join2(str_object.join2(start, str_object.text("() ")), end)


@noinline
def merge(target: Dict, source: Value, called: Value) -> None:
    """DICT_MERGE: `**source` in a call."""
    if operations.find_attribute(source, name("keys")) is NULL:
        words = called_name(called, message("argument after ** must be a mapping, not "))
        raise errors.type_error_with(message("%s%t"), words, source)
    extra = dict_object.new_dict(0)
    dict_views.update_from(extra, source)
    at = extra.next_entry(0)
    while at >= 0:
        key = extra.key_at(at)
        if target.find(key) is not NULL:
            words = called_name(called, message("got multiple values for keyword argument '"))
            raise errors.type_error_with(message("%s%s'"), words, key)
        target.store(key, extra.value_at(at))
        at = extra.next_entry(at + 1)


@noinline
def build_class(regs: Ptr[Value], a: int, count: int, names: Value, next: Ptr[u8]) -> None:
    """BUILD_CLASS: enter the body's frame, below which lies what the end of the body needs."""
    place = regs + a
    body = as_a(function.Function, place[0])
    keywords = NULL
    maker = NULL
    if count == STARRED:
        items = list_object.new_list(0)
        extend(items, place[STAR_ITEMS])
        given = sequence.tuple_from(items)
        keywords = place[STAR_KEYWORDS]
    else:
        given = tuple_object.new_tuple(place + 3, count)
        if names is not singletons.NONE:
            titles = as_a(tuple_object.Tuple, names)
            keywords = classes.keyword_dict(titles, place + (3 + count))
    if SUBTYPES and keywords is not NULL:
        table = as_a(dict_object.Dict, keywords)
        found = table.find_name(name("metaclass"))
        if found is not NULL:
            maker = found
            table.remove(name("metaclass"))
        if table.count == 0:
            keywords = NULL
    bases = classes.resolved_bases(given)
    if maker is NULL:
        maker = type_object.TYPE_TYPE
        if LARGE and SUBTYPES and len(bases.items):
            maker = type_object.type_of(bases.items[0])
    maker = classes.metaclass_of(maker, bases)
    space = classes.prepared(maker, place[1], bases, keywords)
    title = slow.globals_of_frame().find_name(name("__name__"))
    if title is not NULL:
        operations.set_item(space, name("__module__"), title)
    if len(body.code.place.scope.data):
        operations.set_item(space, name("__qualname__"), body.code.qualified_name())
    if SUBTYPES and bases is not given:
        operations.set_item(space, name("__orig_bases__"), given)
    base = frames.push(-frames.CLASS_MAKER)
    inner = base - frames.CLASS_MAKER
    inner[frames.CLASS_MAKER] = maker
    inner[frames.CLASS_KEYWORDS] = keywords
    inner[frames.CLASS_BASES] = bases
    inner[frames.CLASS_NAME] = place[1]
    inner[frames.NAMESPACE] = space
    inner[-frames.LINK_WORDS] = body
    resume = frames.pc_offset(regs, next)
    frames.clear_registers(inner, 0, body.code.registers)
    frames.enter(inner, inner - regs, a, frames.ACTION_STORE, resume)


# Text.


def formatted(value: Value, source: Ptr[Value], how: int) -> Value:
    """FORMAT."""
    match how & 3:
        case 1:
            value = operations.str_text(value)
        case 2:
            value = operations.repr_text(value)
        case 3:
            value = format.ascii_text(operations.repr_text(value))
        case _:
            pass
    spec = as_a(Str, source[1]) if how & 4 else name("")
    return format.format_value(value, spec)


# Exceptions.


def begin_handler(place: Ptr[Value]) -> None:
    """BEGIN_HANDLER. A generator keeps what it handles itself: that is not what those handle who
    resume it."""
    regs = vm.regs
    is_error = not is_small(place[0])
    if frames.code_of(regs).flags & generator.LAZY:
        own = generator.owner_of(regs)
        place[1] = own.handled
        if is_error:
            own.handled = place[0]
    else:
        place[1] = vm.handled
    if is_error:
        vm.handled = place[0]


def end_handler(regs: Ptr[Value], before: Value) -> None:
    """END_HANDLER."""
    if frames.code_of(regs).flags & generator.LAZY:
        generator.owner_of(regs).handled = before
        if before is NULL:
            before = regs[frames.HANDLED]
    vm.handled = before


def exception_of(value: Value) -> Instance:
    """What `raise value` raises: an exception, or an instance of an exception class."""
    if exception.is_exception_type(value):
        made = operations.call0(value)
        if not exception.is_exception(made):
            pattern = message(
                "calling %r should have returned an instance of BaseException, not %r"
            )
            raise errors.type_error_with(pattern, value, type_object.type_of(made))
        value = made
    if not exception.is_exception(value):
        raise errors.type_error(message("exceptions must derive from BaseException"))
    return as_a(instance.Instance, value)


@noinline
def caused(error: Instance, cause: Value) -> Instance:
    """Set the cause of an exception, as `from` does."""
    if exception.is_exception_type(cause):
        cause = exception_of(cause)
    if cause is not singletons.NONE and not exception.is_exception(cause):
        raise errors.type_error(message("exception causes must derive from BaseException"))
    error.slots[exception.CAUSE] = cause
    return error


@cold
def raised_again() -> PyError:
    """RAISE_AGAIN."""
    if vm.handled is NULL:
        return errors.runtime_error(message("No active exception to reraise"))
    vm.raising_again = True
    return PyError(vm.handled)


def matches(error: Value, wanted: Value) -> bool:
    """Whether `except wanted` catches an exception."""
    if isinstance(wanted, tuple_object.Tuple):
        for index in range(len(wanted.items)):
            if matches(error, wanted.items[index]):
                return True
        return False
    if not exception.is_exception_type(wanted):
        raise errors.type_error(
            message("catching classes that do not inherit from BaseException is not allowed")
        )
    return exception.is_kind(error, as_a(type_object.Type, wanted))


@noinline
def with_enter(place: Ptr[Value], manager: Value) -> None:
    """WITH_ENTER."""
    kind = type_object.type_of(manager)
    enter = type_object.lookup(kind, name("__enter__"))
    leave = type_object.lookup(kind, name("__exit__"))
    if enter is NULL or leave is NULL:
        pattern = message("'%t' object does not support the context manager protocol")
        if enter is not NULL:
            pattern = message(
                "'%t' object does not support the context manager protocol (missed __exit__ method)"
            )
        raise errors.type_error_with(pattern, manager, NULL)
    place[0] = attributes.bind(leave, manager, kind)
    place[1] = operations.call0(attributes.bind(enter, manager, kind))


def with_except(place: Ptr[Value], error: Value) -> None:
    """WITH_EXCEPT."""
    kind = type_object.type_of(error)
    trace = exception.traceback_of(as_a(instance.Instance, error))
    result = operations.call3(place[0], kind, error, trace)
    place[0] = bool_object.to_bool(operations.truth(result))
