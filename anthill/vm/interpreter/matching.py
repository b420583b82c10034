"""What patterns ask of their subjects: sequences, mappings, instances of a class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, Ptr, Value, as_a, is_small, noinline, same, small, small_int, u8
from anthill.vm import errors, operations, writer
from anthill.vm.compiler.bytecode import MATCH_NO_STAR, MATCH_REST, Op
from anthill.vm.interpreter import attributes, frames
from anthill.vm.messages import message
from anthill.vm.objects import bytearray as bytearray_object
from anthill.vm.objects import bytes as bytes_object
from anthill.vm.objects import dict as dict_object
from anthill.vm.objects import dict_views, exception, sequence
from anthill.vm.objects import float as float_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects import range as range_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.dict_methods import DICT_TYPE
from anthill.vm.objects.list_methods import LIST_TYPE
from anthill.vm.objects.set import FROZENSET_TYPE, SET_TYPE
from anthill.vm.objects.str import Str, intern, name
from anthill.vm.objects.tuple import Tuple
from anthill.vm.objects.tuple_methods import TUPLE_TYPE
from anthill.vm.objects.type import Type

if TYPE_CHECKING:
    from anthill.vm.objects.dict import Dict

SEQUENCE = 1 << 5
MAPPING = 1 << 6
"""What the attribute `__abc_tpflags__` of a class says about its instances, as in CPython."""

SEQUENCES: Tuple = tuple_object.tuple_of(LIST_TYPE, TUPLE_TYPE, range_object.RANGE_TYPE)

# Types whose one positional part is the subject itself.
SELF_MATCHING: Tuple = tuple_object.tuple_of(
    int_object.INT_TYPE,
    str_object.STR_TYPE,
    float_object.FLOAT_TYPE,
    LIST_TYPE,
    TUPLE_TYPE,
    DICT_TYPE,
    SET_TYPE,
    FROZENSET_TYPE,
    bytes_object.BYTES_TYPE,
    bytearray_object.BYTEARRAY_TYPE,
)


@noinline
def match_instruction(at: Ptr[u8], regs: Ptr[Value], high: int) -> bool:
    """Run MATCH_SEQUENCE, MATCH_MAPPING or MATCH_CLASS; whether the subject matches."""
    target = regs + at[1]
    subject = regs[at[2]]
    if at[0] == Op.MATCH_SEQUENCE:
        return match_sequence(target, subject, int(at[3]), int(at[4]))
    if at[0] == Op.MATCH_MAPPING:
        return match_mapping(target, subject, int(at[3]))
    names = as_a(tuple_object.Tuple, frames.code_of(regs).constants[high | at[3]])
    return match_class(target, subject, names, int(at[4]))


def derives(kind: Type, bases: Tuple) -> bool:
    """Whether a type is or inherits one of these."""
    for index in range(len(bases.items)):
        if type_object.is_subtype(kind, as_a(Type, bases.items[index])):
            return True
    return False


def has_flag(kind: Type, flag: int) -> bool:
    """Whether `__abc_tpflags__` of a type says so."""
    found = type_object.lookup(kind, name("__abc_tpflags__"))
    return found is not NULL and is_small(found) and small_int(found) & flag != 0


def match_sequence(target: Ptr[Value], subject: Value, before: int, after: int) -> bool:
    """MATCH_SEQUENCE."""
    kind = type_object.type_of(subject)
    if not derives(kind, SEQUENCES) and not has_flag(kind, SEQUENCE):
        return False
    if before == 0 and after == MATCH_REST:
        return True
    size = operations.length(subject)
    if after == MATCH_NO_STAR:
        if size != before:
            return False
        if before:
            sequence.unpack(subject, target, before)
        return True
    last = after & ~MATCH_REST
    if size < before + last:
        return False
    if after == last:
        sequence.unpack_star(subject, target, before, after)
        return True
    for index in range(before):
        target[index] = operations.get_item(subject, small(index))
    for index in range(last):
        target[before + 1 + index] = operations.get_item(subject, small(size - last + index))
    return True


def match_mapping(target: Ptr[Value], subject: Value, how: int) -> bool:
    """MATCH_MAPPING."""
    kind = type_object.type_of(subject)
    if not type_object.is_subtype(kind, DICT_TYPE) and not has_flag(kind, MAPPING):
        return False
    count = how & ~MATCH_REST
    if count and operations.length(subject) < count:
        return False
    found = dict_object.new_dict(count)
    for index in range(count):
        key = target[index]
        if found.find(key) is not NULL:
            raise errors.value_error_with(
                message("mapping pattern checks duplicate key (%r)"), key, NULL
            )
        value = value_of(subject, key)
        if value is NULL:
            return False
        found.store(key, value)
    if how & MATCH_REST:
        rest = dict_object.new_dict(0)
        dict_views.update_from(rest, subject)
        for index in range(count):
            rest.remove(target[index])
        target[count] = rest
    for index in range(count):
        target[index] = found.find(target[index])
    return True


def value_of(subject: Value, key: Value) -> Value:
    """The value of a mapping for a key, NULL where there is none."""
    if isinstance(subject, dict_object.Dict):
        return subject.find(key)
    missing = dict_object.new_dict(0)
    found = operations.call2(operations.get_attribute(subject, name("get")), key, missing)
    return NULL if same(found, missing) else found


def match_class(target: Ptr[Value], subject: Value, names: Tuple, positional: int) -> bool:
    """MATCH_CLASS."""
    kind = target[0]
    if not isinstance(kind, Type):
        raise errors.type_error(message("called match pattern must be a class"))
    if not type_object.is_instance(subject, kind):
        return False
    seen = dict_object.new_dict(positional)
    first = 0
    if positional:
        words = attributes.attribute_or_null(kind, name("__match_args__"))
        if words is NULL and derives(kind, SELF_MATCHING):
            check_parts(kind, 1, positional)
            target[0] = subject
            first = 1
        else:
            check_words(kind, words, positional)
        for index in range(first, positional):
            title = as_a(tuple_object.Tuple, words).items[index]
            if not isinstance(title, Str):
                raise errors.type_error_with(
                    message("__match_args__ elements must be strings (got %t)"), title, NULL
                )
            if not match_attribute(target + index, kind, subject, title, seen):
                return False
    for index in range(len(names.items)):
        part = target + (positional + index)
        if not match_attribute(part, kind, subject, names.items[index], seen):
            return False
    return True


def check_words(kind: Type, words: Value, positional: int) -> None:
    """TypeError unless `__match_args__`, if there is one, names that many parts."""
    most = 0
    if words is not NULL:
        if not isinstance(words, tuple_object.Tuple):
            raise errors.type_error_with(
                message("%s.__match_args__ must be a tuple (got %t)"),
                type_object.name_of(kind),
                words,
            )
        most = len(words.items)
    check_parts(kind, most, positional)


def check_parts(kind: Type, most: int, positional: int) -> None:
    """TypeError for more positional parts than a class has."""
    if positional > most:
        out = writer.string_writer()
        type_object.write_name(kind, out)
        out.write_message(message("() accepts "))
        out.write_int(most)
        out.write_message(message(" positional sub-pattern"))
        out.write_message(message(" (" if most == 1 else "s ("))
        out.write_int(positional)
        out.write_message(message(" given)"))
        raise errors.error(exception.TYPE_ERROR, out.finish())


def match_attribute(part: Ptr[Value], kind: Type, subject: Value, title: Value, seen: Dict) -> bool:
    """Get one attribute of the subject, unless it has none; TypeError when it was seen before."""
    if seen.find(title) is not NULL:
        raise errors.type_error_with(
            message("%s() got multiple sub-patterns for attribute %r"),
            type_object.name_of(kind),
            title,
        )
    seen.store(title, title)
    found = attributes.attribute_or_null(subject, intern(as_a(Str, title)))
    part[0] = found
    return found is not NULL
