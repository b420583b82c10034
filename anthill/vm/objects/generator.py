"""Generators, and what coroutines share with them: a frame that is put aside at each `yield`.

While a generator rests its registers are in it, and open cells of its variables lead there. While
it runs they are on the frame stack like those of any other frame, with the generator in the words
below the link words. What delegates to another generator, by `yield from` or `await`, keeps its
frame below that of the other: an item that the inner one yields puts both aside, one after the
other, and no C frame stands between them.

On large boards they stay aside. When the outermost is resumed, the innermost gets its frame, and
each of the others when the one that it delegates to has ended: however many delegate to each other,
the next item costs the same. The two ends of such a chain know each other by `opposite`, which
counts only if both say the same and the inner one rests: whatever changes the chain changes that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import (
    NULL,
    Ptr,
    Tail,
    Value,
    alloc,
    as_a,
    cold,
    copy_items,
    fill_items,
    inline,
    items_of,
    small_int,
    u8,
    u16,
)
from anthill.vm.compiler.bytecode import CODE_COROUTINE, CODE_GENERATOR, Op
from anthill.vm.features import LARGE
from anthill.vm.messages import message
from anthill.vm.objects.object import Obj

if TYPE_CHECKING:
    from anthill.vm.objects.cell import Cell
    from anthill.vm.objects.function import Function
    from anthill.vm.objects.str import Str
    from anthill.vm.writer import Writer

LAZY: int = CODE_GENERATOR | CODE_COROUTINE
"""Codes with one of these flags make a generator or coroutine when called."""

# What a generator does.
RESTING = 0
"""It waits to be resumed; its `offset` is 0 before the start."""
RUNNING = 1
FINISHED = 2
DELEGATING = 3
"""On large boards: it is put aside, at YIELD_FROM, and the generator that it delegates to knows it
as its `delegator`. It runs or rests as that one does."""


class Generator(Obj):
    """A generator, coroutine or asynchronous generator."""

    function: Function
    cells: Cell | None
    """Cells of its variables while it rests, highest register first."""
    handled: Value
    """The exception that it handles itself, NULL for none."""
    offset: u16
    """Where in the bytecode it goes on."""
    target: u8
    """The register that gets what is sent in."""
    state: u8
    """RESTING, RUNNING, FINISHED or DELEGATING."""
    busy: bool
    """Of an asynchronous generator: somebody waits for its next item."""
    if LARGE:
        delegator: Generator | None
        """The one that is DELEGATING to it."""
        opposite: Generator | None
        """The other end of a chain, see above."""
    registers: Tail[Value]

    def kind_name(self) -> int:
        """What messages call it."""
        return message("generator")

    def write_repr(self, out: Writer) -> None:
        out.write_char(ord("<"))
        out.write_text(errors.type_name(self))
        out.write_message(message(" object "))
        out.write_text(self.function.code.qualified_name())
        errors.write_address(self, out)

    def get_attribute(self, name: Str) -> Value:
        if LARGE and name is str_object.name("__name__"):
            return operations.get_attribute(self.function, name)
        if LARGE and name is str_object.name("__qualname__"):
            return operations.get_attribute(self.function, name)
        return errors.type_attribute(self, name)

    def set_attribute(self, name: Str, value: Value) -> bool:
        return LARGE and rename(self, name, value)

    def iterate(self) -> Value:
        return self

    def next_item(self) -> Value:
        return send(self, singletons.NONE)


def rename(self: Generator, attribute: Str, value: Value) -> bool:
    """Set its `__name__` or `__qualname__`, those of a function that only it has from then on."""
    if attribute is not name("__name__") and attribute is not name("__qualname__"):
        return False
    if not isinstance(value, str_object.Str):
        pattern = message("%s must be set to a string object")
        raise errors.type_error_with(pattern, attribute, NULL)
    old = self.function
    count = len(old.cells)
    own = function_object.new_function(old.code, old.globals, count)
    copy_items(items_of(own.cells), items_of(old.cells), count)
    for title in (name("__name__"), name("__qualname__")):
        own.set_attribute(title, operations.get_attribute(old, title))
    own.set_attribute(attribute, value)
    self.function = own
    return True


class End(Obj):
    """What the loop returns when a generator that C code resumed has come to its end."""


END = End()
LAST_END = End()
"""The end of an asynchronous generator; END is one of its items."""


def new_generator(function: Function, regs: Ptr[Value]) -> Value:
    """A generator or coroutine that will run a frame."""
    code = function.code
    count = int(code.registers)
    kind = code.flags & LAZY
    if kind == CODE_GENERATOR:
        made = alloc(Generator, count)
    elif kind == CODE_COROUTINE:
        made = alloc(coroutine.Coroutine, count)
    else:
        made = alloc(coroutine.AsyncGenerator, count)
    copy_items(items_of(made.registers), regs, count)
    made.function = function
    if code.handlers or (LARGE and kind == CODE_COROUTINE):
        finalise.add_finaliser(made)
    return made


def owner_of(regs: Ptr[Value]) -> Generator:
    """The generator that runs in a frame."""
    return as_a(Generator, regs[frames.GENERATOR])


# Resuming and resting.


def enter(self: Generator, sent: Value, destination: int, action: int, resume: int) -> None:
    """Make the generator's frame the running one. It is resting."""
    caller = vm.regs
    root = self
    if LARGE:
        self = last_of(self)
        outer = root.delegator
        if outer is not None:
            cut(outer, root, self)
        if self is not root:
            room.reserve(stack.widest - frames.BOTTOM)  # for those who get the frame later
    count = len(self.registers)
    regs = frames.take(count - frames.BOTTOM) - frames.BOTTOM
    regs[frames.HANDLED] = vm.handled
    if LARGE:
        regs[frames.ROOT] = root
    if self.handled is not NULL:
        vm.handled = self.handled
    regs[frames.GENERATOR] = self
    regs[-frames.LINK_WORDS] = self.function
    copy_items(regs, items_of(self.registers), count)
    offset = int(self.offset)
    if offset != 0:
        regs[self.target] = sent
    frames.enter(regs, regs - caller, destination, action, resume)
    vm.pc = vm.pc + offset
    start(self, regs)


@inline
def start(self: Generator, regs: Ptr[Value]) -> None:
    """It runs in a frame."""
    self.state = u8(RUNNING)
    cells = self.cells
    if cells is not None:
        closures.reopen(cells, regs)
        self.cells = None


def rest(regs: Ptr[Value], offset: int, target: int) -> None:
    """Put the running frame, that of a generator, aside."""
    self = owner_of(regs)
    copy_items(items_of(self.registers), regs, len(self.registers))
    self.cells = closures.suspend(regs, self)
    self.offset = u16(offset)
    self.target = u8(target)
    self.state = u8(RESTING)
    vm.handled = regs[frames.HANDLED]


def finish(self: Generator) -> None:
    """It will not run any more."""
    self.state = u8(FINISHED)
    if LARGE:
        self.delegator = None
        self.opposite = None
    self.handled = NULL
    fill_items(items_of(self.registers), NULL, len(self.registers))
    finalise.forget_last(self)


def finish_frame(regs: Ptr[Value]) -> None:
    """The frame of a generator has returned or is left by an exception."""
    vm.handled = regs[frames.HANDLED]
    finish(owner_of(regs))


# Chains of generators that delegate to one another, on large boards.


def inner_of(self: Generator) -> Generator:
    """The generator that one is DELEGATING to."""
    at = int(self.function.code.code[int(self.offset) + 2])
    return as_a(Generator, coroutine.unwrapped(self.registers[at]))


def last_of(self: Generator) -> Generator:
    """The innermost of the chain that begins with a generator: the one that runs or rests."""
    if self.state != DELEGATING:
        return self
    last = self.opposite
    if last is not None and last.state == RESTING and last.opposite is self:
        return last
    while self.state == DELEGATING:
        self = inner_of(self)
    return self


def join(root: Generator, last: Generator) -> None:
    """Let the ends of a chain know each other."""
    if root is not last:
        root.opposite = last
        last.opposite = root


def cut(outer: Generator, inner: Generator, last: Generator) -> None:
    """Take a generator that is resumed by another than its delegator out of that one's chain, of
    which `last` is the end."""
    outer.state = u8(RESTING)
    inner.delegator = None
    last.opposite = None


def delegate(self: Generator, inner: Generator) -> bool:
    """Make a generator that has come to rest DELEGATING; False where that cannot be: what it
    handles itself is seen by the inner one."""
    if self.handled is not NULL or isinstance(inner, coroutine.AsyncGenerator):
        return False
    self.state = u8(DELEGATING)
    inner.delegator = self
    return True


def unchain(self: Generator) -> None:
    """Make all the generators of a chain, unless it runs, resume one another by themselves."""
    if last_of(self).state == RUNNING:
        return
    while self.state == DELEGATING:
        self.state = u8(RESTING)
        self = inner_of(self)
        self.delegator = None
        self.opposite = None


@inline
def root_of(regs: Ptr[Value]) -> Generator:
    """The generator that was resumed in a frame."""
    return as_a(Generator, regs[frames.ROOT])


@inline
def delegator_in(regs: Ptr[Value], inner: Generator) -> Generator | None:
    """The generator that delegates to `inner`, which runs in a frame or leads to what runs there,
    and has no frame itself; None if there is none."""
    return None if inner is root_of(regs) else inner.delegator


def come_back(self: Generator, regs: Ptr[Value]) -> None:
    """The generator in a frame is at its end, and the one that delegated to it gets the frame."""
    finish_frame(regs)
    code = self.function.code
    regs[frames.GENERATOR] = self
    regs[-frames.LINK_WORDS] = self.function
    copy_items(regs, items_of(self.registers), len(self.registers))
    stack.top = regs + code.registers
    vm.pc = items_of(code.code, int(self.offset))
    start(self, regs)


def fail_back(self: Generator, regs: Ptr[Value], error: Value) -> Value:
    """As `come_back` with an exception: what becomes of it."""
    failed = owner_of(regs)
    come_back(self, regs)
    return change_error(failed, error)


def is_new(self: Generator) -> bool:
    """Whether it has not been started."""
    return self.state == RESTING and self.offset == 0


@inline
def is_resting(self: Generator) -> bool:
    """Whether it can be resumed."""
    if LARGE and self.state == DELEGATING:
        return last_of(self).state == RESTING
    return self.state == RESTING


@inline
def is_running(self: Generator) -> bool:
    """Whether it runs, or what it delegates to."""
    if LARGE and self.state == DELEGATING:
        return last_of(self).state == RUNNING
    return self.state == RUNNING


@cold
def already_executing(self: Generator) -> PyError:
    """The error for resuming a generator that runs."""
    return errors.error_with(
        exception.VALUE_ERROR,
        message("%s already executing"),
        name_of(self),
        NULL,
    )


def name_of(self: Generator) -> Value:
    """What messages call it."""
    out = string_writer()
    out.write_message(self.kind_name())
    return out.finish()


def check_resumable(self: Generator, sent: Value) -> bool:
    """Whether something can be sent to it, False when it has finished; raises if it is running,
    or has not been started and gets more than None."""
    if is_resting(self):
        if self.offset != 0 or sent is singletons.NONE:
            return True
        raise errors.type_error_with(
            message("can't send non-None value to a just-started %s"), name_of(self), NULL
        )
    if is_running(self):
        raise already_executing(self)
    if isinstance(self, coroutine.Coroutine):
        raise errors.runtime_error(message("cannot reuse already awaited coroutine"))
    return False


def send(self: Generator, sent: Value) -> Value:
    """Resume from C code: what it yields, NULL at its end; then `vm.returned` is its result."""
    if not check_resumable(self, sent):
        vm.returned = singletons.NONE
        return NULL
    begin(self, sent)
    result = calls.run(NULL)
    return NULL if result is END else result


def begin(self: Generator, sent: Value) -> None:
    """Make a resting generator's frame an entry frame."""
    calls.check_room()
    enter(self, sent, 0, frames.ACTION_ENTRY, frames.pc_offset(vm.regs, vm.pc))


def throw(self: Generator, error: Value) -> Value:
    """Raise an exception where the generator rests, from C code; the result as that of `send`."""
    result = throw_raw(self, error)
    return NULL if result is END else result


def throw_raw(self: Generator, error: Value) -> Value:
    """As `throw`, with END or LAST_END as the end."""
    if is_running(self):
        raise already_executing(self)
    if LARGE:
        unchain(self)
    if self.state == FINISHED and isinstance(self, coroutine.Coroutine) and not is_exit(error):
        raise errors.runtime_error(message("cannot reuse already awaited coroutine"))
    if self.state == FINISHED or self.offset == 0:
        if LARGE and self.state != FINISHED:
            unwind.note_frame(error, self.function.code, -1)
        finish(self)
        raise PyError(error)
    begin(self, singletons.NONE)
    raised: Value = NULL
    try:
        result = inject(error)
        if result is not NULL:
            return result
    except PyError as outcome:
        raised = outcome.value
    return calls.run(raised)


def is_exit(error: Value) -> bool:
    """Whether the exception is a GeneratorExit."""
    return exception.is_kind(error, exception.GENERATOR_EXIT)


def close(self: Generator) -> Value:
    """Raise GeneratorExit where the generator rests, which must end it: what it returns then."""
    if self.state == FINISHED or is_new(self):
        finish(self)
        return singletons.NONE
    try:
        value = throw(self, exception.new_exception(exception.GENERATOR_EXIT, NULL))
    except PyError as error:
        if is_exit(error.value):
            return singletons.NONE
        raise
    if value is not NULL:
        raise ignored_exit(self)
    return vm.returned


@cold
def ignored_exit(self: Generator) -> PyError:
    """The error for yielding although it was to end."""
    return errors.error_with(
        exception.RUNTIME_ERROR, message("%s ignored GeneratorExit"), name_of(self), NULL
    )


# What the loop asks for. A result that is not NULL ends the loop, as in `slow.leave`.


def yield_value(pc: Ptr[u8]) -> Value:
    """YIELD: rest, and hand the value to whoever resumed."""
    regs = vm.regs
    value = slow.read(pc[2])
    rest(regs, frames.pc_offset(regs, pc) + 3, int(pc[1]))
    if isinstance(owner_of(regs), coroutine.AsyncGenerator):
        return coroutine.hand_item(regs, value)
    return pass_on(regs, value)


def pass_on(regs: Ptr[Value], value: Value) -> Value:
    """Leave the frame of a generator that has come to rest, and all that delegate to it."""
    if LARGE:
        last = owner_of(regs)
        root = root_of(regs)
        join(root, last)
    while True:
        link = small_int(regs[-1])
        frames.leave(regs)
        match link & frames.ACTION_MASK:
            case frames.ACTION_ENTRY:
                stack.top = regs + frames.BOTTOM
                return value
            case frames.ACTION_DELEGATE:
                regs = vm.regs
                rest(regs, frames.pc_offset(regs, vm.pc), int(vm.pc[1]))
                if LARGE:
                    outer = owner_of(regs)
                    if not delegate(outer, root):
                        last = outer
                    root = root_of(regs)
                    join(root, last)
            case frames.ACTION_CLOSE:
                raise ignored_exit(owner_of(regs))
            case _:
                vm.regs[link >> frames.DESTINATION_SHIFT & 255] = value
                return NULL


def return_value(regs: Ptr[Value], value: Value) -> Value:
    """Leave the frame at the generator's end."""
    self = owner_of(regs)
    if LARGE:
        outer = delegator_in(regs, self)
        if outer is not None:
            come_back(outer, regs)
            complete(value)
            return NULL
    finish_frame(regs)
    link = small_int(regs[-1])
    frames.leave(regs)
    vm.returned = value
    match link & frames.ACTION_MASK:
        case frames.ACTION_ENTRY:
            stack.top = regs + frames.BOTTOM
            return LAST_END if isinstance(self, coroutine.AsyncGenerator) else END
        case frames.ACTION_DELEGATE:
            if isinstance(self, coroutine.AsyncGenerator):
                coroutine.hand_end(self)
            else:
                complete(value)
        case frames.ACTION_CLOSE:
            raise PyError(vm.regs[vm.pc[1]])
        case _:
            vm.pc = vm.pc + slow.jump(vm.pc - 2)
    return NULL


def complete(value: Value) -> None:
    """The running frame, at YIELD_FROM, goes on with the result of what it delegated to."""
    pc = vm.pc
    vm.regs[pc[1]] = value
    vm.pc = pc + (5 + slow.jump(pc + 3))


def yield_from(pc: Ptr[u8]) -> Value:
    """YIELD_FROM: resume the inner iterator; rest with its item, or go on with its result."""
    regs = vm.regs
    sent = slow.read(pc[1])
    iterator = coroutine.unwrapped(regs[pc[2]])
    if isinstance(iterator, Generator):
        if check_resumable(iterator, sent):
            enter(iterator, sent, 0, frames.ACTION_DELEGATE, frames.pc_offset(regs, pc))
        else:
            complete(singletons.NONE)
        return NULL
    if isinstance(iterator, coroutine.Sending):
        return coroutine.resume_sending(iterator, sent)
    vm.returned = singletons.NONE
    if sent is not singletons.NONE:
        value = item_or_null(operations.get_attribute(iterator, name("send")), sent)
    elif isinstance(iterator, Instance):
        value = item_or_null(type_object.lookup(iterator.shape.owner, name("__next__")), iterator)
    else:
        value = operations.next_item(iterator)
    return rest_with(value)


def item_or_null(called: Value, argument: Value) -> Value:
    """What `__next__`, `send` or `throw` of an iterator returns; NULL for StopIteration, with its
    value in `vm.returned`."""
    if called is NULL:
        raise errors.type_error_with(message("'%t' object is not an iterator"), argument, NULL)
    try:
        return operations.call1(called, argument)
    except PyError as error:
        if not exception.is_kind(error.value, exception.STOP_ITERATION):
            raise
        vm.returned = exception.first_argument(as_a(Instance, error.value))
    return NULL


def rest_with(value: Value) -> Value:
    """The running frame, at YIELD_FROM, hands on an item; or goes on when it is NULL."""
    regs = vm.regs
    if value is NULL:
        complete(vm.returned)
        return NULL
    rest(regs, frames.pc_offset(regs, vm.pc), int(vm.pc[1]))
    return pass_on(regs, value)


def inject(error: Value) -> Value:
    """Raise an exception in the generator that was just entered, or in what it delegates to; a
    GeneratorExit closes the inner ones first."""
    while True:
        regs = vm.regs
        pc = vm.pc
        if pc[0] != Op.YIELD_FROM:
            vm.pc = pc - 1
            raise PyError(error)
        inner = coroutine.unwrapped(regs[pc[2]])
        if isinstance(inner, coroutine.Sending):
            inner = inner.generator
        if not isinstance(inner, Generator):
            return inject_foreign(inner, error)
        if LARGE:
            unchain(inner)
        if inner.state != RESTING or inner.offset == 0:
            raise PyError(error)
        action = frames.ACTION_DELEGATE
        if is_exit(error):
            action = frames.ACTION_CLOSE
            regs[pc[1]] = error
            error = exception.new_exception(exception.GENERATOR_EXIT, NULL)
        enter(inner, singletons.NONE, 0, action, frames.pc_offset(regs, pc))


def inject_foreign(inner: Value, error: Value) -> Value:
    """Raise an exception in an iterator that is no generator."""
    if is_exit(error):
        hook = operations.find_attribute(inner, name("close"))
        if hook is not NULL:
            operations.call0(hook)
        raise PyError(error)
    hook = operations.find_attribute(inner, name("throw"))
    if hook is NULL:
        if not LARGE or not exception.is_kind(error, exception.STOP_ITERATION):
            raise PyError(error)
        vm.returned = exception.first_argument(as_a(Instance, error))
        return rest_with(NULL)
    return rest_with(item_or_null(hook, error))


# What an exception does to a generator that it leaves.


def change_error(self: Generator, error: Value) -> Value:
    """What becomes of an exception that leaves a generator: StopIteration is a RuntimeError."""
    pattern = message("%s raised StopIteration")
    if not exception.is_kind(error, exception.STOP_ITERATION):
        pattern = message("%s raised StopAsyncIteration")
        if not isinstance(self, coroutine.AsyncGenerator) or not coroutine.is_last(error):
            return error
    changed = errors.error_with(exception.RUNTIME_ERROR, pattern, name_of(self), NULL).value
    made = as_a(Instance, changed)
    made.slots[exception.CAUSE] = error
    made.slots[exception.CONTEXT] = error
    return changed


def closing_error(regs: Ptr[Value]) -> Value:
    """The exception for which the generator in a frame is being closed: its delegator, which is at
    YIELD_FROM, keeps it."""
    caller = regs - (small_int(regs[-1]) >> frames.LINK_SHIFT)
    return caller[frames.pc_at(caller, small_int(regs[-2]))[1]]


def finalise_generator(self: Generator) -> None:
    """It was found dead: run its `finally` clauses; report a coroutine that nobody awaited."""
    if not is_resting(self):
        return
    if self.offset == 0:
        if isinstance(self, coroutine.Coroutine):
            coroutine.warn_never_awaited(self)
        return
    if isinstance(self, coroutine.AsyncGenerator) and vm.async_finaliser is not NULL:
        operations.call1(vm.async_finaliser, self)
        return
    close(self)


# Modules of an import cycle: only functions use their names.
from anthill.vm.objects.type import builtin_type  # noqa: E402

GENERATOR_TYPE = builtin_type("generator", Generator)

from anthill.runtime import finalise  # noqa: E402
from anthill.runtime import stack as room  # noqa: E402
from anthill.runtime.errors import PyError  # noqa: E402
from anthill.runtime.heap import stack  # noqa: E402
from anthill.vm import errors, operations  # noqa: E402
from anthill.vm.interpreter import calls, closures, frames, slow, unwind  # noqa: E402
from anthill.vm.interpreter.state import vm  # noqa: E402
from anthill.vm.objects import coroutine, exception, singletons  # noqa: E402
from anthill.vm.objects import function as function_object  # noqa: E402
from anthill.vm.objects import str as str_object  # noqa: E402
from anthill.vm.objects import type as type_object  # noqa: E402
from anthill.vm.objects.instance import Instance  # noqa: E402
from anthill.vm.objects.str import name  # noqa: E402
from anthill.vm.writer import string_writer  # noqa: E402
