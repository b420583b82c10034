"""raise, try, except, finally: what is caught where, and which locals survive the jump."""

from __future__ import annotations

from typing import NoReturn

from anthill.typed import NULL, Static, cold, hot, small, small_int
from tests.translate.cases import cases, over
from tests.translate.cases.support import Failure


@cold
def fail(n: int) -> NoReturn:
    raise Failure(small(n))


def checked(n: int) -> int:
    if n < 0:
        fail(n)
    if n > 100:
        raise Failure(NULL)
    return n


def make_failure(n: int) -> Failure:
    return Failure(small(n * 2))


class Log(Static):
    """What happened."""

    events: int = 0


log = Log()


@cases(1, -5, 101)
def caught(n: int) -> int:
    try:
        return checked(n) + 1000
    except Failure as error:
        if error.value is NULL:
            return -1
        return small_int(error.value)


@cases(5, -3)
def locals_survive(n: int) -> int:
    total = 1
    before = n * 2
    try:
        total = 10
        total += checked(2)
        total += checked(n)
    except Failure:
        total += 1000
    return total + before


@cases(-1, 7, 200)
def nested(n: int) -> int:
    result = 0
    try:
        try:
            result = checked(n)
        except Failure as inner:
            result = 50
            if inner.value is NULL:
                raise
            raise make_failure(small_int(inner.value)) from inner
    except Failure as outer:
        result += 1 if outer.value is NULL else small_int(outer.value)
    return result


@over([3, -1], [0, 1])
def loops(n: int, stop: int) -> int:
    total = 0
    for i in range(5):
        try:
            if i == 3 and stop:
                break
            if i == 1:
                continue
            total += checked(n * i)
        except Failure:
            total += 100
            continue
    return total


@cases(4, -4)
def with_finally(n: int) -> int:
    log.events = 0
    try:
        try:
            log.events += checked(n)
        finally:
            log.events += 1000
    except Failure as error:
        log.events += small_int(error.value)
    return log.events


@cases(4, -4)
def handled_and_finally(n: int) -> int:
    total = 0
    try:
        total = checked(n)
    except Failure:
        total = 77
    finally:
        total += 1000
    return total


@cases(3)
def reraised_many_times(n: int) -> int:
    count = 0
    for depth in range(n):
        try:
            descend(depth)
        except Failure as error:
            count += small_int(error.value)
    return count


def descend(depth: int) -> None:
    try:
        if depth == 0:
            fail(1)
        descend(depth - 1)
    except Failure as error:
        raise Failure(small(small_int(error.value) + 1)) from error


@hot
def between(n: int) -> int:
    """Native, also where its callers are compact code."""
    return below(n - 1) + 1


def below(n: int) -> int:
    if n == 0:
        fail(-7)
    try:
        total = between(n)
        return total + checked(101 - n)
    except Failure as error:
        log.events += n
        if n % 3 == 1:
            raise
        if n % 3 == 2:
            raise Failure(small(small_int(error.value) - n)) from error
        return small_int(error.value)


@cases(0, 1, 2, 3, 4, 5, 7)
def handlers_below_each_other(n: int) -> int:
    log.events = 0
    try:
        return below(n) * 100 + log.events
    except Failure as error:
        return small_int(error.value) * 1000 + log.events
