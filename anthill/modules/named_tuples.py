"""Named tuples, `collections.namedtuple`: classes that derive from a built-in type, which has their
methods. What makes them differ is in attributes: `_fields`, `_field_defaults`, a property a field.
"""

from __future__ import annotations

from anthill.modules.split import core_module
from anthill.typed import (
    NULL,
    Ptr,
    Value,
    alloc,
    array_of,
    as_a,
    copy_items,
    items_of,
    same,
    small,
    u8,
)
from anthill.vm import errors, operations
from anthill.vm.compiler.tokens import KEYWORDS
from anthill.vm.features import LARGE, rare
from anthill.vm.interpreter import binding, classes, frames
from anthill.vm.messages import message
from anthill.vm.objects import derived, exception, module, sequence, str_methods, string_methods
from anthill.vm.objects import dict as dict_object
from anthill.vm.objects import list as list_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.builtin import class_method, constant_value, function, method
from anthill.vm.objects.code import Code, Place
from anthill.vm.objects.dict import Dict
from anthill.vm.objects.function import Function, FunctionExtra, new_function
from anthill.vm.objects.list import List
from anthill.vm.objects.method import Property
from anthill.vm.objects.object import Obj
from anthill.vm.objects.singletons import NONE
from anthill.vm.objects.str import EMPTY_STR, Str, intern, join_items, name, text
from anthill.vm.objects.tuple import EMPTY_TUPLE, Tuple, new_tuple
from anthill.vm.objects.tuple_methods import TUPLE_TYPE
from anthill.vm.objects.type import TYPE_INSTANCES, Type, builtin_type
from anthill.vm.writer import string_writer

COLLECTIONS = core_module("collections")
MOST_FIELDS = 250
"""Fields that may be given by keyword."""

NAMED_TUPLE_TYPE: Type = builtin_type("collections._NamedTuple", None, TUPLE_TYPE, TYPE_INSTANCES)

# Making an object.


def fields_of(kind: Type) -> Tuple:
    """The names of a class's fields; on a large board whatever derived classes call `_fields`."""
    return said_fields(maker_of(kind) if LARGE else kind)


def said_fields(kind: Type) -> Tuple:
    """What a class's `_fields` says."""
    found = type_object.lookup(kind, name("_fields"))
    return EMPTY_TUPLE if found is NULL else sequence.tuple_from(found)


def maker_of(kind: Type) -> Type:
    """The class that `namedtuple` made, of those that a class derives from."""
    made = kind
    for index in range(type_object.mro_length(kind)):
        entry = type_object.mro_entry(kind, index)
        if entry is NAMED_TUPLE_TYPE:
            break
        made = entry
    return made


@class_method(NAMED_TUPLE_TYPE, "__new__", raw=True, least=2)
def new_named_tuple(args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """`__new__(kind, ...)`, with the type that it is found in before its arguments."""
    kind = checked(args[1])
    fields = fields_of(kind)
    size = len(fields.items)
    total = count - 1 + binding.name_count(names)
    if names is None and total - 1 == size:
        return derived.derive(new_tuple(args + 2, size), kind)
    place = frames.push(total + 2)
    regs = place + 2
    copy_items(regs, args + 1, total)
    binding.bind_arguments(signature(kind, fields), regs, count - 1, names)
    made = derived.derive(new_tuple(regs + 1, size), kind)
    frames.pop(place)
    return made


def checked(kind: Value) -> Type:
    """A class of named tuples; TypeError for anything else."""
    if not isinstance(kind, Type) or not type_object.is_subtype(kind, NAMED_TUPLE_TYPE):
        raise errors.type_error_with(message("%r is not a class of named tuples"), kind, NULL)
    return kind


def signature(kind: Type, fields: Tuple) -> Function:
    """A function with the fields as parameters, for binding arguments to them."""
    count = len(fields.items)
    if count > MOST_FIELDS:
        raise errors.type_error(message("too many fields"))
    code = alloc(Code, 0)
    code.name = name("__new__")
    code.place = Place(type_object.name_of(kind), EMPTY_STR)
    code.constants = array_of(Value, count + 1)
    code.constants[0] = name("_cls")
    code.positional = u8(count + 1)
    code.registers = u8(count + 1)
    given = type_object.lookup(kind, name("_field_defaults"))
    defaults = list_object.new_list(0)
    for index in range(count):
        field = intern(operations.str_text(fields.items[index]))
        code.constants[index + 1] = field
        if isinstance(given, Dict):
            found = given.find(field)
            if found is not NULL:
                defaults.append(found)
    extra = FunctionExtra()
    extra.defaults = new_tuple(items_of(defaults.items), defaults.count)
    made = new_function(code, dict_object.new_dict(0))
    made.extra = extra
    return made


# Methods.


@class_method(NAMED_TUPLE_TYPE, "_make")
def named_tuple_make(kind: Value, source: Value) -> Value:
    """`_make(iterable)`."""
    items = sequence.tuple_from(source)
    wanted = len(fields_of(checked(kind)).items)
    if len(items.items) != wanted:
        pattern = message("Expected %d arguments, got %d")
        raise errors.type_error_with(pattern, small(wanted), small(len(items.items)))
    return derived.derive(items, checked(kind))


@method(NAMED_TUPLE_TYPE, "_replace", raw=True, least=1, most=1)
def named_tuple_replace(args: Ptr[Value], count: int, names: Tuple | None) -> Value:
    """`_replace(**changes)`."""
    self = args[0]
    assert isinstance(self, Tuple)
    kind = type_object.type_of(self)
    fields = fields_of(kind)
    made = new_tuple(items_of(self.items), len(self.items))
    unknown = list_object.new_list(0)
    for number in range(binding.name_count(names)):
        assert names is not None
        title = names.items[number]
        index = sequence.find_item(items_of(fields.items), len(fields.items), title)
        if 0 <= index < len(made.items):
            made.items[index] = args[1 + number]
        else:
            unknown.append(title)
    if unknown.count > 0:
        raise errors.type_error_with(message("Got unexpected field names: %r"), unknown, NULL)
    return derived.derive(made, kind)


rare(method(NAMED_TUPLE_TYPE, "__replace__", raw=True, least=1, most=1))(named_tuple_replace)


@method(NAMED_TUPLE_TYPE, "_asdict")
def named_tuple_asdict(self: Tuple) -> Value:
    """`_asdict()`."""
    fields = said_fields(type_object.type_of(self))
    result = dict_object.new_dict(0)
    for index in range(min(len(fields.items), len(self.items))):
        result.store(fields.items[index], self.items[index])
    return result


@method(NAMED_TUPLE_TYPE, "__repr__")
def named_tuple_repr(self: Tuple) -> Value:
    """`__repr__()`."""
    kind = type_object.type_of(self)
    fields = fields_of(kind)
    out = string_writer()
    type_object.write_name(kind, out)
    for index in range(min(len(fields.items), len(self.items))):
        out.write_message(message("(" if index == 0 else ", "))
        operations.write_str(fields.items[index], out)
        out.write_char(ord("="))
        operations.write_repr(self.items[index], out)
    out.write_message(message(")" if len(fields.items) > 0 else "()"))
    return out.finish()


@rare(method(NAMED_TUPLE_TYPE, "__getnewargs__"))
def named_tuple_getnewargs(self: Tuple) -> Value:
    """`__getnewargs__()`: a plain tuple."""
    return new_tuple(items_of(self.items), len(self.items))


# Making a class.


class ItemGetter(Obj):
    """What gets an item of a tuple, as a property calls it."""

    index: int

    def call(self, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
        owner = args[0] if count > 0 else NONE
        if isinstance(owner, Tuple) and self.index < len(owner.items):
            return owner.items[self.index]
        return operations.get_item(owner, small(self.index))


def property_of(index: int) -> Value:
    """The property of a field, one for all classes."""
    found = module.find(COLLECTIONS, name("_properties"))
    if found is NULL:
        found = list_object.new_list(0)
        module.store(COLLECTIONS, name("_properties"), found)
    known = as_a(List, found)
    while known.count <= index:
        number = known.count
        doc: Value = NULL
        if LARGE:
            doc = errors.formatted(message("Alias for field number %d"), small(number), NULL)
        known.append(Property(ItemGetter(number), NULL, NULL, doc, NULL))
    return known.items[index]


def field_names(source: Value) -> List:
    """The names in a string, or the strings of the items of an iterable."""
    if isinstance(source, Str):
        out = string_writer()
        for at in range(len(source.data)):
            byte = int(source.data[at])
            out.write_byte(ord(" ") if byte == ord(",") else byte)
        source = string_methods.string_split(out.finish(), NULL, NULL)
    found = sequence.list_of(source)
    for index in range(found.count):
        found.items[index] = intern(operations.str_text(found.items[index]))
    return found


def is_identifier(word: Str) -> bool:
    """Whether a string is a name, or a keyword."""
    return operations.truth(str_methods.str_isidentifier(word))


def is_keyword(word: Str) -> bool:
    """Whether an interned string is a keyword."""
    for index in range(len(KEYWORDS)):
        if same(constant_value(KEYWORDS[index]), word):
            return True
    return False


def starts_hidden(word: Str) -> bool:
    """Whether a name starts with an underscore."""
    return word.data[0] == ord("_")


def rename(fields: List) -> None:
    """Give fields whose names are not allowed others, by their places."""
    seen = dict_object.new_dict(0)
    for index in range(fields.count):
        word = intern(operations.str_text(fields.items[index]))
        wrong = not is_identifier(word) or is_keyword(word) or starts_hidden(word)
        if wrong or seen.find(word) is not NULL:
            word = intern(errors.formatted(message("_%d"), small(index), NULL))
            fields.items[index] = word
        seen.store(word, NONE)


def check_word(word: Str) -> None:
    """ValueError for what cannot be a name."""
    if not is_identifier(word):
        pattern = message("Type names and field names must be valid identifiers: %r")
        raise errors.value_error_with(pattern, word, NULL)
    if is_keyword(word):
        pattern = message("Type names and field names cannot be a keyword: %r")
        raise errors.value_error_with(pattern, word, NULL)


def check_fields(fields: List, renamed: bool) -> None:
    """ValueError for names that fields cannot have."""
    for index in range(fields.count):
        check_word(intern(operations.str_text(fields.items[index])))
    seen = dict_object.new_dict(0)
    for index in range(fields.count):
        word = intern(operations.str_text(fields.items[index]))
        if starts_hidden(word) and not renamed:
            pattern = message("Field names cannot start with an underscore: %r")
            raise errors.value_error_with(pattern, word, NULL)
        if seen.find(word) is not NULL:
            raise errors.value_error_with(
                message("Encountered duplicate field name: %r"), word, NULL
            )
        seen.store(word, NONE)


def defaults_of(fields: List, source: Value) -> Dict:
    """The defaults of the last fields by name."""
    result = dict_object.new_dict(0)
    if source is NULL or source is NONE:
        return result
    values = sequence.list_of(source)
    first = fields.count - values.count
    if first < 0:
        raise errors.type_error(message("Got more default values than field names"))
    for index in range(values.count):
        result.store(fields.items[first + index], values.items[index])
    return result


@function(
    COLLECTIONS,
    "namedtuple",
    variadic=True,
    most=2,
    keywords="typename field_names defaults" + (" rename module" if LARGE else ""),
)
def named_tuple(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`namedtuple(typename, field_names, *, rename=False, defaults=None, module=None)`; without
    `rename` and `module` on small boards."""
    wanted = args[0] if count > 0 else keywords[0]
    source = args[1] if count > 1 else keywords[1]
    if wanted is NULL or source is NULL:
        raise errors.type_error(message("namedtuple() needs a name and fields"))
    fields = field_names(source)
    title = intern(operations.str_text(wanted))
    renamed = LARGE and keywords[3] is not NULL and operations.truth(keywords[3])
    if renamed:
        rename(fields)
    check_word(title)
    check_fields(fields, renamed)
    defaults = defaults_of(fields, keywords[2])
    return new_class(title, fields, defaults, keywords[4] if LARGE else NULL)


def new_class(title: Str, fields: List, defaults: Dict, home: Value) -> Type:
    """A class of named tuples."""
    names = new_tuple(items_of(fields.items), fields.count)
    space = dict_object.new_dict(0)
    space.store(name("__slots__"), EMPTY_TUPLE)
    shown = join_items(text(", "), items_of(names.items), fields.count)
    space.store(name("__doc__"), errors.formatted(message("%s(%s)"), title, shown))
    space.store(name("__match_args__"), names)
    space.store(name("_fields"), names)
    space.store(name("_field_defaults"), defaults)
    for index in range(fields.count):
        space.store(fields.items[index], property_of(index))
    if home is NULL or home is NONE:
        classes.note_module(space)
    else:
        space.store(name("__module__"), home)
    bases = exception.alloc_tuple(1)
    bases.items[0] = NAMED_TUPLE_TYPE
    return classes.new_class(type_object.TYPE_TYPE, title, bases, space, NULL, None)


def named_tuple_class(title: Str, fields: Str, home: Str) -> Type:
    """A class of named tuples for typed code."""
    return new_class(title, field_names(fields), dict_object.new_dict(0), home)
