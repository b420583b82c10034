"""Exception groups: exceptions that contain others, as a tree.

The message and the tuple of exceptions are attributes of the group like those that a program sets.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.typed import NULL, Ptr, Value, as_a, same, small
from anthill.vm import errors, operations
from anthill.vm.depth import check_depth
from anthill.vm.features import LARGE, rare
from anthill.vm.interpreter import attributes
from anthill.vm.messages import message
from anthill.vm.objects import builtin, exception, list, sequence, singletons, trace
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
        raise errors.type_error_with(
            message("Cannot nest BaseExceptions in '%s'"), type_object.name_of(kind), NULL
        )
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
    return LARGE and operations.truth(operations.call1(condition, error))


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


# What `except*` does.


def match_group(match: Ptr[Value], rest: Ptr[Value], condition: Value) -> bool:
    """Split the exception in `rest`, None for none, by a class or several: the part that is of
    these goes to `match`, as a group; whether there is one."""
    check_classes(condition)
    error = rest[0]
    if error is singletons.NONE:
        return False
    found = part(error, condition, True)
    if found is NULL:
        return False
    rest[0] = none_for_null(part(error, condition, False))
    if not is_group(found):
        content = list.new_list(1)
        content.append(found)
        found = operations.call2(BASE_EXCEPTION_GROUP, name(""), content)
    match[0] = found
    return True


def check_classes(condition: Value) -> None:
    """TypeError for what `except*` cannot catch."""
    if isinstance(condition, tuple_object.Tuple):
        for index in range(len(condition.items)):
            check_classes(condition.items[index])
        return
    if not exception.is_exception_type(condition):
        raise errors.type_error(
            message("catching classes that do not inherit from BaseException is not allowed")
        )
    if as_a(type_object.Type, condition).flags & TYPE_GROUP:
        raise errors.type_error(
            message("catching ExceptionGroup with except* is not allowed. Use except instead.")
        )


def join_groups(error: Value, rest: Value, raised: list.List) -> Value:
    """What is left to raise of an exception whose `rest` no clause has caught, while the clauses
    have raised others; None if nothing is."""
    if rest is not singletons.NONE:
        raised.append(rest)
    if raised.count == 0:
        return singletons.NONE
    if not is_group(error):
        return raised.items[0]
    leaves = list.new_list(0)
    others = list.new_list(0)
    for index in range(raised.count):
        entry = raised.items[index]
        if is_part_of(entry, as_a(Instance, error)):
            collect_leaves(leaves, entry)
        else:
            others.append(entry)
    again = projection(error, leaves)
    if again is not NULL:
        others.append(again)
    if others.count == 1:
        return others.items[0]
    return operations.call2(BASE_EXCEPTION_GROUP, name(""), others)


def is_part_of(error: Value, whole: Instance) -> bool:
    """Whether a group remembers what the other does, so that it is a part of it."""
    if not is_group(error):
        return False
    group = as_a(Instance, error)
    if not same(group.slots[exception.CAUSE], whole.slots[exception.CAUSE]):
        return False
    if not same(group.slots[exception.CONTEXT], whole.slots[exception.CONTEXT]):
        return False
    return trace_length(group) == trace_length(whole)


def trace_length(error: Instance) -> int:
    """How much an exception has noted of where it came through."""
    found = trace.traceback_of(error.slots[exception.TRACEBACK])
    return found.at + 2 if isinstance(found, trace.Traceback) else 0


def collect_leaves(leaves: list.List, error: Value) -> None:
    """Add the exceptions in a tree of groups to a list."""
    check_depth()
    if not is_group(error):
        leaves.append(error)
        return
    content = exceptions_of(as_a(Instance, error))
    for index in range(len(content.items)):
        collect_leaves(leaves, content.items[index])


def projection(error: Value, leaves: list.List) -> Value:
    """The group with only these of its exceptions, NULL without."""
    check_depth()
    found = list.new_list(0)
    if not is_group(error):
        for index in range(leaves.count):
            if same(leaves.items[index], error):
                return error
        return NULL
    group = as_a(Instance, error)
    content = exceptions_of(group)
    for index in range(len(content.items)):
        entry = projection(content.items[index], leaves)
        if entry is not NULL:
            found.append(entry)
    return NULL if found.count == 0 else derived(group, found)


@rare(builtin.method(BASE_EXCEPTION_GROUP, "subgroup"))
def group_subgroup(self: Instance, condition: Value) -> Value:
    """`BaseExceptionGroup.subgroup(condition)`."""
    check_condition(condition)
    return none_for_null(part(self, condition, True))


@rare(builtin.method(BASE_EXCEPTION_GROUP, "split"))
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
