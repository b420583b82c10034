"""Making types: `class` statements, `type(name, bases, dict)` and metaclasses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anthill.runtime.errors import PyError
from anthill.runtime.extended import extended_copy
from anthill.runtime.weak import WeakArray, weak_array
from anthill.typed import (
    NULL,
    Ptr,
    Static,
    Value,
    alloc,
    as_a,
    cold,
    is_small,
    same,
    small,
    small_int,
    u8,
)
from anthill.vm import errors, operations
from anthill.vm.features import LARGE, SUBTYPES
from anthill.vm.interpreter import attributes, closures, frames, slow
from anthill.vm.messages import message
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import cell as cell_object
from anthill.vm.objects import (
    derived,
    exception,
    function,
    instance,
    member,
    method,
    sequence,
    singletons,
    sort,
    str_methods,
)
from anthill.vm.objects import dict as dict_object
from anthill.vm.objects import list as list_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.str import Str, intern, name
from anthill.vm.objects.type import (
    TYPE_EXCEPTION,
    TYPE_FULL,
    TYPE_GET_ALL,
    TYPE_GET_ATTRIBUTE,
    TYPE_GROUP,
    TYPE_HEAP,
    TYPE_INSTANCES,
    TYPE_MEMBERS,
    TYPE_NATIVE,
    TYPE_SET_ATTRIBUTE,
    HeapType,
    Type,
)
from anthill.vm.writer import string_writer

if TYPE_CHECKING:
    from anthill.vm.objects.dict import Dict
    from anthill.vm.objects.tuple import Tuple


TYPE_INHERITED = (
    TYPE_EXCEPTION
    | TYPE_GET_ATTRIBUTE
    | TYPE_SET_ATTRIBUTE
    | TYPE_GET_ALL
    | TYPE_GROUP
    | TYPE_MEMBERS
)
"""Flags that a class has from its bases."""

# Class statements.


def resolved_bases(bases: Tuple) -> Tuple:
    """The bases with what `__mro_entries__` says instead of those that are no types."""
    result = bases
    if not SUBTYPES:
        return result
    for index in range(len(bases.items)):
        base = bases.items[index]
        if isinstance(base, Type):
            continue
        hook = attributes.attribute_or_null(base, name("__mro_entries__"))
        if hook is NULL:
            continue
        entries = operations.call1(hook, bases)
        if not isinstance(entries, tuple_object.Tuple):
            raise errors.type_error(message("__mro_entries__ must return a tuple"))
        at = index + len(result.items) - len(bases.items)
        result = spliced(result, at, entries)
    return result


def spliced(items: Tuple, at: int, entries: Tuple) -> Tuple:
    """A tuple with other items in the place of one."""
    count = len(items.items)
    more = len(entries.items)
    result = exception.alloc_tuple(count - 1 + more)
    for index in range(at):
        result.items[index] = items.items[index]
    for index in range(more):
        result.items[at + index] = entries.items[index]
    for index in range(at + 1, count):
        result.items[more + index - 1] = items.items[index]
    return result


def metaclass_of(wanted: Value, bases: Tuple) -> Value:
    """What makes the class: `wanted`, which is not NULL, or the metaclass of a base; the one that
    derives from all the others."""
    if not SUBTYPES or not isinstance(wanted, Type):
        return wanted
    winner: Type = wanted
    for index in range(len(bases.items)):
        kind = type_object.type_of(bases.items[index])
        if type_object.is_subtype(winner, kind):
            continue
        if not type_object.is_subtype(kind, winner):
            raise errors.type_error(
                message(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) "
                    "subclass of the metaclasses of all its bases"
                )
            )
        winner = kind
    return winner


def prepared(maker: Value, title: Value, bases: Tuple, keywords: Value) -> Value:
    """The namespace for a class body: what `__prepare__` gives."""
    if SUBTYPES and maker is not type_object.TYPE_TYPE:
        hook = attributes.attribute_or_null(maker, name("__prepare__"))
        if hook is not NULL:
            space = call_with_dict(hook, title, bases, NULL, keywords)
            if not isinstance(space, dict_object.Dict) and not type_object.is_custom(space):
                raise errors.type_error_with(
                    message("%s.__prepare__() must return a mapping, not %t"),
                    type_object.name_of(maker) if isinstance(maker, Type) else name("<metaclass>"),
                    space,
                )
            return space
    return dict_object.new_dict(2)


def make_class(regs: Ptr[Value], register: int) -> Value:
    """The class of a body whose frame ends; `register` is that of `__class__`, 255 if none."""
    title = regs[frames.CLASS_NAME]
    bases = as_a(tuple_object.Tuple, regs[frames.CLASS_BASES])
    space = regs[frames.NAMESPACE]
    maker = regs[frames.CLASS_MAKER]
    keywords = regs[frames.CLASS_KEYWORDS]
    cell: cell_object.Cell | None = None
    if register != 255:
        cell = closures.open_cell(regs + register)
    if maker is type_object.TYPE_TYPE and isinstance(space, dict_object.Dict):
        return new_class(type_object.TYPE_TYPE, as_a(Str, title), bases, space, keywords, cell)
    if cell is not None:
        operations.set_item(space, name("__classcell__"), cell)
    made = call_with_dict(maker, title, bases, space, keywords)
    if cell is not None and closures.get(cell) is NULL:
        closures.put(cell, made)
    return made


def call_with_dict(called: Value, a: Value, b: Value, c: Value, keywords: Value) -> Value:
    """Call with up to three positional arguments, the first that is NULL ends them, and the
    entries of a dict, or NULL, as keywords."""
    more = as_a(dict_object.Dict, keywords).count if keywords is not NULL else 0
    args = frames.push(3 + more)
    args[0] = a
    args[1] = b
    args[2] = c
    count = 0
    while count < 3 and args[count] is not NULL:
        count += 1
    names: Tuple | None = None
    if keywords is not NULL:
        titles = exception.alloc_tuple(more)
        spread_dict(as_a(dict_object.Dict, keywords), args + count, titles)
        names = titles
    result = operations.call(called, args, count, names)
    frames.pop(args)
    return result


def spread_dict(table: Dict, values: Ptr[Value], names: Tuple) -> None:
    """Copy the keys of a dict into a tuple and its values to a pointer."""
    index = 0
    at = table.next_entry(0)
    while at >= 0:
        title = table.key_at(at)
        if not isinstance(title, Str):
            raise errors.type_error(message("keywords must be strings"))
        names.items[index] = title
        values[index] = table.value_at(at)
        index += 1
        at = table.next_entry(at + 1)


# Types.


def call_type(maker: Type, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """`type.__new__(maker, name, bases, namespace, **keywords)`."""
    if count != 3:
        raise errors.type_error(message("type.__new__() takes exactly 3 arguments"))
    title, bases, content = args[0], args[1], args[2]
    if not isinstance(title, Str):
        raise errors.type_error_with(
            message("type.__new__() argument 1 must be str, not %t"), title, NULL
        )
    if not isinstance(bases, tuple_object.Tuple):
        raise errors.type_error_with(
            message("type.__new__() argument 2 must be tuple, not %t"), bases, NULL
        )
    if not isinstance(content, dict_object.Dict):
        raise errors.type_error_with(
            message("type.__new__() argument 3 must be dict, not %t"), content, NULL
        )
    if LARGE and maker is type_object.TYPE_TYPE:
        winner = as_a(Type, metaclass_of(maker, bases))
        own = type_object.lookup(winner, name("__new__"))
        if isinstance(own, method.StaticMethod) and isinstance(own.function, function.Function):
            keywords = NULL if names is None else keyword_dict(names, args + 3)
            own = method.BoundMethod(own.function, winner)
            return call_with_dict(own, title, bases, content, keywords)
    namespace = dict_object.new_dict(content.count)
    namespace.update(content)
    if namespace.find_name(name("__module__")) is NULL:
        note_module(namespace)
    keywords = NULL
    if names is not None:
        keywords = keyword_dict(names, args + 3)
    cell: cell_object.Cell | None = None
    found = namespace.find_name(name("__classcell__"))
    if isinstance(found, cell_object.Cell):
        cell = found
        namespace.remove(name("__classcell__"))
    return new_class(maker, title, bases, namespace, keywords, cell)


def note_module(space: Dict) -> None:
    """Store `__module__` in the namespace of a class made by the running function."""
    if frames.is_outermost():
        return
    title = slow.globals_of_frame().find_name(name("__name__"))
    if title is not NULL:
        space.store(name("__module__"), title)


def keyword_dict(names: Tuple, values: Ptr[Value]) -> Dict:
    """Keyword arguments as a dict."""
    result = dict_object.new_dict(len(names.items))
    for index in range(len(names.items)):
        result.store(names.items[index], values[index])
    return result


def new_class(
    maker: Type,
    title: Str,
    bases: Tuple,
    namespace: Dict,
    keywords: Value,
    cell: cell_object.Cell | None,
) -> Type:
    """A class with its own namespace; `keywords` is a dict for `__init_subclass__`, or NULL; `cell`
    gets the class before anything of it can be called."""
    if len(bases.items) == 0:
        bases = exception.alloc_tuple(1)
        bases.items[0] = type_object.OBJECT_TYPE
    ancestors = merge_bases(bases)
    flags = TYPE_HEAP | (TYPE_INSTANCES if layout_of(bases) is None else TYPE_NATIVE)
    maker = as_a(Type, metaclass_of(maker, bases))
    kind = alloc(HeapType)
    if SUBTYPES and maker is not type_object.TYPE_TYPE:
        kind = as_a(HeapType, extended_copy(kind, maker))
    type_object.set_name(kind, title)
    kind.bases = bases
    kind.attributes = namespace
    kind.ancestors = ancestors
    kind.flags = flags
    for index in range(len(bases.items)):
        base = as_a(Type, bases.items[index])
        kind.flags |= base.flags & TYPE_INHERITED
        if base.slots > kind.slots:
            kind.slots = base.slots
    note_class(kind)
    prepare_namespace(namespace)
    make_slots(kind, bases, namespace)
    attributes.note_hooks(kind)
    if cell is not None:
        closures.put(cell, kind)
    set_names(kind, namespace)
    init_subclass(kind, keywords)
    return kind


class Known(Static):
    """The classes of the program that are alive, for `type.__subclasses__`."""

    table: WeakArray | None = None
    count: int = 0


known = Known()
FIRST_KNOWN = 8


def note_class(kind: Type) -> None:
    """Enter a class into the table; before it grows, the dead ones leave it."""
    table = known.table
    if table is None:
        table = weak_array(FIRST_KNOWN)
        known.table = table
        known.count = 0
    if known.count == len(table.items):
        drop_dead(table)
        if 2 * known.count > len(table.items):
            larger = weak_array(2 * known.count)
            for index in range(known.count):
                larger.items[index] = table.items[index]
            known.table = larger
            table = larger
    table.items[known.count] = kind
    known.count += 1


def drop_dead(table: WeakArray) -> None:
    """Take the dead out of the table."""
    kept = 0
    for index in range(known.count):
        entry = table.items[index]
        if not is_small(entry):
            table.items[kept] = entry
            kept += 1
    for index in range(kept, known.count):
        table.items[index] = NULL
    known.count = kept


def subclasses(kind: Type) -> Value:
    """A list of the classes that derive directly from a type, the oldest first."""
    result = list_object.new_list(0)
    table = known.table
    if table is not None:
        for index in range(known.count):
            entry = table.items[index]
            if isinstance(entry, Type):
                bases = type_object.bases_of(entry)
                for base in range(len(bases.items)):
                    if bases.items[base] is kind:
                        result.append(entry)
                        break
    return result


def layout_of(bases: Tuple) -> Type | None:
    """The built-in type that all bases agree on for their objects; None for Instances."""
    result: Type | None = None
    exceptions = False
    for index in range(len(bases.items)):
        base = as_a(Type, bases.items[index])
        exceptions = exceptions or base.flags & TYPE_EXCEPTION != 0
        found = derived.native_of(base)
        if found is None:
            continue
        if result is None or type_object.is_subtype(found, result):
            result = found
        elif not type_object.is_subtype(result, found):
            exceptions = True
    if exceptions and result is not None:
        raise errors.type_error(message("multiple bases have instance lay-out conflict"))
    return result


def prepare_namespace(namespace: Dict) -> None:
    """Make the methods that are static or class methods without saying so such ones."""
    found = namespace.find_name(name("__new__"))
    if isinstance(found, function.Function):
        namespace.store(name("__new__"), method.StaticMethod(found))
    make_class_method(namespace, name("__init_subclass__"))
    make_class_method(namespace, name("__class_getitem__"))
    if (
        namespace.find_name(name("__eq__")) is not NULL
        and namespace.find_name(name("__hash__")) is NULL
    ):
        namespace.store(name("__hash__"), singletons.NONE)


def make_slots(kind: Type, bases: Tuple, namespace: Dict) -> None:
    """What `__slots__` says: members in the namespace, and no other attributes of instances."""
    wanted = namespace.find_name(name("__slots__"))
    if wanted is NULL:
        return
    full = True
    for index in range(len(bases.items)):
        said = as_a(Type, bases.items[index]).flags & (TYPE_HEAP | TYPE_FULL | TYPE_EXCEPTION)
        full = full and (said == 0 or said == TYPE_HEAP | TYPE_FULL)
    titles = sequence.list_of(one_or_more(wanted))
    count = 0
    for index in range(titles.count):
        title = str_object.mangled(type_object.name_of(kind), checked_slot(titles.items[index]))
        if title is name("__dict__"):
            full = False
        elif title is not name("__weakref__"):
            found = namespace.find_name(title)
            if LARGE and isinstance(found, member.Member) and found.owner is kind:
                continue
            if found is not NULL:
                raise errors.value_error_with(
                    message("%r in __slots__ conflicts with class variable"), title, NULL
                )
            if kind.flags & TYPE_NATIVE and not takes_slots(kind):
                raise errors.type_error_with(
                    message("nonempty __slots__ not supported for subtype of '%s'"),
                    type_object.name_of(as_a(Type, bases.items[0])),
                    NULL,
                )
            namespace.store(title, member.Member(title, kind))
            count += 1
            kind.flags |= TYPE_MEMBERS
    if full:
        kind.flags |= TYPE_FULL
    if kind.slots + count < 255:
        kind.slots = u8(kind.slots + count)


def one_or_more(titles: Value) -> Value:
    """The names in `__slots__`, of which a single one may be a string."""
    if not isinstance(titles, Str):
        return titles
    result = exception.alloc_tuple(1)
    result.items[0] = titles
    return result


def checked_slot(title: Value) -> Str:
    """A name in `__slots__`."""
    if not isinstance(title, Str):
        raise errors.type_error_with(
            message("__slots__ items must be strings, not '%t'"), title, NULL
        )
    if str_methods.str_isidentifier(title) is not bool_object.TRUE:
        raise errors.type_error(message("__slots__ must be identifiers"))
    return intern(title)


def takes_slots(kind: Type) -> bool:
    """Whether objects of a class derived from a built-in type can have slots: in CPython those of
    int, bytes and tuple, whose length varies, cannot."""
    native = derived.native_of(kind)
    if native is None:
        return True
    title = type_object.name_of(native)
    return title is not name("int") and title is not name("tuple") and title is not name("bytes")


def make_class_method(namespace: Dict, title: Str) -> None:
    """Wrap a function of the namespace as a class method."""
    found = namespace.find_name(title)
    if isinstance(found, function.Function):
        namespace.store(title, method.ClassMethod(found))


@cold
def abstract_error(kind: Type) -> PyError:
    """The TypeError for an instance of a class with abstract methods."""
    names = sequence.list_of(type_object.attributes_of(kind).find_name(name("__abstractmethods__")))
    sort.sort_list(names, NULL, False)
    out = string_writer()
    out.write_message(message("Can't instantiate abstract class "))
    type_object.write_name(kind, out)
    out.write_message(message(" without an implementation for abstract method"))
    if names.count > 1:
        out.write_char(ord("s"))
    for index in range(names.count):
        out.write_message(message(", '") if index > 0 else message(" '"))
        operations.write_str(names.items[index], out)
        out.write_char(ord("'"))
    return errors.error(exception.TYPE_ERROR, out.finish())


def set_names(kind: Type, namespace: Dict) -> None:
    """Call `__set_name__` of the descriptors in a class body, which may change the class."""
    at = namespace.next_entry(0)
    own = False
    while at >= 0:
        value = namespace.value_at(at)
        if not type_object.is_custom(value):
            if isinstance(value, method.Property):
                value.title = namespace.key_at(at)
        else:
            owner = type_object.type_of(value)
            hook = type_object.lookup(owner, name("__set_name__"))
            if hook is not NULL and not own:
                own = True
                kept = dict_object.new_dict(0)
                kept.copy_entries(namespace)
                namespace = kept
                at = namespace.next_entry(0)
                continue
            if hook is not NULL:
                set_name(attributes.bind(hook, value, owner), value, kind, namespace.key_at(at))
        at = namespace.next_entry(at + 1)


def set_name(hook: Value, value: Value, kind: Type, title: Value) -> None:
    """Call `__set_name__`; an error gets a note of where it happened."""
    try:
        operations.call2(hook, kind, title)
    except PyError as error:
        pattern = message("Error calling __set_name__ on '%t' instance %r in ")
        note = errors.formatted(pattern, value, title)
        where = errors.formatted(message("'%s'"), type_object.name_of(kind), NULL)
        if not exception.is_preset(error.value):
            made = as_a(instance.Instance, error.value)
            exception.exception_add_note(made, str_object.join2(note, where))
        raise


def init_subclass(kind: Type, keywords: Value) -> None:
    """Call the `__init_subclass__` that a class inherits."""
    hook = type_object.lookup_after(kind, kind, name("__init_subclass__"))
    call_with_dict(attributes.bind(hook, NULL, kind), NULL, NULL, NULL, keywords)


def merge_bases(bases: Tuple) -> Tuple:
    """The MRO of a class behind itself: the MROs of its bases merged (C3)."""
    count = len(bases.items)
    total = 0
    for index in range(count):
        base = bases.items[index]
        if not isinstance(base, Type) or not base.flags & (TYPE_INSTANCES | TYPE_NATIVE):
            raise bad_base(base)
        total += type_object.mro_length(base)
    merged = frames.push(total + count + 1)
    heads = merged + total
    for index in range(count + 1):
        heads[index] = small(0)
    size = 0
    while True:
        candidate = next_in_merge(bases, heads)
        if candidate is NULL:
            break
        merged[size] = candidate
        size += 1
        for index in range(count + 1):
            at = small_int(heads[index])
            if same(merged_entry(bases, index, at), candidate):
                heads[index] = small(at + 1)
    result = tuple_object.new_tuple(merged, size)
    frames.pop(merged)
    return result


def merged_entry(bases: Tuple, index: int, at: int) -> Value:
    """A type in one of the orders that an MRO keeps, NULL behind its end: the MRO of a base, or the
    order of the bases themselves."""
    if index < len(bases.items):
        base = as_a(Type, bases.items[index])
        return type_object.mro_entry(base, at) if at < type_object.mro_length(base) else NULL
    return bases.items[at] if at < len(bases.items) else NULL


def next_in_merge(bases: Tuple, heads: Ptr[Value]) -> Value:
    """The first head of an order that is behind the head of no other; NULL when all are empty."""
    left = False
    for index in range(len(bases.items) + 1):
        candidate = merged_entry(bases, index, small_int(heads[index]))
        if candidate is not NULL:
            left = True
            if not waits(bases, heads, candidate):
                return candidate
    if left:
        raise no_order(bases, heads)
    return NULL


@cold
def no_order(bases: Tuple, heads: Ptr[Value]) -> PyError:
    """The TypeError for bases that contradict each other: the heads that are left."""
    text = errors.formatted(
        message("Cannot create a consistent method resolution order (MRO) for bases"), NULL, NULL
    )
    if LARGE:
        count = len(bases.items)
        for index in range(count):
            for other in range(index):
                if same(bases.items[index], bases.items[other]):
                    title = type_object.name_of(as_a(Type, bases.items[index]))
                    return errors.type_error_with(message("duplicate base class %s"), title, NULL)
        separator = str_object.text(" ")
        for index in range(count + 1):
            head = merged_entry(bases, index, small_int(heads[index]))
            if head is not NULL and not is_head(bases, heads, index, head):
                text = str_object.join2(
                    str_object.join2(text, separator), type_object.name_of(as_a(Type, head))
                )
                separator = str_object.text(", ")
    return errors.error(exception.TYPE_ERROR, text)


def is_head(bases: Tuple, heads: Ptr[Value], count: int, wanted: Value) -> bool:
    """Whether one of the first `count` orders has a type as its head."""
    for index in range(count):
        if same(merged_entry(bases, index, small_int(heads[index])), wanted):
            return True
    return False


def waits(bases: Tuple, heads: Ptr[Value], candidate: Value) -> bool:
    """Whether a type is behind the head of some order."""
    for index in range(len(bases.items) + 1):
        at = small_int(heads[index])
        while merged_entry(bases, index, at) is not NULL:
            at += 1
            if same(merged_entry(bases, index, at), candidate):
                return True
    return False


@cold
def bad_base(base: Value) -> PyError:
    """The TypeError for what cannot be a base class."""
    if isinstance(base, Type):
        return errors.type_error_with(
            message("type '%s' is not an acceptable base type"), type_object.name_of(base), NULL
        )
    return errors.type_error_with(message("bases must be types, not '%t'"), base, NULL)
