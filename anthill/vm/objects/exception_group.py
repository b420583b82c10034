"""Exception groups: exceptions that contain others, as a tree.

The message and the tuple of exceptions are attributes of the group like those that a program sets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, Value, as_a, small
from anthill.vm import errors, operations
from anthill.vm.depth import check_depth
from anthill.vm.interpreter import attributes
from anthill.vm.messages import message
from anthill.vm.objects import builtin, exception, list, sequence, singletons
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.exception import BASE_EXCEPTION_GROUP, EXCEPTION, EXCEPTION_GROUP
from anthill.vm.objects.instance import Instance
from anthill.vm.objects.str import Str, name
from anthill.vm.objects.type import TYPE_GROUP

if TYPE_CHECKING:
    from anthill.vm.objects.tuple import Tuple
    from anthill.vm.objects.type import Type


def is_group(value: Value) -> bool:
    """Whether a Value is an exception group."""
    return isinstance(value, Instance) and value.shape.owner.flags & TYPE_GROUP != 0


def exceptions_of(group: Instance) -> Tuple:
    """The exceptions directly in a group."""
    return as_a(tuple_object.Tuple, attributes.slot_attribute(group, name("exceptions")))


def message_of(group: Instance) -> Value:
    """The message of a group."""
    return attributes.slot_attribute(group, name("message"))


# Making.


def kind_for(kind: Type, args: Tuple) -> Type:
    """Check the arguments of a group; the type that it gets: a BaseExceptionGroup of Exceptions
    alone is an ExceptionGroup."""
    count = len(args.items)
    if count != 2:
        raise errors.type_error_with(
            message("BaseExceptionGroup.__new__() takes exactly 2 arguments (%d given)"),
            small(count),
            NULL,
        )
    if not isinstance(args.items[0], Str):
        raise errors.type_error_with(
            message("BaseExceptionGroup.__new__() argument 1 must be str, not %t"),
            args.items[0],
            NULL,
        )
    content = contents(args.items[1])
    found = len(content.items)
    if found == 0:
        raise errors.value_error(
            message("second argument (exceptions) must be a non-empty sequence")
        )
    plain = True
    for index in range(found):
        entry = content.items[index]
        if not exception.is_exception(entry):
            raise errors.value_error_with(
                message("Item %d of second argument (exceptions) is not an exception"),
                small(index),
                NULL,
            )
        plain = plain and exception.is_kind(entry, EXCEPTION)
    if kind is BASE_EXCEPTION_GROUP:
        return EXCEPTION_GROUP if plain else kind
    if not plain and kind is EXCEPTION_GROUP:
        raise errors.type_error(message("Cannot nest BaseExceptions in an ExceptionGroup"))
    if not plain and type_object.is_subtype(kind, EXCEPTION):
        raise errors.type_error_with(message("Cannot nest BaseExceptions in '%s'"), kind.name, NULL)
    return kind


def contents(value: Value) -> Tuple:
    """The second argument as a tuple."""
    if isinstance(value, tuple_object.Tuple) or isinstance(value, list.List):
        return sequence.tuple_from(value)
    if type_object.is_custom(value) and operations.is_iterable(value):
        return sequence.tuple_from(value)
    raise errors.type_error(message("second argument (exceptions) must be a sequence"))


def fill(group: Instance, args: Tuple) -> None:
    """Give a new group its attributes."""
    attributes.set_slot_attribute(group, name("message"), args.items[0])
    attributes.set_slot_attribute(group, name("exceptions"), contents(args.items[1]))


# Splitting.


def matches(error: Value, condition: Value) -> bool:
    """Whether an exception or group fulfils the condition of `split`: a type, several of them, or a
    function."""
    if isinstance(condition, tuple_object.Tuple):
        for index in range(len(condition.items)):
            if matches(error, condition.items[index]):
                return True
        return False
    if isinstance(condition, type_object.Type):
        return exception.is_kind(error, condition)
    return operations.truth(operations.call1(condition, error))


def check_condition(condition: Value) -> None:
    """TypeError for what cannot be a condition."""
    fits = exception.is_exception_type(condition)
    if isinstance(condition, tuple_object.Tuple):
        fits = True
        for index in range(len(condition.items)):
            fits = fits and exception.is_exception_type(condition.items[index])
    elif not isinstance(condition, type_object.Type):
        fits = fits or operations.find_attribute(condition, name("__call__")) is not NULL
    if not fits:
        raise errors.type_error(
            message(
                "expected an exception type, a tuple of exception types, or a callable "
                "(other than a class)"
            )
        )


def part(error: Value, condition: Value, wanted: bool) -> Value:
    """What of an exception fulfils a condition, or does not: itself, a group of that, or NULL."""
    check_depth()
    if matches(error, condition):
        return error if wanted else NULL
    if not is_group(error):
        return NULL if wanted else error
    group = as_a(Instance, error)
    content = exceptions_of(group)
    found = list.new_list(0)
    for index in range(len(content.items)):
        entry = part(content.items[index], condition, wanted)
        if entry is not NULL:
            found.append(entry)
    return NULL if found.count == 0 else derived(group, found)


def derived(group: Instance, content: Value) -> Value:
    """`group.derive(content)` with what the group remembers."""
    made = operations.call1(operations.get_attribute(group, name("derive")), content)
    if not is_group(made):
        raise errors.type_error(message("derive must return an instance of BaseExceptionGroup"))
    result = as_a(Instance, made)
    trace = exception.traceback_of(group)
    if trace is not singletons.NONE:
        exception.set_traceback(result, trace)
    result.slots[exception.CONTEXT] = group.slots[exception.CONTEXT]
    result.slots[exception.CAUSE] = group.slots[exception.CAUSE]
    notes = attributes.attribute_or_null(group, name("__notes__"))
    if isinstance(notes, list.List):
        operations.set_attribute(result, name("__notes__"), sequence.list_of(notes))
    return result


def none_for_null(value: Value) -> Value:
    """None for NULL."""
    return singletons.NONE if value is NULL else value


@builtin.method(BASE_EXCEPTION_GROUP, "subgroup")
def group_subgroup(self: Instance, condition: Value) -> Value:
    """`BaseExceptionGroup.subgroup(condition)`."""
    check_condition(condition)
    return none_for_null(part(self, condition, True))


@builtin.method(BASE_EXCEPTION_GROUP, "split")
def group_split(self: Instance, condition: Value) -> Value:
    """`BaseExceptionGroup.split(condition)`."""
    check_condition(condition)
    result = exception.alloc_tuple(2)
    result.items[0] = none_for_null(part(self, condition, True))
    result.items[1] = none_for_null(part(self, condition, False))
    return result


@builtin.method(BASE_EXCEPTION_GROUP, "derive")
def group_derive(self: Instance, content: Value) -> Value:
    """`BaseExceptionGroup.derive(exceptions)`."""
    return operations.call2(BASE_EXCEPTION_GROUP, message_of(self), content)


@builtin.method(BASE_EXCEPTION_GROUP, "__str__")
def group_str(self: Instance) -> Value:
    """`BaseExceptionGroup.__str__`."""
    count = len(exceptions_of(self).items)
    pattern = message("%s (%d sub-exceptions)")
    if count == 1:
        pattern = message("%s (%d sub-exception)")
    return errors.formatted(pattern, message_of(self), small(count))
