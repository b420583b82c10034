"""Arguments meet parameters: everything but the plain positional call that the loop does itself."""

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
    fill_items,
    small,
)
from anthill.vm import errors, operations, writer
from anthill.vm.compiler.bytecode import (
    CODE_COROUTINE,
    CODE_GENERATOR,
    CODE_VARARGS,
    CODE_VARKEYWORDS,
)
from anthill.vm.features import LARGE
from anthill.vm.interpreter import frames
from anthill.vm.messages import message
from anthill.vm.objects import builtin as builtin_object
from anthill.vm.objects import dict as dict_object
from anthill.vm.objects import exception
from anthill.vm.objects import function as function_object
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.str import Str, intern, join2, text

if TYPE_CHECKING:
    from anthill.vm.objects.builtin import Builtin
    from anthill.vm.objects.code import Code
    from anthill.vm.objects.function import Function
    from anthill.vm.objects.tuple import Tuple

SPECIAL: int = CODE_VARARGS | CODE_VARKEYWORDS | CODE_GENERATOR | CODE_COROUTINE
"""Codes with one of these flags need more than their arguments in place."""


def name_count(names: Tuple | None) -> int:
    """Number of keywords of a call."""
    return 0 if names is None else len(names.items)


# Functions.


def is_plain_call(code: Code, count: int) -> bool:
    """Whether `count` positional arguments are the first registers and nothing is to be done."""
    return count == code.positional and code.flags & SPECIAL == 0 and code.keyword_only == 0


def bind_arguments(function: Function, regs: Ptr[Value], count: int, names: Tuple | None) -> None:
    """Turn the arguments of a call, at regs[0] and up, into the registers of its frame.

    Needs stack.top behind the arguments; leaves it behind the registers."""
    code = function.code
    if names is None and is_plain_call(code, count):
        frames.clear_registers(regs, count, code.registers)
        return
    raw = spread(regs, count + name_count(names), code.registers)
    positional = int(code.positional)
    copy_items(regs, raw, count if count < positional else positional)
    rest = positional + code.keyword_only
    if code.flags & CODE_VARARGS:
        surplus = count - positional
        regs[rest] = tuple_object.new_tuple(raw + positional, surplus if surplus > 0 else 0)
        rest += 1
    if code.flags & CODE_VARKEYWORDS:
        regs[rest] = dict_object.new_dict(0)
    if names is not None:
        bind_keywords(function, regs, raw + count, names)
    if count > positional and not code.flags & CODE_VARARGS:
        raise too_many(function, regs, count)
    fill_defaults(function, regs)
    stack.top = regs + code.registers


def spread(regs: Ptr[Value], total: int, registers: int) -> Ptr[Value]:
    """Move the arguments behind the registers, which become NULL; where they are now."""
    stack.top = regs + total
    room.reserve(registers + total)
    raw = regs + registers
    copy_items(raw, regs, total)
    fill_items(regs, NULL, registers)
    regs[-2] = small(0)
    regs[-1] = small(0)
    stack.top = raw + total
    return raw


def bind_keywords(function: Function, regs: Ptr[Value], values: Ptr[Value], names: Tuple) -> None:
    """Store the keyword arguments."""
    code = function.code
    named = int(code.positional + code.keyword_only)
    for at in range(len(names.items)):
        title = as_a(Str, names.items[at])
        index = find_parameter(code, title)
        if index >= code.positional_only:
            if regs[index] is not NULL:
                pattern = message("%s() got multiple values for argument '%s'")
                raise errors.type_error_with(pattern, title_of(function), title)
            regs[index] = values[at]
        elif code.flags & CODE_VARKEYWORDS:
            extra = regs[named + int(code.flags & CODE_VARARGS != 0)]
            as_a(dict_object.Dict, extra).store(title, values[at])
        else:
            raise unexpected(function, title, names)


@cold
def unexpected(function: Function, title: Str, names: Tuple) -> PyError:
    """The TypeError for a keyword that no parameter takes: positional-only parameters among all
    keywords are named first."""
    pattern = message("%s() got an unexpected keyword argument '%s'")
    found: Str | None = None
    code = function.code
    for index in range(code.positional_only):
        for at in range(len(names.items)):
            word = intern(as_a(Str, names.items[at]))
            if code.constants[index] is word:
                found = word if found is None else join2(join2(found, text(", ")), word)
    if found is not None:
        pattern = message(
            "%s() got some positional-only arguments passed as keyword arguments: '%s'"
        )
        title = found
    return errors.type_error_with(pattern, title_of(function), title)


def find_parameter(code: Code, title: Str) -> int:
    """The register of the parameter with this name, -1 if there is none."""
    wanted = intern(title)
    for index in range(code.positional + code.keyword_only):
        if code.constants[index] is wanted:
            return index
    return -1


def fill_defaults(function: Function, regs: Ptr[Value]) -> None:
    """Give the parameters that are still NULL their defaults."""
    code = function.code
    extra = function.extra
    positional = int(code.positional)
    if extra is not None and extra.defaults is not None:
        defaults = extra.defaults
        first = positional - len(defaults.items)
        for index in range(first, positional):
            if regs[index] is NULL:
                regs[index] = defaults.items[index - first]
    for index in range(positional):
        if regs[index] is NULL:
            raise missing(function, regs, 0, positional, text("positional"))
    if code.keyword_only:
        fill_keyword_defaults(function, regs)


def fill_keyword_defaults(function: Function, regs: Ptr[Value]) -> None:
    """As `fill_defaults`, for keyword-only parameters."""
    code = function.code
    extra = function.extra
    start = int(code.positional)
    end = start + code.keyword_only
    for index in range(start, end):
        if regs[index] is NULL and extra is not None and extra.keyword_defaults is not None:
            regs[index] = extra.keyword_defaults.find(code.constants[index])
    for index in range(start, end):
        if regs[index] is NULL:
            raise missing(function, regs, start, end, text("keyword-only"))


@cold
def title_of(function: Function) -> Str:
    """The name for messages."""
    return operations.str_text(function_object.qualified_name(function))


@cold
def missing(function: Function, regs: Ptr[Value], start: int, end: int, kind: Str) -> PyError:
    """The TypeError for parameters that got nothing."""
    code = function.code
    left = 0
    for index in range(start, end):
        left += int(regs[index] is NULL)
    out = writer.string_writer()
    out.write_text(title_of(function))
    out.write_message(message("() missing "))
    out.write_int(left)
    out.write_message(message(" required "))
    out.write_text(kind)
    out.write_message(message(" argument: " if left == 1 else " arguments: "))
    several = left > 2
    for index in range(start, end):
        if regs[index] is NULL:
            out.write_char(ord("'"))
            out.write_text(as_a(Str, code.constants[index]))
            out.write_char(ord("'"))
            left -= 1
            if left > 0 and several:
                out.write_char(ord(","))
            if left > 0:
                out.write_char(ord(" "))
            if left == 1:
                out.write_message(message("and "))
    return errors.error(exception.TYPE_ERROR, out.finish())


@cold
def too_many(function: Function, regs: Ptr[Value], count: int) -> PyError:
    """The TypeError for more positional arguments than parameters."""
    code = function.code
    named = 0
    for index in range(int(code.positional), int(code.positional + code.keyword_only)):
        named += int(regs[index] is not NULL)
    extra = function.extra
    least = int(code.positional)
    if extra is not None and extra.defaults is not None:
        least -= len(extra.defaults.items)
    return wrong_count(title_of(function), least, code.positional, count, named)


@cold
def wrong_count(title: Str, least: int, most: int, count: int, named: int) -> PyError:
    """The TypeError for `count` arguments, besides `named` keyword-only ones, where `least` to
    `most` are taken."""
    out = writer.string_writer()
    out.write_text(title)
    out.write_message(message("() takes "))
    if least != most:
        out.write_message(message("from "))
        out.write_int(least)
        out.write_message(message(" to "))
    out.write_int(most)
    single = least == 1 and most == 1
    out.write_message(message(" positional argument" if single else " positional arguments"))
    out.write_message(message(" but "))
    out.write_int(count)
    if LARGE and named:
        out.write_message(
            message(" positional argument" if count == 1 else " positional arguments")
        )
        out.write_message(message(" (and "))
        out.write_int(named)
        out.write_message(message(" keyword-only argument"))
        out.write_message(message(")" if named == 1 else "s)"))
    out.write_message(message(" was given" if count == 1 and not named else " were given"))
    return errors.error(exception.TYPE_ERROR, out.finish())


# Builtins.


def call_builtin(called: Builtin, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """Call a builtin: check the arguments, put keywords in their places."""
    if names is not None and len(names.items) != 0:
        return call_with_keywords(called, args, count, names)
    check_count(called, args, count)
    named = builtin_object.keyword_count(called)
    if named == 0 or not isinstance(called, builtin_object.BuiltinVariadic):
        return called.invoke(args, count, args)
    empty = frames.push(named)
    result = called.invoke(args, count, empty)
    frames.pop(empty)
    return result


def check_count(called: Builtin, args: Ptr[Value], count: int) -> None:
    """Check the number of arguments, and the type of `self`."""
    most = builtin_object.most_of(called)
    if count < builtin_object.least_of(called) or count > most != builtin_object.ANY_NUMBER:
        raise builtin_count_error(called, count)
    owner = builtin_object.owner_of(called)
    if owner is not None:
        kind = type_object.type_of(args[0])
        if kind is not owner and not type_object.is_subtype(kind, owner):
            raise errors.type_error_with(
                message("descriptor requires a '%s' object but received '%t'"),
                type_object.name_of(owner),
                args[0],
            )


@cold
def builtin_count_error(called: Builtin, count: int) -> PyError:
    """The TypeError for a wrong number of arguments; `self` is not counted."""
    own = builtin_object.arity_of(called) >> 7
    least = builtin_object.least_of(called) - own
    most = builtin_object.most_of(called) - own
    given = count - own
    out = writer.string_writer()
    owner = builtin_object.owner_of(called)
    if owner is not None and least == most and most <= 1:
        type_object.write_name(owner, out)
        out.write_char(ord("."))
    out.write_text(builtin_object.title_of(called.title))
    if given < 0:
        out.write_message(message("() needs an argument"))
        return errors.error(exception.TYPE_ERROR, out.finish())
    if most == 0:
        out.write_message(message("() takes no arguments ("))
    elif least == most and most == 1:
        out.write_message(message("() takes exactly one argument ("))
    else:
        out.write_message(message(" expected " if least == most else " expected at "))
        if least != most:
            out.write_message(message("least " if given < least else "most "))
        limit = least if given < least else most
        out.write_int(limit)
        out.write_message(message(" argument, got " if limit == 1 else " arguments, got "))
        out.write_int(given)
        return errors.error(exception.TYPE_ERROR, out.finish())
    out.write_int(given)
    out.write_message(message(" given)"))
    return errors.error(exception.TYPE_ERROR, out.finish())


def call_with_keywords(called: Builtin, args: Ptr[Value], count: int, names: Tuple) -> Value:
    """Call a builtin with keyword arguments."""
    named = builtin_object.keyword_count(called)
    if named == 0:
        raise errors.type_error_with(
            message("%s() takes no keyword arguments"), builtin_object.qualified_name(called), NULL
        )
    variadic = isinstance(called, builtin_object.BuiltinVariadic)
    size = count + named if variadic else builtin_object.most_of(called)
    if count > size:
        raise builtin_count_error(called, count)
    values = frames.push(size)
    copy_items(values, args, count)
    first = size - named
    for at in range(len(names.items)):
        index = first + find_keyword(called, names.items[at])
        if values[index] is not NULL:
            pattern = message("argument for %s() given by name ('%s') and position")
            raise errors.type_error_with(
                pattern, builtin_object.title_of(called.title), names.items[at]
            )
        values[index] = args[count + at]
    given = count
    if not variadic and count < builtin_object.least_of(called):
        given = last_given(values, builtin_object.least_of(called))
    check_count(called, values, given)
    result = called.invoke(values, count if variadic else size, values + first)
    frames.pop(values)
    return result


def last_given(values: Ptr[Value], least: int) -> int:
    """How many of the first `least` arguments are there without a gap."""
    for index in range(least):
        if values[index] is NULL:
            return index
    return least


def find_keyword(called: Builtin, title: Value) -> int:
    """The index of a keyword among those of a builtin."""
    index = builtin_object.find_keyword(called, intern(as_a(Str, title)))
    if index < 0:
        raise errors.type_error_with(
            message("%s() got an unexpected keyword argument '%s'"),
            builtin_object.title_of(called.title),
            title,
        )
    return index
