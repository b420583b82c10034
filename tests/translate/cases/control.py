"""Statements: branches, loops, match, threaded dispatch, evaluation order."""

from __future__ import annotations

from enum import IntEnum

from anthill.typed import TRANSLATING, Array, Static, hot, inline, opcodes, threaded, u8, u32
from tests.translate.cases import cases, over


class Op(IntEnum):
    STOP = 0
    ADD = 1
    DOUBLE = 2
    SKIP = 3
    LOOP = 200


@cases(*range(-3, 12))
def branches(n: int) -> int:
    if n < 0:
        return -1
    elif n == 0:
        result = 0
    else:
        result = n if n % 2 == 0 else -n
    return result


@cases(0, 1, 2, 10, 27)
def collatz(n: int) -> int:
    steps = 0
    while n > 1:
        if n & 1:
            n = 3 * n + 1
        else:
            n //= 2
        steps += 1
        if steps > 50:
            break
    return steps


@over([0, 3, -2], [0, 5, 9], [1, 2, 4])
def rising(start: int, stop: int, step: int) -> int:
    total = 0
    for i in range(start, stop, step):
        total = total * 10 + i
    return total


@over([9, 3], [0, -4])
def falling(start: int, stop: int) -> int:
    total = 0
    for i in range(start, stop, -2):
        total = total * 10 + i
    for i in reversed(range(3)):
        total = total * 10 + i
    return total


@cases(0, 1, 6)
def loop_variable(n: int) -> int:
    last = -1
    total = 0
    for i in range(n):
        last = i
        i += 10
        total += i
    return last * 1000 + total


@cases(0, 3, 20)
def nested(n: int) -> int:
    total = 0
    for i in range(n):
        if i == 7:
            continue
        for j in range(i):
            if j > 4:
                break
            total += i * j
        if total > 500:
            break
    return total


@cases(*range(0, 300, 25))
def matched(n: int) -> int:
    match n:
        case 0:
            return 100
        case 25 | 50:
            result = 1
        case Op.LOOP:
            result = 2
        case _:
            result = 3
    return result


@cases(*range(6))
def match_in_loop(n: int) -> int:
    total = 0
    for i in range(n):
        match i:
            case 1:
                continue
            case 3:
                break
        total += i + 1
    return total


PROGRAM: Array[u8] = Array(u8, 9)
PROGRAM.storage[:] = bytes([1, 2, 3, 1, 1, 7, 200, 2, 0])


@hot
@threaded
@cases(1, 2, 3)
def dispatch(count: int) -> int:
    total = 0
    at = 0
    while True:
        op = PROGRAM[at]
        at += 1
        match op:
            case Op.STOP:
                return total
            case Op.ADD:
                total += 1
            case Op.DOUBLE:
                total *= 2
                if total > 1000:
                    break
            case Op.SKIP:
                at += 1
                continue
            case Op.LOOP:
                count -= 1
                if count > 0:
                    at = 0
                    for i in range(5):
                        if i == 3:
                            break
                        total += i
            case _:
                total += 100
    return -total


@threaded
@opcodes(4)
@cases(2, 5)
def dispatch_unchecked(count: int) -> int:
    total = 0
    at = 0
    while True:
        op = u8(at & 3)
        match op:
            case 0:
                total += 1
            case 2:
                total *= 3
                count -= 1
                if count == 0:
                    break
            case _:
                total += 10
        at += 1
    return total


@hot
@threaded
@cases(1, 5)
def dispatch_with_rest(count: int) -> int:
    total = 0
    at = 0
    more = 0
    while True:
        op = PROGRAM[at]
        match op:
            case Op.ADD:
                total += 1
                at += 1
                continue
            case Op.DOUBLE:
                more = 2
            case Op.SKIP:
                at += 1
            case Op.LOOP:
                count -= 1
                if count == 0:
                    break
                at = 0
                continue
            case _:
                more = 7
        total += more
        at += 1
    return total


class Trace(Static):
    """What was evaluated, in order."""

    log: int = 0


trace = Trace()


def step(n: int) -> int:
    trace.log = (trace.log * 10 + n) % 10_000_000
    return n


def three(a: int, b: int, c: int) -> int:
    return a * 100 + b * 10 + c


@cases()
def order_of_arguments() -> int:
    trace.log = 0
    result = three(step(1), step(2), step(3)) + step(4) * step(5)
    return trace.log * 100_000 + result


@cases()
def order_with_reads() -> int:
    trace.log = 5
    return trace.log * 1000 + step(7) + trace.log


@cases()
def order_of_keywords() -> int:
    trace.log = 0
    return three(c=step(1), a=step(2), b=step(3)) * 1000 + (trace.log > 0)


@over([0, 1, 5], [0, 1, 5])
def short_circuit(a: int, b: int) -> int:
    trace.log = 0
    if step(a) > 0 and step(b) > 0 or step(9) < 0:
        trace.log += 1
    return trace.log


@cases(0, 4)
def walrus(n: int) -> int:
    total = 0
    while (half := n // 2) > 0:
        total += half
        n -= 1
    return total


@cases()
def folded() -> int:
    if TRANSLATING and not TRANSLATING:
        return undefined_name  # type: ignore[name-defined]  # noqa: F821
    return 1 if Op.ADD < Op.DOUBLE else 2


@inline
def doubled(n: u32) -> u32:
    return u32(n * 2)


@cases(0, 1, 0xFFFFFFFF)
def inlined(n: u32) -> u32:
    return doubled(doubled(n))


@over([0, 2], [3, 0])
def chosen_operand(a: int, b: int) -> int:
    return (a or b) * 10 + (a and b)


def divided(a: int, b: int) -> tuple[int, bool]:
    return a // b, a % b == 0


@over([7, 8], [2, 3])
def several_results(a: int, b: int) -> int:
    quotient, exact = divided(a, b)
    return -quotient if exact else quotient


@cases(1, 5)
def defaults(n: int) -> int:
    return with_default(n) * 100 + with_default(n, 2) * 10 + with_default(n, scale=3)


def with_default(n: int, scale: int = 1) -> int:
    return n * scale
