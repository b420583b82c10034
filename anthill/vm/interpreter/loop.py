"""The loop: one case per opcode, in the order of the opcode table, fast paths only.

`pc`, `regs` and `constants` are C variables. Before anything that may raise or allocate, `vm.pc` is
set to the running instruction; `vm.regs` always is `regs`. What is not fast is in `slow`, and ends
behind the cases: code that enters or leaves frames has set both, and the loop takes them over; if
nothing has changed, the instruction, of four bytes, is done.
"""

from __future__ import annotations

from anthill.runtime.heap import stack
from anthill.typed import (
    NULL,
    Value,
    both_small,
    copy_items,
    fill_items,
    fits_small,
    hot,
    i8,
    is_small,
    items_of,
    opcodes,
    same,
    small,
    small_add,
    small_int,
    small_less,
    small_mul,
    small_sub,
    threaded,
    u8,
    uword,
)
from anthill.typed.extended import is_exactly
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE
from anthill.vm.interpreter import binding, cache, closures, execution, frames, slow
from anthill.vm.interpreter.state import vm
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import builtin, function, generator, instance, iterators, singletons
from anthill.vm.objects import list as list_object
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.bytearray import Bytearray
from anthill.vm.objects.dict import NOT_PLAIN, Dict
from anthill.vm.objects.float import Float

QUICK_DIVISOR = 256
"""Below it shifting by each bit of a power of two is faster than dividing on chips."""


@hot
@threaded
@opcodes(len(Op))
def loop() -> Value:
    """Run from `vm.regs` and `vm.pc` until an entry frame returns: its result."""
    regs = vm.regs
    pc = vm.pc
    constants = items_of(frames.code_of(regs).constants)
    key: Value
    while True:
        op = pc[0]
        match op:
            case Op.MOVE:
                value = regs[pc[2]]
                if value is NULL:
                    vm.pc = pc
                    raise slow.unbound_local(pc[2])
                regs[pc[1]] = value
                pc += 3
                continue
            case Op.LOAD_INT:
                regs[pc[1]] = small(int(i8(pc[2])))
                pc += 3
                continue
            case Op.LOAD_INT16:
                regs[pc[1]] = small(int(pc[2]) | int(i8(pc[3])) << 8)
                pc += 4
                continue
            case Op.LOAD_CONST:
                regs[pc[1]] = constants[pc[2]]
                pc += 3
                continue
            case Op.LOAD_NONE:
                regs[pc[1]] = singletons.NONE
                pc += 2
                continue
            case Op.LOAD_TRUE:
                regs[pc[1]] = bool_object.TRUE
                pc += 2
                continue
            case Op.LOAD_FALSE:
                regs[pc[1]] = bool_object.FALSE
                pc += 2
                continue
            case Op.LOAD_NULL:
                regs[pc[1]] = NULL
                pc += 2
                continue
            case Op.DELETE_LOCAL:
                if regs[pc[1]] is NULL:
                    vm.pc = pc
                    raise slow.unbound_local(pc[1])
                regs[pc[1]] = NULL
                pc += 2
                continue
            case Op.LOAD_GLOBAL:
                space = frames.function_of(regs).globals
                key = constants[pc[2]]
                place = cache.entry(space, key)
                if same(place[0], space) and same(place[1], key):
                    value = place[2]
                    if not is_small(value):
                        regs[pc[1]] = value
                        pc += 3
                        continue
                    index = small_int(value)
                    if index < len(space.entries) and same(space.entries[index - 1], key):
                        regs[pc[1]] = space.entries[index]
                        pc += 3
                        continue
                vm.pc = pc
                regs[pc[1]] = slow.load_global(key)
                pc += 3
                continue
            case Op.STORE_GLOBAL:
                if LARGE:
                    space = frames.function_of(regs).globals
                    key = constants[pc[2]]
                    place = cache.entry(space, key)
                    value = place[2]
                    if same(place[0], space) and same(place[1], key) and is_small(value):
                        index = small_int(value)
                        found = regs[pc[1]]
                        if (
                            found is not NULL
                            and index < len(space.entries)
                            and same(space.entries[index - 1], key)
                        ):
                            space.entries[index] = found
                            pc += 3
                            continue
                vm.pc = pc
                slow.store_global(constants[pc[2]], regs[pc[1]])
                pc += 3
                continue
            case Op.LOAD_CELL:
                cell = closures.cell_at(regs, pc[2])
                value = closures.get(cell)
                if value is NULL:
                    vm.pc = pc
                    raise slow.unbound_cell(pc[2])
                regs[pc[1]] = value
                pc += 3
                continue
            case Op.STORE_CELL:
                closures.put(closures.cell_at(regs, pc[2]), regs[pc[1]])
                pc += 3
                continue
            case Op.ADD | Op.INPLACE_ADD:
                a = regs[pc[2]]
                b = regs[pc[3]]
                if both_small(a, b):
                    value = small_add(a, b)
                    if value is not NULL:
                        regs[pc[1]] = value
                        pc += 4
                        continue
                vm.pc = pc
                if LARGE and is_exactly(a, Float) and is_exactly(b, Float):
                    regs[pc[1]] = Float(a.value + b.value)
                    pc += 4
                    continue
                slow.arithmetic(pc)
            case Op.SUB | Op.INPLACE_SUB:
                a = regs[pc[2]]
                b = regs[pc[3]]
                if both_small(a, b):
                    value = small_sub(a, b)
                    if value is not NULL:
                        regs[pc[1]] = value
                        pc += 4
                        continue
                vm.pc = pc
                if LARGE and is_exactly(a, Float) and is_exactly(b, Float):
                    regs[pc[1]] = Float(a.value - b.value)
                    pc += 4
                    continue
                slow.arithmetic(pc)
            case Op.MUL | Op.INPLACE_MUL:
                a = regs[pc[2]]
                b = regs[pc[3]]
                if both_small(a, b):
                    value = small_mul(a, b)
                    if value is not NULL:
                        regs[pc[1]] = value
                        pc += 4
                        continue
                vm.pc = pc
                if LARGE and is_exactly(a, Float) and is_exactly(b, Float):
                    regs[pc[1]] = Float(a.value * b.value)
                    pc += 4
                    continue
                slow.arithmetic(pc)
            case Op.LSHIFT | Op.INPLACE_LSHIFT:
                a = regs[pc[2]]
                b = regs[pc[3]]
                if both_small(a, b) and 0 <= small_int(b) < 31:
                    index = small_int(a) << small_int(b)
                    if fits_small(index) and index >> small_int(b) == small_int(a):
                        regs[pc[1]] = small(index)
                        pc += 4
                        continue
                vm.pc = pc
                slow.arithmetic(pc)
            case Op.RSHIFT | Op.INPLACE_RSHIFT:
                a = regs[pc[2]]
                b = regs[pc[3]]
                if both_small(a, b) and 0 <= small_int(b) < 31:
                    regs[pc[1]] = small(small_int(a) >> small_int(b))
                    pc += 4
                    continue
                vm.pc = pc
                slow.arithmetic(pc)
            case Op.AND | Op.INPLACE_AND:
                a = regs[pc[2]]
                b = regs[pc[3]]
                if both_small(a, b):
                    regs[pc[1]] = small(small_int(a) & small_int(b))
                    pc += 4
                    continue
                vm.pc = pc
                slow.arithmetic(pc)
            case Op.OR | Op.INPLACE_OR:
                a = regs[pc[2]]
                b = regs[pc[3]]
                if both_small(a, b):
                    regs[pc[1]] = small(small_int(a) | small_int(b))
                    pc += 4
                    continue
                vm.pc = pc
                slow.arithmetic(pc)
            case Op.XOR | Op.INPLACE_XOR:
                a = regs[pc[2]]
                b = regs[pc[3]]
                if both_small(a, b):
                    regs[pc[1]] = small(small_int(a) ^ small_int(b))
                    pc += 4
                    continue
                vm.pc = pc
                slow.arithmetic(pc)
            case Op.MOD | Op.INPLACE_MOD:
                a = regs[pc[2]]
                b = regs[pc[3]]
                if both_small(a, b) and small_int(b) > 0:
                    index = small_int(b)
                    if index & (index - 1) == 0:
                        regs[pc[1]] = small(small_int(a) & (index - 1))
                    elif not LARGE and small_int(a) >= 0:
                        regs[pc[1]] = small(int(uword(small_int(a)) % uword(index)))
                    else:
                        regs[pc[1]] = small(small_int(a) % index)
                    pc += 4
                    continue
                vm.pc = pc
                slow.arithmetic(pc)
            case Op.FLOOR_DIV | Op.INPLACE_FLOOR_DIV:
                a = regs[pc[2]]
                b = regs[pc[3]]
                if both_small(a, b) and small_int(b) > 0:
                    index = small_int(b)
                    number = small_int(a)
                    if not LARGE and index & (index - 1) == 0 and index < QUICK_DIVISOR:
                        while index > 1:
                            number >>= 1
                            index >>= 1
                    else:
                        number //= index
                    regs[pc[1]] = small(number)
                    pc += 4
                    continue
                vm.pc = pc
                slow.arithmetic(pc)
            case Op.TRUE_DIV | Op.INPLACE_TRUE_DIV:
                a = regs[pc[2]]
                b = regs[pc[3]]
                vm.pc = pc
                if LARGE and is_exactly(a, Float) and is_exactly(b, Float) and b.value != 0.0:
                    regs[pc[1]] = Float(a.value / b.value)
                    pc += 4
                    continue
                slow.arithmetic(pc)
            case Op.POW | Op.MATMUL | Op.INPLACE_POW | Op.INPLACE_MATMUL:
                vm.pc = pc
                slow.arithmetic(pc)
            case Op.ADD_INT | Op.INPLACE_ADD_INT:
                a = regs[pc[2]]
                if is_small(a):
                    value = small_add(a, small(int(i8(pc[3]))))
                    if value is not NULL:
                        regs[pc[1]] = value
                        pc += 4
                        continue
                vm.pc = pc
                slow.arithmetic_int(pc)
            case Op.SUB_INT | Op.INPLACE_SUB_INT:
                a = regs[pc[2]]
                if is_small(a):
                    value = small_sub(a, small(int(i8(pc[3]))))
                    if value is not NULL:
                        regs[pc[1]] = value
                        pc += 4
                        continue
                vm.pc = pc
                slow.arithmetic_int(pc)
            case Op.LT | Op.LE | Op.NE | Op.GT | Op.GE:
                vm.pc = pc
                slow.compare(pc)
            case Op.EQ:
                a = regs[pc[2]]
                b = regs[pc[3]]
                if both_small(a, b):
                    regs[pc[1]] = bool_object.TRUE if same(a, b) else bool_object.FALSE
                    pc += 4
                    continue
                vm.pc = pc
                slow.compare(pc)
            case Op.IS | Op.IS_NOT:
                a = regs[pc[2]]
                b = regs[pc[3]]
                if LARGE and a is not NULL and b is not NULL:
                    found_same = same(a, b) == (pc[0] == Op.IS)
                    regs[pc[1]] = bool_object.TRUE if found_same else bool_object.FALSE
                    pc += 4
                    continue
                vm.pc = pc
                slow.identity(pc)
            case Op.IN | Op.NOT_IN:
                key = regs[pc[2]]
                value = regs[pc[3]]
                vm.pc = pc
                if is_exactly(value, Dict) and key is not NULL:
                    index = value.quick_place(key)
                    if index != NOT_PLAIN:
                        found_same = (index >= 0) == (pc[0] == Op.IN)
                        regs[pc[1]] = bool_object.TRUE if found_same else bool_object.FALSE
                        pc += 4
                        continue
                slow.contains(pc)
            case Op.JUMP_IF_LT:
                a = regs[pc[1]]
                b = regs[pc[2]]
                if both_small(a, b):
                    if small_less(a, b):
                        pc += slow.jump(pc + 3)
                    pc += 5
                    continue
                vm.pc = pc
                slow.branch(pc)
            case Op.JUMP_IF_LE:
                a = regs[pc[1]]
                b = regs[pc[2]]
                if both_small(a, b):
                    if not small_less(b, a):
                        pc += slow.jump(pc + 3)
                    pc += 5
                    continue
                vm.pc = pc
                slow.branch(pc)
            case Op.JUMP_IF_EQ:
                a = regs[pc[1]]
                b = regs[pc[2]]
                if both_small(a, b):
                    if same(a, b):
                        pc += slow.jump(pc + 3)
                    pc += 5
                    continue
                vm.pc = pc
                slow.branch(pc)
            case Op.JUMP_IF_NE | Op.JUMP_IF_GT | Op.JUMP_IF_GE:
                a = regs[pc[1]]
                b = regs[pc[2]]
                if LARGE and both_small(a, b):
                    if pc[0] == Op.JUMP_IF_NE:
                        if not same(a, b):
                            pc += slow.jump(pc + 3)
                    elif pc[0] == Op.JUMP_IF_GT:
                        if small_less(b, a):
                            pc += slow.jump(pc + 3)
                    elif not small_less(a, b):
                        pc += slow.jump(pc + 3)
                    pc += 5
                    continue
                vm.pc = pc
                slow.branch(pc)
            case Op.JUMP_UNLESS_LT:
                a = regs[pc[1]]
                b = regs[pc[2]]
                if both_small(a, b):
                    if not small_less(a, b):
                        pc += slow.jump(pc + 3)
                    pc += 5
                    continue
                vm.pc = pc
                slow.branch(pc)
            case Op.JUMP_UNLESS_LE:
                a = regs[pc[1]]
                b = regs[pc[2]]
                if both_small(a, b):
                    if small_less(b, a):
                        pc += slow.jump(pc + 3)
                    pc += 5
                    continue
                vm.pc = pc
                slow.branch(pc)
            case Op.JUMP_UNLESS_EQ:
                a = regs[pc[1]]
                b = regs[pc[2]]
                if both_small(a, b):
                    if not same(a, b):
                        pc += slow.jump(pc + 3)
                    pc += 5
                    continue
                vm.pc = pc
                slow.branch(pc)
            case Op.JUMP_UNLESS_NE:
                a = regs[pc[1]]
                b = regs[pc[2]]
                if both_small(a, b):
                    if same(a, b):
                        pc += slow.jump(pc + 3)
                    pc += 5
                    continue
                vm.pc = pc
                slow.branch(pc)
            case Op.JUMP_UNLESS_GT:
                a = regs[pc[1]]
                b = regs[pc[2]]
                if both_small(a, b):
                    if not small_less(b, a):
                        pc += slow.jump(pc + 3)
                    pc += 5
                    continue
                vm.pc = pc
                slow.branch(pc)
            case Op.JUMP_UNLESS_GE:
                a = regs[pc[1]]
                b = regs[pc[2]]
                if both_small(a, b):
                    if small_less(a, b):
                        pc += slow.jump(pc + 3)
                    pc += 5
                    continue
                vm.pc = pc
                slow.branch(pc)
            case Op.JUMP:
                pc += 3 + slow.jump(pc + 1)
                continue
            case Op.LOOP:
                if vm.pending:
                    vm.pc = pc
                    slow.safe_point()
                pc += 3 + slow.jump(pc + 1)
                continue
            case Op.JUMP_IF:
                value = regs[pc[1]]
                if is_small(value):
                    if not same(value, small(0)):
                        pc += slow.jump(pc + 2)
                    pc += 4
                    continue
                vm.pc = pc
                if value is bool_object.TRUE or (
                    value is not bool_object.FALSE
                    and not (LARGE and value is singletons.NONE)
                    and slow.truth(pc[1])
                ):
                    pc += slow.jump(pc + 2)
                pc += 4
                continue
            case Op.JUMP_UNLESS:
                value = regs[pc[1]]
                if is_small(value):
                    if same(value, small(0)):
                        pc += slow.jump(pc + 2)
                    pc += 4
                    continue
                vm.pc = pc
                if (
                    value is bool_object.FALSE
                    or (LARGE and value is singletons.NONE)
                    or (value is not bool_object.TRUE and not slow.truth(pc[1]))
                ):
                    pc += slow.jump(pc + 2)
                pc += 4
                continue
            case Op.GET_ATTR:
                value = regs[pc[2]]
                if isinstance(value, instance.Instance):
                    place = cache.entry(value.shape, constants[pc[3]])
                    if same(place[0], value.shape) and same(place[1], constants[pc[3]]):
                        slot = place[2]
                        if is_small(slot) and small_int(slot) >= 0:
                            found = value.slots[small_int(slot)]
                            if found is not NULL:
                                regs[pc[1]] = found
                                pc += 4
                                continue
                        elif LARGE and is_small(slot):
                            found = instance.get_slot(value, small_int(slot))
                            if found is not NULL:
                                regs[pc[1]] = found
                                pc += 4
                                continue
                vm.pc = pc
                slow.get_attribute(pc, constants[pc[3]])
            case Op.SET_ATTR:
                value = regs[pc[1]]
                if isinstance(value, instance.Instance):
                    place = cache.entry(value.shape, constants[pc[3]])
                    if same(place[0], value.shape) and same(place[1], constants[pc[3]]):
                        slot = place[2]
                        found = regs[pc[2]]
                        if is_small(slot) and small_int(slot) >= 0 and found is not NULL:
                            value.slots[small_int(slot)] = found
                            pc += 4
                            continue
                        if LARGE and is_small(slot) and found is not NULL:
                            instance.set_slot(value, small_int(slot), found)
                            pc += 4
                            continue
                vm.pc = pc
                slow.set_attribute(pc, constants[pc[3]])
            case Op.GET_ITEM:
                value = regs[pc[2]]
                key = regs[pc[3]]
                vm.pc = pc
                if is_small(key):
                    index = small_int(key)
                    if is_exactly(value, list_object.List):
                        if uword(index) < uword(value.count):
                            regs[pc[1]] = value.items[index]
                            pc += 4
                            continue
                    elif is_exactly(value, Bytearray):
                        if uword(index) < uword(value.count):
                            regs[pc[1]] = small(int(value.data[index]))
                            pc += 4
                            continue
                    elif is_exactly(value, tuple_object.Tuple) and 0 <= index < len(value.items):
                        regs[pc[1]] = value.items[index]
                        pc += 4
                        continue
                if is_exactly(value, Dict) and key is not NULL:
                    index = value.quick_place(key)
                    if index >= 0:
                        regs[pc[1]] = value.value_at(index)
                        pc += 4
                        continue
                slow.get_item(pc)
            case Op.SET_ITEM:
                value = regs[pc[1]]
                key = regs[pc[2]]
                found = regs[pc[3]]
                vm.pc = pc
                if is_small(key):
                    index = small_int(key)
                    if is_exactly(value, list_object.List):
                        if uword(index) < uword(value.count) and found is not NULL:
                            value.items[index] = found
                            pc += 4
                            continue
                    elif (
                        is_exactly(value, Bytearray)
                        and uword(index) < uword(value.count)
                        and is_small(found)
                        and uword(small_int(found)) < 256
                    ):
                        value.data[index] = u8(small_int(found))
                        pc += 4
                        continue
                if is_exactly(value, Dict) and key is not NULL and found is not NULL:
                    value.store(key, found)
                    pc += 4
                    continue
                slow.set_item(pc)
            case Op.FOR_ITER:
                value = regs[pc[2]]
                if isinstance(value, iterators.RangeIterator):
                    if value.remaining != 0:
                        value.remaining -= 1
                        index = value.number
                        value.number = index + value.step
                        regs[pc[1]] = small(index)
                        pc += 5
                        continue
                    pc += 5 + slow.jump(pc + 3)
                    continue
                if isinstance(value, iterators.ListIterator) and value.position < value.owner.count:
                    index = value.position
                    regs[pc[1]] = value.owner.items[index]
                    value.position = index + 1
                    pc += 5
                    continue
                vm.pc = pc
                slow.for_iter(pc)
            case Op.LOAD_METHOD:
                value = regs[pc[2]]
                if not is_small(value) and value is not NULL:
                    key = (
                        value.shape
                        if isinstance(value, instance.Instance)
                        else type_object.TYPES[value]
                    )
                    place = cache.entry(key, constants[pc[3]])
                    if same(place[0], key) and same(place[1], constants[pc[3]]):
                        found = place[2]
                        if not is_small(found):
                            target = regs + pc[1]
                            target[0] = found
                            target[3] = value
                            pc += 4
                            continue
                vm.pc = pc
                slow.load_method(pc, constants[pc[3]])
            case Op.CALL | Op.CALL_METHOD:
                count = int(pc[2])
                base = regs + (pc[1] + frames.LINK_WORDS)
                value = base[-frames.LINK_WORDS]
                if pc[0] == Op.CALL_METHOD:
                    if base[0] is NULL:
                        value = NULL
                    count += 1
                if isinstance(value, function.Function):
                    code = value.code
                    if (
                        code.positional == count
                        and code.flags & binding.SPECIAL == 0
                        and code.keyword_only == 0
                    ):
                        top = base + code.registers
                        if top <= stack.claimed and not vm.pending:
                            base[-2] = small(pc + 3 - items_of(frames.code_of(regs).code))
                            base[-1] = frames.make_link(base - regs, 0, frames.ACTION_CALL)
                            stack.top = top
                            place = base + count
                            if LARGE:
                                fill_items(place, NULL, top - place)
                            else:
                                while place < top:
                                    place[0] = NULL
                                    place += 1
                            regs = base
                            vm.regs = base
                            pc = items_of(code.code)
                            constants = items_of(code.constants)
                            continue
                if (
                    isinstance(value, builtin.Builtin)
                    and base + count <= stack.top
                    and not vm.pending
                ):
                    vm.pc = pc
                    value = slow.call_builtin(value, base, count)
                    base[-frames.LINK_WORDS] = value
                    pc += 3
                    continue
                vm.pc = pc
                slow.call(pc)
            case Op.ITER:
                vm.pc = pc
                value = regs[pc[2]]
                if LARGE and is_exactly(value, list_object.List):
                    regs[pc[1]] = iterators.ListIterator(value, 0)
                    pc += 3
                    continue
                execution.execute(pc)
            case Op.UNPACK:
                value = regs[pc[2]]
                target = regs + pc[1]
                count = int(pc[3])
                if is_exactly(value, tuple_object.Tuple) and len(value.items) == count:
                    copy_items(target, items_of(value.items), count)
                    pc += 4
                    continue
                vm.pc = pc
                execution.execute(pc)
            case Op.BUILD_TUPLE:
                vm.pc = pc
                if LARGE:
                    regs[pc[1]] = tuple_object.new_tuple(regs + pc[2], int(pc[3]))
                    pc += 4
                    continue
                execution.execute(pc)
            case Op.LIST_APPEND:
                vm.pc = pc
                value = regs[pc[1]]
                if is_exactly(value, list_object.List) and regs[pc[2]] is not NULL:
                    value.append(regs[pc[2]])
                    pc += 3
                    continue
                execution.execute(pc)
            case Op.RETURN | Op.RETURN_NONE:
                value = singletons.NONE if pc[0] == Op.RETURN_NONE else regs[pc[1]]
                link = small_int(regs[-1])
                action = link & frames.ACTION_MASK
                if (action == frames.ACTION_CALL and value is not NULL) or (
                    action == frames.ACTION_CONSTRUCT and value is singletons.NONE
                ):
                    regs[-frames.LINK_WORDS] = value
                    offset = small_int(regs[-2])
                    regs -= link >> frames.LINK_SHIFT
                    code = frames.code_of(regs)
                    pc = items_of(code.code, offset)
                    constants = items_of(code.constants)
                    stack.top = regs + code.registers
                    vm.regs = regs
                    continue
                vm.pc = pc
                value = slow.leave(value)
                if value is not NULL:
                    return value
                if LARGE:
                    regs = vm.regs
                    pc = vm.pc
                    constants = items_of(frames.code_of(regs).constants)
                    continue
            case (
                Op.RETURN_CLOSE | Op.RETURN_NONE_CLOSE | Op.RETURN_CLASS | Op.YIELD | Op.YIELD_FROM
            ):
                vm.pc = pc
                value = slow.leave_specially(pc)
                if value is not NULL:
                    return value
                if LARGE:
                    regs = vm.regs
                    pc = vm.pc
                    constants = items_of(frames.code_of(regs).constants)
                    continue
            case Op.BEGIN_HANDLER:
                if frames.code_of(regs).flags & generator.LAZY == 0:
                    place = regs + pc[1]
                    place[1] = vm.handled
                    if not is_small(place[0]):
                        vm.handled = place[0]
                    pc += 2
                    continue
                vm.pc = pc
                execution.execute(pc)
            case Op.END_HANDLER:
                if frames.code_of(regs).flags & generator.LAZY == 0:
                    vm.handled = regs[pc[1] + 1]
                    pc += 2
                    continue
                vm.pc = pc
                execution.execute(pc)
            case Op.END_FINALLY:
                if is_small(regs[pc[1]]):
                    pc += 2
                    continue
                vm.pc = pc
                execution.execute(pc)
            case _:
                vm.pc = pc
                execution.execute(pc)
        if vm.pc == pc and vm.regs == regs:
            pc += 4
        else:
            regs = vm.regs
            pc = vm.pc
            constants = items_of(frames.code_of(regs).constants)
