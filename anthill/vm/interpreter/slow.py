"""What the loop leaves to functions: operands that are not small integers, calls not so plain.

Every function gets the running instruction, `pc`, and finds the frame in `vm.regs`. Functions that
may enter or leave a frame set `vm.pc` to where the loop goes on; the others leave it alone.
"""

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
    hot,
    i8,
    inline,
    is_small,
    noinline,
    same,
    small,
    small_int,
    u8,
)
from anthill.typed.extended import is_exactly
from anthill.vm import errors, operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import BIG_INTEGERS, LARGE
from anthill.vm.interpreter import (
    attributes,
    binding,
    cache,
    classes,
    closures,
    construct,
    frames,
    operators,
)
from anthill.vm.interpreter.state import vm
from anthill.vm.messages import message
from anthill.vm.objects import (
    bigint,
    builtin,
    derived,
    exception,
    function,
    generator,
    instance,
    method,
    module,
    singletons,
)
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import float as float_object
from anthill.vm.objects import list as list_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.str import Str, name

if TYPE_CHECKING:
    from anthill.vm.objects.builtin import Builtin
    from anthill.vm.objects.function import Function
    from anthill.vm.objects.instance import Instance
    from anthill.vm.objects.tuple import Tuple
    from anthill.vm.objects.type import Type


@inline
def jump(place: Ptr[u8]) -> int:
    """The jump distance at a place in the bytecode."""
    return int(place[0]) | int(i8(place[1])) << 8


# Names that have no value.


@cold
def unbound_local(register: int) -> PyError:
    """The error for reading an unbound local."""
    return errors.error_with(
        exception.UNBOUND_LOCAL_ERROR,
        message("cannot access local variable '%s' where it is not associated with a value"),
        frames.code_of(vm.regs).local_name(register),
        NULL,
    )


@cold
def unbound_cell(index: int) -> PyError:
    """The error for reading a captured variable that is unbound."""
    return errors.error_with(
        exception.NAME_ERROR,
        message(
            "cannot access free variable '%s' where it is not associated with a value in "
            "enclosing scope"
        ),
        frames.code_of(vm.regs).capture_name(index),
        NULL,
    )


def read(register: int) -> Value:
    """The Value of a register, which may be that of an unbound local."""
    value = vm.regs[register]
    if value is NULL:
        raise unbound_local(register)
    return value


@noinline
def load_global(title: Value) -> Value:
    """A global or builtin name. The cache keeps the index of the value in the dict of globals, or
    the builtin itself."""
    wanted = as_a(Str, title)
    space = globals_of_frame()
    known = cache.find(space, wanted)
    if known is not NULL:
        if not is_small(known):
            return known
        index = small_int(known)
        if index < len(space.entries) and same(space.entries[index - 1], wanted):
            return space.entries[index]
    number = space.position(wanted, dict_object.hash_of(wanted))
    if number >= 0:
        cache.remember(space, wanted, small(2 * number + 1))
        return space.value_at(number)
    found = NULL
    if cache.cache.own_builtins:
        found = own_builtin(space, wanted)
    if found is NULL:
        found = module.find(module.BUILTINS, wanted)
    if found is NULL:
        raise errors.name_error(title)
    if not is_small(found) and cache.cache.keeps_builtins:
        cache.remember(space, wanted, found)
        if LARGE:
            space.flags |= dict_object.WATCHED
    return found


def own_builtin(space: dict_object.Dict, wanted: Str) -> Value:
    """A name in the `__builtins__` that globals have instead of the usual ones; NameError if it is
    not there, NULL if they have none."""
    builtins = space.find_name(name("__builtins__"))
    if builtins is NULL or isinstance(builtins, module.Module):
        return NULL
    found = execution.find_in(builtins, wanted)
    if found is NULL:
        raise errors.name_error(wanted)
    return found


@inline
def globals_of_frame() -> dict_object.Dict:
    """The globals of the running function."""
    return frames.function_of(vm.regs).globals


@noinline
def store_global(title: Value, value: Value) -> None:
    """Set a global name."""
    space = globals_of_frame()
    cache.forget(space, title)
    space.store(title, value)


# Operators.


@hot
@noinline
def arithmetic(pc: Ptr[u8]) -> None:
    """ADD ... INPLACE_MATMUL."""
    op = int(pc[0])
    a = vm.regs[pc[2]]
    b = vm.regs[pc[3]]
    if op >= Op.INPLACE_ADD:
        op -= operators.TO_PLAIN
    if is_exactly(a, float_object.Float) and is_exactly(b, float_object.Float) and op <= Op.MUL:
        x = a.value
        y = b.value
        if op == Op.MUL:
            x *= y
        else:
            x = x + y if op == Op.ADD else x - y
        vm.regs[pc[1]] = float_object.Float(x)
        return
    combine(op, pc)


@noinline
def combine(op: int, pc: Ptr[u8]) -> None:
    """ADD ... INPLACE_MATMUL, whose plain form is `op`."""
    a = read(pc[2])
    b = read(pc[3])
    if isinstance(a, instance.Instance) and enter_operator(a, op, b, pc):
        return
    if BIG_INTEGERS and bigint.are_integers(a, b):
        quick = bigint.arithmetic(op, a, b)
    else:
        quick = float_object.arithmetic(op, a, b)
    if quick is not NULL and quick is not singletons.NOT_IMPLEMENTED:
        vm.regs[pc[1]] = quick
    elif pc[0] >= Op.INPLACE_ADD:
        vm.regs[pc[1]] = operations.inplace(op, a, b)
    else:
        vm.regs[pc[1]] = operations.binary(op, a, b)


def enter_operator(a: Instance, op: int, b: Value, pc: Ptr[u8]) -> bool:
    """Enter the method for a binary operator of a Python class; False where something else is to be
    asked first."""
    if isinstance(b, instance.Instance) and operations.goes_first(a, b):
        return False
    kind = a.shape.owner
    found = NULL
    if pc[0] >= Op.INPLACE_ADD and pc[0] <= Op.INPLACE_MATMUL:
        found = type_object.lookup(kind, operators.INPLACE[op - Op.ADD])
    if found is NULL:
        found = type_object.lookup(kind, operators.FORWARD[op - Op.ADD])
    return enter_method(found, a, b, NULL, int(pc[1]), frames.ACTION_OPERATOR, pc + 4)


def enter_method(
    found: Value, a: Value, b: Value, c: Value, register: int, action: int, next: Ptr[u8]
) -> bool:
    """Enter a Python function with up to three arguments, the first that is NULL ends them, in the
    running loop; False if it is no plain function. The frame goes on at `next`."""
    if not isinstance(found, function.Function) or found.code.flags & generator.LAZY:
        return False
    caller = vm.regs
    resume = frames.pc_offset(caller, next)
    base = frames.push(frames.LINK_WORDS + 3)
    regs = base + frames.LINK_WORDS
    base[0] = found
    base[1] = small(0)
    base[2] = small(0)
    regs[0] = a
    regs[1] = b
    regs[2] = c
    count = 1 if b is NULL else 2 if c is NULL else 3
    stack.top = regs + count
    binding.bind_arguments(found, regs, count, None)
    frames.enter(regs, regs - caller, register, action, resume)
    return True


def operator_result(value: Value) -> Value:
    """What an operator gives after its method returned: `value`, or what the others say."""
    return value if value is not singletons.NOT_IMPLEMENTED else other_operator()


def other_operator() -> Value:
    """What the other operand says. The frame is at the instruction behind the operator's."""
    next = vm.pc
    pc = next - 4
    vm.pc = pc
    op = int(pc[0])
    a = read(pc[2])
    if op <= Op.MATMUL:
        result = operations.after_forward(op, a, read(pc[3]))
    else:
        result = operations.after_inplace(op - operators.TO_PLAIN, a, read(pc[3]))
    vm.pc = next
    return result


@noinline
def arithmetic_int(pc: Ptr[u8]) -> None:
    """ADD_INT, SUB_INT and their in-place forms."""
    op = int(pc[0])
    a = read(pc[2])
    b = small(int(i8(pc[3])))
    plain = Op.ADD if op == Op.ADD_INT or op == Op.INPLACE_ADD_INT else Op.SUB
    if op >= Op.INPLACE_ADD_INT:
        vm.regs[pc[1]] = operations.inplace(plain, a, b)
    else:
        vm.regs[pc[1]] = operations.binary(plain, a, b)


@noinline
def compare(pc: Ptr[u8]) -> None:
    """LT ... GE."""
    a = vm.regs[pc[2]]
    b = vm.regs[pc[3]]
    if is_exactly(a, float_object.Float) and is_exactly(b, float_object.Float):
        holds = float_object.float_holds(int(pc[0]), a.value, b.value)
        vm.regs[pc[1]] = bool_object.to_bool(holds)
        return
    op = int(pc[0])
    a = read(pc[2])
    b = read(pc[3])
    if isinstance(a, instance.Instance) and enter_comparison(
        a, op, b, int(pc[1]), frames.ACTION_COMPARE, pc + 4
    ):
        return
    vm.regs[pc[1]] = operations.compare(op, a, b)


@noinline
def branch(pc: Ptr[u8]) -> None:
    """JUMP_IF_LT ... JUMP_UNLESS_GE."""
    op = int(pc[0])
    base = Op.JUMP_UNLESS_LT if op >= Op.JUMP_UNLESS_LT else Op.JUMP_IF_LT
    op += Op.LT - base
    a = vm.regs[pc[1]]
    b = vm.regs[pc[2]]
    if is_exactly(a, float_object.Float) and is_exactly(b, float_object.Float):
        take(pc, float_object.float_holds(op, a.value, b.value))
        return
    a = read(pc[1])
    b = read(pc[2])
    if isinstance(a, instance.Instance) and enter_comparison(
        a, op, b, 0, frames.ACTION_BRANCH, pc + 5
    ):
        return
    take(pc, operations.holds(op, a, b))


def take(pc: Ptr[u8], holds: bool) -> None:
    """Go on behind JUMP_IF_LT ... JUMP_UNLESS_GE, or where it jumps to."""
    vm.pc = pc + 5
    if holds == (pc[0] < Op.JUMP_UNLESS_LT):
        vm.pc = pc + (5 + jump(pc + 3))


def enter_comparison(
    a: Instance, op: int, b: Value, register: int, action: int, next: Ptr[u8]
) -> bool:
    """Enter the method for a comparison of a Python class; False where something else is to be
    asked first."""
    kind = a.shape.owner
    if type_object.is_custom(b) and type_object.type_of(b) is not kind:
        return False
    found = type_object.lookup(kind, operators.ORDER[op - Op.LT])
    return enter_method(found, a, b, NULL, register, action, next)


def comparison_result(value: Value, back: int, op: int) -> Value:
    """What a comparison gives after its method returned."""
    return value if value is not singletons.NOT_IMPLEMENTED else other_comparison(back, op)


def other_comparison(back: int, op: int) -> Value:
    """What the other operand says. The frame is behind the instruction, which has `back` bytes, its
    operands last before the others."""
    next = vm.pc
    pc = next - back
    vm.pc = pc
    at = 1 if back == 5 else 2
    result = operations.after_compare(op, read(pc[at]), read(pc[at + 1]))
    vm.pc = next
    return result


def finish_branch(value: Value) -> None:
    """Jump or not after the method of a comparison returned."""
    pc = vm.pc - 5
    op = int(pc[0])
    base = Op.JUMP_UNLESS_LT if op >= Op.JUMP_UNLESS_LT else Op.JUMP_IF_LT
    value = comparison_result(value, 5, op - base + Op.LT)
    vm.pc = pc
    take(pc, value is bool_object.TRUE or operations.truth(value))


@noinline
def identity(pc: Ptr[u8]) -> None:
    """IS, IS_NOT."""
    found = same(read(pc[2]), read(pc[3]))
    vm.regs[pc[1]] = bool_object.to_bool(found == (pc[0] == Op.IS))


@noinline
def contains(pc: Ptr[u8]) -> None:
    """IN, NOT_IN."""
    item = read(pc[2])
    found = operations.contains(read(pc[3]), item)
    vm.regs[pc[1]] = bool_object.to_bool(found == (pc[0] == Op.IN))


@noinline
def truth(register: int) -> bool:
    """JUMP_IF, JUMP_UNLESS."""
    value = read(register)
    if LARGE and isinstance(value, instance.Instance):
        return instance_truth(value)
    return operations.truth(value)


def instance_truth(value: Instance) -> bool:
    """The truth of an instance; the second cache remembers classes that say nothing about it."""
    kind = value.shape.owner
    if cache.find_resolved(name("__bool__"), kind) is bool_object.TRUE:
        return True
    silent = type_object.lookup(kind, name("__bool__")) is NULL
    if silent and type_object.lookup(kind, name("__len__")) is NULL:
        cache.remember_resolved(name("__bool__"), kind, bool_object.TRUE)
        return True
    return operations.truth(value)


@noinline
def safe_point() -> None:
    """Run what interrupts have asked for."""
    console.serve()


# Attributes and items.


@noinline
def get_attribute(pc: Ptr[u8], title: Value) -> None:
    """GET_ATTR."""
    owner = vm.regs[pc[2]]
    key = NULL
    if LARGE:
        key = attributes.resolved_key(owner)
        if key is not NULL:
            found = attributes.find_resolved(owner, key, title)
            if found is not NULL:
                vm.regs[pc[1]] = found
                return
    if isinstance(owner, instance.Instance):
        if not LARGE:
            slot = cache.find(owner.shape, title)
            if is_small(slot) and small_int(slot) >= 0:
                value = owner.slots[small_int(slot)]
                if value is not NULL:
                    vm.regs[pc[1]] = value
                    return
        kind = owner.shape.owner
        hooks = type_object.TYPE_GET_ATTRIBUTE | type_object.TYPE_GET_ALL
        found = type_object.lookup(kind, as_a(Str, title))
        if kind.flags & hooks:
            found = NULL
        if isinstance(found, builtin.Getter):
            value = found.get(owner)
            if value is not NULL:
                vm.regs[pc[1]] = value
                return
        if is_exactly(found, method.Property) and enter_method(
            found.get, owner, NULL, NULL, int(pc[1]), frames.ACTION_STORE, pc + 4
        ):
            return
    value = operations.get_attribute(read(pc[2]), as_a(Str, title))
    vm.regs[pc[1]] = value
    if LARGE and key is not NULL:
        attributes.remember_attribute(owner, key, as_a(Str, title), value)


@noinline
def set_attribute(pc: Ptr[u8], title: Value) -> None:
    """SET_ATTR."""
    value = read(pc[2])
    owner = read(pc[1])
    if isinstance(owner, instance.Instance):
        shape = owner.shape
        if not attributes.add_by_shape(owner, title, value):
            if not LARGE:
                slot = cache.find(shape, title)
                if is_small(slot) and small_int(slot) >= 0:
                    owner.slots[small_int(slot)] = value
                    return
            operations.set_attribute(owner, as_a(Str, title), value)
            attributes.remember_addition(shape, owner.shape, as_a(Str, title))
        return
    operations.set_attribute(owner, as_a(Str, title), value)


@noinline
def get_item(pc: Ptr[u8]) -> None:
    """GET_ITEM."""
    owner = vm.regs[pc[2]]
    key = vm.regs[pc[3]]
    if LARGE and key is not NULL:
        if is_exactly(owner, dict_object.Dict):
            value = owner.find(key)
            if value is not NULL:
                vm.regs[pc[1]] = value
                return
        elif is_exactly(owner, list_object.List) and is_small(key):
            index = small_int(key) + owner.count
            if 0 <= index < owner.count:
                vm.regs[pc[1]] = owner.items[index]
                return
    if isinstance(owner, instance.Instance) and key is not NULL:
        found = type_object.lookup(owner.shape.owner, name("__getitem__"))
        if enter_method(found, owner, key, NULL, int(pc[1]), frames.ACTION_STORE, pc + 4):
            return
    vm.regs[pc[1]] = operations.get_item(read(pc[2]), read(pc[3]))


@noinline
def set_item(pc: Ptr[u8]) -> None:
    """SET_ITEM."""
    value = read(pc[3])
    owner = vm.regs[pc[1]]
    if LARGE and is_exactly(owner, dict_object.Dict):
        owner.store(read(pc[2]), value)
        return
    if isinstance(owner, instance.Instance):
        found = type_object.lookup(owner.shape.owner, name("__setitem__"))
        key = read(pc[2])
        if enter_method(found, owner, key, value, 0, frames.ACTION_DISCARD, pc + 4):
            return
    operations.set_item(read(pc[1]), read(pc[2]), value)


@noinline
def load_method(pc: Ptr[u8], title: Value) -> None:
    """LOAD_METHOD: without a bound method where the type has a function."""
    wanted = as_a(Str, title)
    owner = read(pc[2])
    target = vm.regs + pc[1]
    key = NULL
    found = NULL
    if LARGE:
        key = attributes.resolved_key(owner)
    elif isinstance(owner, instance.Instance):
        found = cache.find(owner.shape, wanted)
    elif not is_small(owner):
        found = cache.find(type_object.TYPES[owner], wanted)
    if LARGE and key is not NULL:
        known = attributes.find_resolved(owner, key, title)
        if known is not NULL:
            target[0] = known
            target[3] = NULL
            return
        if isinstance(owner, type_object.Type) and (
            type_object.type_of(owner) is type_object.TYPE_TYPE
        ):
            own = type_object.lookup(owner, wanted)
            if is_exactly(own, method.ClassMethod) and isinstance(own.function, function.Function):
                target[0] = own.function
                target[3] = owner
                return
    if found is NULL or is_small(found):
        found = find_method(owner, wanted)
    if found is NULL:
        value = operations.get_attribute(owner, wanted)
        target[0] = value
        target[3] = NULL
        if LARGE and key is not NULL:
            attributes.remember_attribute(owner, key, wanted, value)
    else:
        target[0] = found
        target[3] = owner


def find_method(owner: Value, wanted: Str) -> Value:
    """The function to call with `owner` first, NULL where the attribute is something else."""
    if isinstance(owner, type_object.Type) or isinstance(owner, module.Module):
        return NULL
    found = attributes.find_in_type(type_object.type_of(owner), wanted)
    if isinstance(found, builtin.Builtin):
        if not builtin.arity_of(found) & builtin.METHOD:
            return NULL
    elif not isinstance(found, function.Function):
        return NULL
    if isinstance(owner, instance.Instance):
        shape = owner.shape
        if shape.owner.flags & type_object.TYPE_GET_ALL:
            return NULL
        if shape.whole != 0:
            return NULL
        if instance.find_slot(shape, wanted) != instance.NO_SLOT:
            return NULL
        cache.remember(shape, wanted, found)
    elif derived.is_derived(owner) or (
        isinstance(owner, method.BoundMethod)
        or isinstance(owner, function.Function)
        or isinstance(owner, super_object.Super)
    ):
        return NULL
    elif not is_small(owner):
        cache.remember(type_object.TYPES[owner], wanted, found)
    return found


# Calls.


@noinline
def call(pc: Ptr[u8]) -> None:
    """CALL, CALL_METHOD; a safe point."""
    if vm.pending:
        safe_point()
    place = vm.regs + pc[1]
    count = int(pc[2])
    if pc[0] == Op.CALL_METHOD:
        count = method_arguments(place, count, count)
    called = place[0]
    if isinstance(called, type_object.Type):
        init = cache.find(called, called)
        if init is exception.PLAIN_INIT:
            place[0] = construct.new_object(called, place + 3, count, None)
            vm.pc = pc + 3
            return
        if init is not NULL and construct_plainly(
            called, as_a(function.Function, init), place, count, pc + 3
        ):
            return
    enter_call(place, count, None, pc + 3)


def construct_plainly(
    kind: Type, init: Function, place: Ptr[Value], count: int, next: Ptr[u8]
) -> bool:
    """Enter the `__init__` of a class that needs no more, given what it takes; else False."""
    code = init.code
    if not binding.is_plain_call(code, count + 1):
        return False
    made = construct.plain_instance(kind)
    end = place + 4 + code.registers
    if end > stack.claimed:
        return False
    free = place + 4 + count
    while end > free + 1:
        end -= 1
        end[0] = NULL
    while free > place + 4:
        free[0] = free[-2]
        free -= 1
    free[0] = made
    place[0] = made
    place[1] = init
    regs = vm.regs
    resume = frames.pc_offset(regs, next)
    frames.enter(free, free - regs, 0, frames.ACTION_CONSTRUCT, resume)
    return True


def method_arguments(place: Ptr[Value], count: int, total: int) -> int:
    """Put the arguments behind LOAD_METHOD, `total` with the keywords, in their place; how many of
    them are positional."""
    if place[3] is not NULL:
        return count + 1
    copy_items(place + 3, place + 4, total)
    return count


def enter_call(place: Ptr[Value], count: int, names: Tuple | None, next: Ptr[u8]) -> None:
    """Call place[0] with the arguments from place[3] on. The result goes to place[0]; the running
    frame goes on at `next`."""
    total = count + binding.name_count(names)
    while True:
        called = place[0]
        if isinstance(called, function.Function):
            enter_function(called, place, count, names, next)
            return
        if isinstance(called, builtin.Builtin):
            if LARGE and names is None:
                place[0] = call_builtin(called, place + 3, count)
            else:
                place[0] = called.call(place + 3, count, names)
            break
        first = NULL
        inner = NULL
        if isinstance(called, method.BoundMethod):
            first = called.owner
            inner = called.function
        elif type_object.is_custom(called):
            first = called
            inner = type_object.lookup(type_object.type_of(called), name("__call__"))
            if not isinstance(inner, function.Function):
                first = NULL
        elif isinstance(called, type_object.Type) and enter_constructor(
            called, place, count, names, next
        ):
            return
        if first is NULL:
            if not LARGE and isinstance(called, wrappers.Wrapper):
                enter_wrapped(called, place, count, names, next)
                return
            place[0] = operations.call(called, place + 3, count, names)
            break
        shift_arguments(place + 3, total, 1)
        place[0] = inner
        place[3] = first
        count += 1
        total += 1
    go_on(next)


def go_on(next: Ptr[u8]) -> None:
    """The running frame goes on after a call that needed no other."""
    vm.pc = next
    stack.top = vm.regs + frames.code_of(vm.regs).registers


def enter_wrapped(
    called: wrappers.Wrapper, place: Ptr[Value], count: int, names: Tuple | None, next: Ptr[u8]
) -> None:
    """As `enter_call` for callables around a function."""
    if isinstance(called, wrappers.Partial):
        names = wrappers.expand(called, place, count, names)
        place[0] = called.function
        enter_call(place, count + len(called.args.items), names, next)
    elif not isinstance(called, wrappers.Cached):
        place[0] = operations.call(called, place + 3, count, names)
        go_on(next)
    elif not enter_cached(called, place, count, names, next):
        go_on(next)


def enter_cached(
    called: wrappers.Cached, place: Ptr[Value], count: int, names: Tuple | None, next: Ptr[u8]
) -> bool:
    """Call a function with a cache; False when its result is in place[0] already."""
    key = wrappers.key_of(called, place + 3, count, names)
    found = called.find(key)
    inner = called.function
    if found is not NULL:
        place[0] = found
        return False
    if not isinstance(inner, function.Function) or inner.code.flags & generator.LAZY:
        place[0] = operations.call(inner, place + 3, count, names)
        called.keep(key, place[0])
        return False
    regs = vm.regs
    shift_arguments(place + 3, count + binding.name_count(names), 3)
    place[1] = key
    place[2] = small(0)
    place[3] = inner
    resume = frames.pc_offset(regs, next)
    binding.bind_arguments(inner, place + 6, count, names)
    frames.enter(place + 6, place + 6 - regs, 0, frames.ACTION_KEEP, resume)
    return True


def keep(place: Ptr[Value], value: Value) -> None:
    """Take the result of a function with a cache."""
    as_a(wrappers.Cached, place[0]).keep(place[1], value)
    place[0] = value


def call_builtin(called: Builtin, args: Ptr[Value], count: int) -> Value:
    """Call a builtin with positional arguments: with one that has all of them at once."""
    if builtin.least_of(called) <= count <= builtin.most_of(called) and (
        not builtin.arity_of(called) & builtin.METHOD
        or type_object.type_of(args[0]) is builtin.owner_of(called)
    ):
        if isinstance(called, builtin.Builtin1):
            return called.function(args[0] if count > 0 else NULL)
        if isinstance(called, builtin.Builtin2):
            return called.invoke(args, count, args)
        if isinstance(called, builtin.Builtin3):
            return called.invoke(args, count, args)
    return called.call(args, count, None)


def shift_arguments(args: Ptr[Value], total: int, distance: int) -> None:
    """Move arguments up; they become the last words on the stack."""
    stack.top = args + total
    room.reserve(distance)
    copy_items(args + distance, args, total)
    for index in range(distance):
        args[index] = NULL
    stack.top = args + (total + distance)


def enter_function(
    called: Function, place: Ptr[Value], count: int, names: Tuple | None, next: Ptr[u8]
) -> None:
    """Make the frame of a function the running one; its arguments are in place."""
    regs = vm.regs
    resume = frames.pc_offset(regs, next)
    stack.top = place + (3 + count + binding.name_count(names))
    binding.bind_arguments(called, place + 3, count, names)
    if called.code.flags & generator.LAZY:
        place[0] = generator.new_generator(called, place + 3)
        vm.pc = next
        stack.top = regs + frames.code_of(regs).registers
        return
    frames.enter(place + 3, place + 3 - regs, 0, frames.ACTION_CALL, resume)


def enter_constructor(
    kind: Type, place: Ptr[Value], count: int, names: Tuple | None, next: Ptr[u8]
) -> bool:
    """Call a class whose `__init__` is a Python function; False when it is not so."""
    if type_object.constructor_of(kind) is not NULL or not kind.flags & type_object.TYPE_INSTANCES:
        return False
    init = type_object.lookup(kind, name("__init__"))
    if not isinstance(init, function.Function) or construct.find_maker(kind) is not NULL:
        return False
    regs = vm.regs
    made = construct.new_object(kind, place + 3, count, names)
    if construct.is_plain(kind):
        cache.remember(kind, kind, init)
    shift_arguments(place + 3, count + binding.name_count(names), 2)
    place[0] = made
    place[1] = init
    place[2] = NULL
    place[4] = made
    resume = frames.pc_offset(regs, next)
    binding.bind_arguments(init, place + 4, count + 1, names)
    frames.enter(place + 4, place + 4 - regs, 0, frames.ACTION_CONSTRUCT, resume)
    return True


# Returns.


@noinline
def leave(value: Value) -> Value:
    """Return from the running frame: NULL when the loop goes on, else the loop's result."""
    if value is NULL:
        raise unbound_local(int(vm.pc[1]))
    regs = vm.regs
    if frames.code_of(regs).flags & generator.LAZY:
        return generator.return_value(regs, value)
    link = small_int(regs[-1])
    frames.leave(regs)
    match link & frames.ACTION_MASK:
        case frames.ACTION_CALL:
            regs[-frames.LINK_WORDS] = value
        case frames.ACTION_CONSTRUCT:
            if value is not singletons.NONE:
                vm.pc = vm.pc - 1
                construct.check_init(value)
        case frames.ACTION_STORE | frames.ACTION_NEXT:
            vm.regs[link >> frames.DESTINATION_SHIFT & 255] = value
        case frames.ACTION_OPERATOR:
            register = link >> frames.DESTINATION_SHIFT & 255
            vm.regs[register] = operator_result(value)
        case frames.ACTION_COMPARE:
            register = link >> frames.DESTINATION_SHIFT & 255
            vm.regs[register] = comparison_result(value, 4, int(vm.pc[-4]))
        case frames.ACTION_BRANCH:
            finish_branch(value)
        case frames.ACTION_KEEP:
            keep(regs - 2 * frames.LINK_WORDS, value)
        case frames.ACTION_ENTRY:
            stack.top = regs - frames.LINK_WORDS
            return value
        case _:
            pass
    return NULL


@noinline
def leave_specially(pc: Ptr[u8]) -> Value:
    """RETURN_CLOSE, RETURN_NONE_CLOSE, RETURN_CLASS, YIELD, YIELD_FROM; the result as `leave`."""
    regs = vm.regs
    op = int(pc[0])
    if op == Op.YIELD:
        return generator.yield_value(pc)
    if op == Op.YIELD_FROM:
        return generator.yield_from(pc)
    value: Value = singletons.NONE
    if op == Op.RETURN_CLOSE:
        value = read(pc[1])
    elif op == Op.RETURN_CLASS:
        value = classes.make_class(regs, int(pc[1]))
    closures.close(regs)
    return leave(value)


# Iteration.


@noinline
def for_iter(pc: Ptr[u8]) -> None:
    """FOR_ITER."""
    regs = vm.regs
    iterator = regs[pc[2]]
    if isinstance(iterator, generator.Generator) and generator.is_resting(iterator):
        resume = frames.pc_offset(regs, pc) + 5
        generator.enter(iterator, singletons.NONE, int(pc[1]), frames.ACTION_ITERATE, resume)
        return
    if isinstance(iterator, instance.Instance):
        found = type_object.lookup(iterator.shape.owner, name("__next__"))
        if enter_method(found, iterator, NULL, NULL, int(pc[1]), frames.ACTION_NEXT, pc + 5):
            return
    item = operations.next_item(iterator)
    if item is NULL:
        vm.pc = pc + (5 + jump(pc + 3))
    else:
        regs[pc[1]] = item
        vm.pc = pc + 5


# Modules of an import cycle: only functions use their names.
from anthill.vm.interpreter import console, execution  # noqa: E402
from anthill.vm.objects import dict as dict_object  # noqa: E402
from anthill.vm.objects import super as super_object  # noqa: E402
from anthill.vm.objects import wrappers  # noqa: E402
