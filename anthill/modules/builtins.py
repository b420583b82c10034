"""The built-in functions, and the names of the built-in types."""

from __future__ import annotations

from anthill.modules import evaluate, line_editor, platform, streams  # noqa: F401
from anthill.modules import sys as sys_module
from anthill.runtime import identity
from anthill.runtime.errors import PyError
from anthill.typed import (
    NULL,
    SMALL_MAX,
    Ptr,
    Value,
    as_a,
    both_small,
    fits_small,
    is_small,
    items_of,
    small,
    small_add,
    small_int,
    small_less,
)
from anthill.typed.extended import is_exactly
from anthill.vm import errors, floats, format, modular, operations, rounding, utf8
from anthill.vm.compiler.bytecode import Op
from anthill.vm.depth import check_depth
from anthill.vm.features import BIG_INTEGERS, COMPLEX, LARGE, MEMORYVIEWS, SETS, SUBTYPES, rare
from anthill.vm.interpreter import attributes, construct, imports, scopes
from anthill.vm.interpreter.operators import DIVMOD
from anthill.vm.interpreter.special import call_found, call_found1, find_method, try_method
from anthill.vm.interpreter.state import vm
from anthill.vm.messages import message
from anthill.vm.objects import (
    bigint,
    bytes_methods,  # noqa: F401
    code_attributes,  # noqa: F401
    derivable,  # noqa: F401
    derived_operators,
    dict_methods,
    exception,
    float_methods,  # noqa: F401
    function_attributes,  # noqa: F401
    generator_methods,
    generic,
    int_methods,  # noqa: F401
    iterator_methods,
    iterators,
    list_methods,
    module,
    module_methods,  # noqa: F401
    sequence,
    singletons,
    slice_methods,
    slots,
    small_integers,
    sort,
    str_methods,  # noqa: F401
    tuple_methods,
)
from anthill.vm.objects import bool as bool_object
from anthill.vm.objects import bytearray as bytearray_object
from anthill.vm.objects import bytes as bytes_object
from anthill.vm.objects import complex as complex_object
from anthill.vm.objects import float as float_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects import names as name_tables
from anthill.vm.objects import range as range_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects import type as type_object
from anthill.vm.objects.builtin import (
    ANY_NUMBER,
    Builtin,
    constructor,
    fill_builtin,
    function,
    method,
)
from anthill.vm.objects.bytes import ByteString
from anthill.vm.objects.dict import Dict, new_dict
from anthill.vm.objects.function import Function
from anthill.vm.objects.method import BOUND_METHOD_TYPE, BoundMethod, StaticMethod
from anthill.vm.objects.module import BUILTINS, Module
from anthill.vm.objects.object import Obj
from anthill.vm.objects.str import Str, name, text
from anthill.vm.objects.tuple import Tuple
from anthill.vm.objects.type import Type
from anthill.vm.objects.wrappers import Wrapper
from anthill.vm.writer import StringWriter, Writer, string_writer

for _title, _kind in {
    "bool": bool_object.BOOL_TYPE,
    "bytearray": bytearray_object.BYTEARRAY_TYPE,
    "bytes": bytes_object.BYTES_TYPE,
    "dict": dict_methods.DICT_TYPE,
    "enumerate": iterator_methods.ENUMERATE_TYPE,
    "float": float_object.FLOAT_TYPE,
    "filter": iterator_methods.FILTER_TYPE,
    "int": int_object.INT_TYPE,
    "list": list_methods.LIST_TYPE,
    "map": iterator_methods.MAP_TYPE,
    "object": type_object.OBJECT_TYPE,
    "range": range_object.RANGE_TYPE,
    "reversed": iterator_methods.REVERSED_TYPE,
    "slice": slice_methods.SLICE_TYPE,
    "str": str_object.STR_TYPE,
    "tuple": tuple_methods.TUPLE_TYPE,
    "type": type_object.TYPE_TYPE,
    "zip": iterator_methods.ZIP_TYPE,
    "NotImplemented": singletons.NOT_IMPLEMENTED,
    "Ellipsis": singletons.ELLIPSIS,
    "__debug__": bool_object.TRUE,
}.items():
    BUILTINS.define(_title, _kind)
if COMPLEX:
    from anthill.vm.objects import complex_methods

    BUILTINS.define("complex", complex_object.COMPLEX_TYPE)
if MEMORYVIEWS:
    from anthill.vm.objects import memoryview  # noqa: F401
if SETS:
    from anthill.vm.objects import set as set_object
    from anthill.vm.objects import set_methods  # noqa: F401

    BUILTINS.define("frozenset", set_object.FROZENSET_TYPE)
    BUILTINS.define("set", set_object.SET_TYPE)


@constructor(singletons.NONE_TYPE)
def make_none() -> Value:
    """`type(None)()`."""
    return singletons.NONE


# Iterables.


@function(BUILTINS, "all")
def builtin_all(iterable: Value) -> Value:
    """`all(iterable)`."""
    return bool_object.to_bool(not find_truth(iterable, False))


@function(BUILTINS, "any")
def builtin_any(iterable: Value) -> Value:
    """`any(iterable)`."""
    return bool_object.to_bool(find_truth(iterable, True))


def find_truth(iterable: Value, wanted: bool) -> bool:
    """Whether an iterable has an item of this truth."""
    iterator = operations.iterate(iterable)
    while True:
        item = operations.next_item(iterator)
        if item is NULL:
            return False
        if operations.truth(item) == wanted:
            return True


@function(BUILTINS, "iter", required=1)
def builtin_iter(source: Value, sentinel: Value) -> Value:
    """`iter(iterable)` or `iter(function, sentinel)`."""
    if sentinel is NULL:
        return operations.iterate(source)
    if not is_callable(source):
        raise errors.type_error(message("iter(v, w): v must be callable"))
    return iterators.CallIterator(source, sentinel)


@function(BUILTINS, "next", required=1)
def builtin_next(iterator: Value, default: Value) -> Value:
    """`next(iterator[, default])`."""
    if default is NULL and type_object.is_custom(iterator):
        hook = type_object.lookup(type_object.type_of(iterator), name("__next__"))
        if hook is not NULL:
            return operations.call1(hook, iterator)
    vm.returned = singletons.NONE
    item = operations.next_item(iterator)
    if item is NULL and default is not NULL:
        return default
    return generator_methods.item_or_stop(item)


@function(BUILTINS, "len")
def builtin_len(value: Value) -> Value:
    """`len(value)`."""
    return small(operations.length(value))


@function(BUILTINS, "max", variadic=True, least=1, keywords="key default")
def builtin_max(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`max(iterable, *, key, default)` or `max(a, b, ..., key)`."""
    return extreme(args, count, keywords, Op.GT, message("max() iterable argument is empty"))


@function(BUILTINS, "min", variadic=True, least=1, keywords="key default")
def builtin_min(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`min(iterable, *, key, default)` or `min(a, b, ..., key)`."""
    return extreme(args, count, keywords, Op.LT, message("min() iterable argument is empty"))


def extreme(args: Ptr[Value], count: int, keywords: Ptr[Value], op: int, reason: int) -> Value:
    """The first item that no other surpasses; ValueError with `reason` if there is none."""
    if count > 1 and keywords[1] is not NULL:
        pattern = message("Cannot specify a default for %s() with multiple positional arguments")
        raise errors.type_error_with(pattern, name("max") if op == Op.GT else name("min"), NULL)
    key = keywords[0]
    iterator = operations.iterate(args[0]) if count == 1 else NULL
    best = NULL
    best_key = NULL
    at = 0
    while True:
        if count == 1:
            item = operations.next_item(iterator)
        else:
            item = args[at] if at < count else NULL
            at += 1
        if item is NULL:
            break
        rank = item
        if key is not NULL and key is not singletons.NONE:
            rank = operations.call1(key, item)
        if best is not NULL and both_small(rank, best_key):
            found = small_less(rank, best_key) if op == Op.LT else small_less(best_key, rank)
        else:
            found = best is NULL or operations.holds(op, rank, best_key)
        if found:
            best = item
            best_key = rank
    if best is not NULL:
        return best
    if keywords[1] is NULL:
        raise errors.value_error(reason)
    return keywords[1]


@function(BUILTINS, "sorted", variadic=True, least=1, most=1, keywords="key reverse")
def builtin_sorted(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`sorted(iterable, *, key=None, reverse=False)`."""
    result = sequence.list_of(args[0])
    reverse = keywords[1] is not NULL and operations.truth(keywords[1])
    sort.sort_list(result, keywords[0], reverse)
    return result


@function(BUILTINS, "sum", required=1, keywords="start")
def builtin_sum(iterable: Value, start: Value) -> Value:
    """`sum(iterable, start=0)`."""
    total = small(0) if start is NULL else start
    if isinstance(total, Str):
        raise errors.type_error(message("sum() can't sum strings [use ''.join(seq) instead]"))
    if isinstance(total, ByteString):
        raise errors.type_error(message("sum() can't sum bytes [use b''.join(seq) instead]"))
    iterator = operations.iterate(iterable)
    exact = True
    while True:
        item = operations.next_item(iterator)
        if item is NULL:
            return total
        if LARGE and exact and is_exactly(total, float_object.Float):
            total = sum_of_floats(total.value, item, iterator)
            exact = False
            continue
        more = small_add(total, item) if both_small(total, item) else NULL
        total = more if more is not NULL else operations.binary(Op.ADD, total, item)


def sum_of_floats(total: float, item: Value, iterator: Value) -> Value:
    """A sum of floats and integers that carries along what rounding took away (Neumaier, 1974). It
    ends with the iterator or with an item of another type, which it adds."""
    lost = 0.0
    while item is not NULL:
        if is_exactly(item, float_object.Float):
            value = item.value
        elif int_object.is_int(item) and is_small(int_object.plain(item)):
            total += float(small_int(int_object.plain(item)))
            item = operations.next_item(iterator)
            continue
        else:
            break
        longer = total + value
        if floats.magnitude(total) >= floats.magnitude(value):
            lost += (total - longer) + value
        else:
            lost += (value - longer) + total
        total = longer
        item = operations.next_item(iterator)
    if lost != 0.0 and floats.is_finite(lost):
        total += lost
    result = float_object.Float(total)
    return result if item is NULL else operations.binary(Op.ADD, result, item)


# Numbers and characters.


@function(BUILTINS, "abs")
def builtin_abs(value: Value) -> Value:
    """`abs(number)`."""
    if type_object.is_custom(value):
        special = special_method(value, name("__abs__"))
        if special is not NULL:
            return operations.call0(special)
    if float_object.is_float(value):
        return float_object.new_float(floats.magnitude(float_object.float_value(value)))
    if COMPLEX and isinstance(value, complex_object.Complex):
        return complex_methods.absolute(value)
    if int_object.is_int(value):
        return bigint.magnitude_of(int_object.plain(value))
    raise errors.type_error_with(message("bad operand type for abs(): '%t'"), value, NULL)


@function(BUILTINS, "bin")
def builtin_bin(number: Value) -> Value:
    """`bin(integer)`."""
    return digits_text(number, 2, ord("b"))


@function(BUILTINS, "oct")
def builtin_oct(number: Value) -> Value:
    """`oct(integer)`."""
    return digits_text(number, 8, ord("o"))


@function(BUILTINS, "hex")
def builtin_hex(number: Value) -> Value:
    """`hex(integer)`."""
    return digits_text(number, 16, ord("x"))


def digits_text(value: Value, base: int, letter: int) -> Value:
    """An integer in a base, with its prefix."""
    number = int_object.integer_value(value)
    out = string_writer()
    if bigint.is_negative(number):
        out.write_char(ord("-"))
    out.write_char(ord("0"))
    out.write_char(letter)
    out.write_text(bigint.digits_of(number, base, False))
    return out.finish()


@function(BUILTINS, "chr")
def builtin_chr(code: Value) -> Value:
    """`chr(code)`; ValueError outside Unicode."""
    number = int_object.clamped_index(code)
    if number < 0 or number > 0x10FFFF:
        raise errors.value_error(message("chr() arg not in range(0x110000)"))
    return str_object.char_str(number)


@function(BUILTINS, "ord")
def builtin_ord(value: Value) -> Value:
    """`ord(character)`."""
    if isinstance(value, Str):
        check_single(str_object.char_length(value))
        return small(utf8.char_at(items_of(value.data)))
    if not isinstance(value, ByteString):
        raise errors.type_error_with(
            message("ord() expected string of length 1, but %t found"), value, NULL
        )
    check_single(value.length())
    return operations.get_item(value, small(0))


def check_single(count: int) -> None:
    """TypeError unless a string has one character."""
    if count != 1:
        raise errors.type_error_with(
            message("ord() expected a character, but string of length %d found"), small(count), NULL
        )


@function(BUILTINS, "divmod")
def builtin_divmod(a: Value, b: Value) -> Value:
    """`divmod(a, b)`."""
    custom = type_object.is_custom(a) or type_object.is_custom(b)
    if custom:
        own = derived_operators.by_number(DIVMOD, a, b) if LARGE else divided_by_class(a, b)
        if own is not singletons.NOT_IMPLEMENTED:
            return own
    if (LARGE and custom) or not float_object.is_real(a) or not float_object.is_real(b):
        raise errors.type_error_with(
            message("unsupported operand type(s) for divmod(): '%t' and '%t'"), a, b
        )
    return operations.divided(a, b)


def divided_by_class(a: Value, b: Value) -> Value:
    """What the methods of the operands' classes say, or NOT_IMPLEMENTED."""
    own: Value = singletons.NOT_IMPLEMENTED
    if type_object.is_custom(a):
        own = try_method(as_a(Obj, a), name("__divmod__"), b)
    if own is singletons.NOT_IMPLEMENTED and type_object.is_custom(b):
        own = try_method(as_a(Obj, b), name("__rdivmod__"), a)
    return own


@function(BUILTINS, "pow", required=2, keywords="base exp mod")
def builtin_pow(base: Value, exponent: Value, mod: Value) -> Value:
    """`pow(base, exponent)`, or that modulo `mod` for integers."""
    if mod is NULL or mod is singletons.NONE:
        return operations.binary(Op.POW, base, exponent)
    if not BIG_INTEGERS:
        raise small_integers.too_big()
    if type_object.is_custom(base):
        special = special_method(base, name("__pow__"))
        if special is not NULL:
            return operations.call2(special, exponent, mod)
    if int_object.is_int(base) and int_object.is_int(exponent) and int_object.is_int(mod):
        return modular.power_modulo(
            int_object.plain(base), int_object.plain(exponent), int_object.plain(mod)
        )
    if COMPLEX and is_complex_power(base, exponent, mod):
        raise errors.value_error(message("complex modulo"))
    if float_object.is_real(base) and float_object.is_real(exponent):
        raise errors.type_error(
            message("pow() 3rd argument not allowed unless all arguments are integers")
        )
    reason = errors.formatted(
        message("unsupported operand type(s) for ** or pow(): '%t', '%t'"), base, exponent
    )
    raise errors.type_error_with(message("%s, '%t'"), reason, mod)


def is_complex_power(base: Value, exponent: Value, mod: Value) -> bool:
    """Whether it is a complex number that says what it thinks of these arguments of `pow`."""
    if not complex_object.is_number(base) or not complex_object.is_number(exponent):
        return False
    first = exponent if int_object.is_int(base) else base
    if int_object.is_int(first):
        first = mod
    return isinstance(first, complex_object.Complex)


@function(BUILTINS, "round", required=0, keywords="number ndigits")
def builtin_round(number: Value, digits: Value) -> Value:
    """`round(number[, ndigits])`: halves go to the even neighbour."""
    if number is NULL:
        raise errors.type_error(message("round() missing required argument 'number' (pos 1)"))
    if type_object.is_custom(number):
        special = special_method(number, name("__round__"))
        if special is not NULL:
            return (
                operations.call0(special) if digits is NULL else operations.call1(special, digits)
            )
    return rounding.rounded(number, digits)


# Objects.


@function(BUILTINS, "callable")
def builtin_callable(value: Value) -> Value:
    """`callable(value)`."""
    return bool_object.to_bool(is_callable(value))


def is_callable(value: Value) -> bool:
    """Whether a call of the value can do anything but complain."""
    if type_object.is_custom(value):
        return type_object.lookup(type_object.type_of(value), name("__call__")) is not NULL
    if LARGE and isinstance(value, StaticMethod | generic.Alias):
        return True
    return isinstance(value, Type | Function | Builtin | BoundMethod | Wrapper)


@rare(constructor(BOUND_METHOD_TYPE, required=2))
def new_bound_method(called: Value, owner: Value) -> Value:
    """`types.MethodType(function, instance)`."""
    if not is_callable(called):
        raise errors.type_error(message("first argument must be callable"))
    if owner is singletons.NONE:
        raise errors.type_error(message("instance must not be None"))
    return BoundMethod(called, owner)


@function(BUILTINS, "hash")
def builtin_hash(value: Value) -> Value:
    """`hash(value)`."""
    code = operations.hash_code(value)
    if not BIG_INTEGERS and not fits_small(code):
        code = code & SMALL_MAX
    return int_object.new_int(-2 if code == -1 else code)


@function(BUILTINS, "id")
def builtin_id(value: Value) -> Value:
    """`id(value)`."""
    return int_object.new_int(identity.object_id(value))


@function(BUILTINS, "repr")
def builtin_repr(value: Value) -> Value:
    """`repr(value)`."""
    return operations.repr_text(value)


@function(BUILTINS, "ascii")
def builtin_ascii(value: Value) -> Value:
    """`ascii(value)`."""
    return format.ascii_text(operations.repr_text(value))


@function(BUILTINS, "format", required=1)
def builtin_format(value: Value, spec: Value) -> Value:
    """`format(value[, spec])`."""
    if spec is NULL:
        return format.format_value(value, name(""))
    if not isinstance(spec, Str):
        raise errors.type_error_with(message("format() argument 2 must be str, not %t"), spec, NULL)
    return format.format_value(value, spec)


@function(BUILTINS, "getattr", required=2)
def builtin_getattr(owner: Value, attribute: Value, default: Value) -> Value:
    """`getattr(object, name[, default])`."""
    wanted = attributes.attribute_name(attribute)
    if default is NULL:
        return operations.get_attribute(owner, wanted)
    found = attributes.attribute_or_null(owner, wanted)
    return default if found is NULL else found


@function(BUILTINS, "hasattr")
def builtin_hasattr(owner: Value, attribute: Value) -> Value:
    """`hasattr(object, name)`."""
    found = attributes.attribute_or_null(owner, attributes.attribute_name(attribute))
    return bool_object.to_bool(found is not NULL)


@function(BUILTINS, "setattr")
def builtin_setattr(owner: Value, attribute: Value, value: Value) -> Value:
    """`setattr(object, name, value)`."""
    operations.set_attribute(owner, attributes.attribute_name(attribute), value)
    return singletons.NONE


@function(BUILTINS, "delattr")
def builtin_delattr(owner: Value, attribute: Value) -> Value:
    """`delattr(object, name)`."""
    operations.set_attribute(owner, attributes.attribute_name(attribute), NULL)
    return singletons.NONE


@function(BUILTINS, "isinstance")
def builtin_isinstance(value: Value, kinds: Value) -> Value:
    """`isinstance(value, type or tuple of types)`."""
    return bool_object.to_bool(is_of(value, kinds, name("__instancecheck__")))


@function(BUILTINS, "issubclass")
def builtin_issubclass(kind: Value, kinds: Value) -> Value:
    """`issubclass(type, type or tuple of types)`."""
    return bool_object.to_bool(is_of(kind, kinds, name("__subclasscheck__")))


def is_of(value: Value, kinds: Value, title: Str) -> bool:
    """`isinstance` or `issubclass`, by what their metaclass has under this name."""
    check_depth()
    if isinstance(kinds, Tuple):
        for index in range(len(kinds.items)):
            if is_of(value, kinds.items[index], title):
                return True
        return False
    if LARGE:
        if isinstance(kinds, generic.Union):
            return is_of(value, kinds.args, title)
        if isinstance(kinds, generic.Alias):
            raise errors.type_error_with(
                message("%s() argument 2 cannot be a parameterized generic"),
                text("isinstance" if title is name("__instancecheck__") else "issubclass"),
                NULL,
            )
    instances = title is name("__instancecheck__")
    if SUBTYPES and type_object.is_custom(kinds):
        if instances and isinstance(kinds, Type) and type_object.type_of(value) is kinds:
            return True
        hook = find_method(as_a(Obj, kinds), title)
        if hook is not NULL:
            return operations.truth(call_found1(as_a(Obj, kinds), hook, value))
    if instances:
        if isinstance(kinds, Type):
            return construct.is_instance(value, kinds)
        raise errors.type_error(
            message("isinstance() arg 2 must be a type, a tuple of types, or a union")
        )
    if not isinstance(value, Type):
        raise errors.type_error(message("issubclass() arg 1 must be a class"))
    if not isinstance(kinds, Type):
        raise errors.type_error(
            message("issubclass() arg 2 must be a class, a tuple of classes, or a union")
        )
    return type_object.is_subtype(value, kinds)


def special_method(value: Value, title: Str) -> Value:
    """A bound special method, NULL where the type has none."""
    if type_object.lookup(type_object.type_of(value), title) is NULL:
        return NULL
    return operations.find_attribute(value, title)


# Names.


@function(BUILTINS, "globals")
def builtin_globals() -> Value:
    """`globals()`."""
    return scopes.current_globals()


@function(BUILTINS, "locals")
def builtin_locals() -> Value:
    """`locals()`: in a function, a dict made for this call."""
    return scopes.current_locals()


@function(BUILTINS, "vars", required=0)
def builtin_vars(owner: Value) -> Value:
    """`vars([object])`: a module's dict, or a dict of an object's attributes."""
    if owner is NULL:
        return scopes.current_locals()
    found = operations.find_attribute(owner, name("__dict__"))
    if found is NULL:
        raise errors.type_error(message("vars() argument must have __dict__ attribute"))
    return found


@function(BUILTINS, "dir", required=0)
def builtin_dir(owner: Value) -> Value:
    """`dir([object])`: the names of its attributes, sorted."""
    names = new_dict()
    if owner is NULL:
        space = scopes.current_locals()
        if not isinstance(space, Dict):
            return sorted_list(operations.call0(operations.get_attribute(space, name("keys"))))
        add_keys(names, space)
    elif isinstance(owner, Module) and not (LARGE and type_object.is_custom(owner)):
        hook = owner.attributes.find_name(name("__dir__"))
        if hook is not NULL:
            return sorted_list(operations.call0(hook))
        add_keys(names, name_tables.dict_of(owner.attributes))
        stored = module.overlay_of(owner) if owner.constant else None
        if stored is not None:
            add_keys(names, stored)
    else:
        if type_object.is_custom(owner):
            hook = find_method(as_a(Obj, owner), name("__dir__"))
            if hook is not NULL:
                return sorted_list(call_found(as_a(Obj, owner), hook))
        add_names(names, owner)
    return sorted_list(names)


@method(type_object.OBJECT_TYPE, "__dir__")
def object_dir(self: Value) -> Value:
    """`object.__dir__()`."""
    names = new_dict()
    add_names(names, self)
    return sequence.list_of(names)


def add_names(names: Dict, owner: Value) -> None:
    """Add the names of the attributes of an object and its types."""
    kind = owner if isinstance(owner, Type) else type_object.type_of(owner)
    if type_object.is_custom(owner) and not isinstance(owner, Type):
        if LARGE and kind.flags & type_object.TYPE_GET_ALL:
            add_keys(names, attributes.attribute_or_null(owner, name("__dict__")))
            said = attributes.attribute_or_null(owner, name("__class__"))
            if isinstance(said, Type):
                kind = said
        else:
            add_keys(names, attributes.attributes_of(as_a(Obj, owner)))
    for index in range(type_object.mro_length(kind)):
        space = type_object.attributes_of(type_object.mro_entry(kind, index))
        add_keys(names, name_tables.dict_of(space))


def sorted_list(names: Value) -> Value:
    """The items in order."""
    result = sequence.list_of(names)
    sort.sort_list(result, NULL, False)
    return result


def add_keys(names: Dict, source: Value) -> None:
    """Add the keys of a dict, whatever their values."""
    if isinstance(source, Dict):
        names.update(source)


# Input and output.


@function(BUILTINS, "print", variadic=True, keywords="sep end file flush")
def builtin_print(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`print(*values, sep=' ', end='\\n', file=sys.stdout, flush=False)`."""
    file = keywords[2]
    if file is NULL or file is singletons.NONE:
        file = sys_module.standard_output()
    separator = part(keywords[0], text(" "), message("sep must be None or a string, not %t"))
    end = part(keywords[1], text("\n"), message("end must be None or a string, not %t"))
    out = streams.writer_to(file)
    write_values(args, count, separator, end, out)
    streams.hand_over(out, file)
    if keywords[3] is not NULL and operations.truth(keywords[3]):
        if isinstance(out, StringWriter):
            operations.call0(operations.get_attribute(file, name("flush")))
        else:
            platform.console.flush()
    return singletons.NONE


def part(value: Value, default: Str, reason: int) -> Str:
    """A string argument of `print`; TypeError with `reason`."""
    if value is NULL or value is singletons.NONE:
        return default
    if not isinstance(value, Str):
        raise errors.type_error_with(reason, value, NULL)
    return value


def write_values(args: Ptr[Value], count: int, separator: Str, end: Str, out: Writer) -> None:
    """Write the str of values."""
    for index in range(count):
        if index != 0:
            out.write_text(separator)
        operations.write_str(args[index], out)
    out.write_text(end)


@function(BUILTINS, "input", required=0)
def builtin_input(prompt: Value) -> Value:
    """`input([prompt])`: a line from the console without its line feed; EOFError at the end."""
    shown = name("") if prompt is NULL else operations.str_text(prompt)
    if platform.console.interactive():
        return edited_line(shown)
    streams.OUTPUT.write_text(shown)
    line = streams.read_line()
    if line.count == 0:
        raise end_of_input()
    if line.buffer[line.count - 1] == ord("\n"):
        line.count -= 1
    return line.finish()


def edited_line(prompt: Str) -> Value:
    """A line that the user edits."""
    platform.console.editing(True)
    while True:
        end = line_editor.edit_line(prompt, 0)
        if end == line_editor.ENTER:
            return str_object.new_str(line_editor.bytes_from(0), line_editor.editor.count)
        if end == line_editor.CTRL_C:
            raise errors.error(exception.KEYBOARD_INTERRUPT, NULL)
        if end == line_editor.CTRL_D or end == line_editor.END_OF_INPUT:
            raise end_of_input()


@rare(function(BUILTINS, "exit", required=0))
def builtin_exit(status: Value) -> Value:
    """`exit([status])`: raises SystemExit."""
    return sys_module.sys_exit(status)


@rare(function(BUILTINS, "quit", required=0))
def builtin_quit(status: Value) -> Value:
    """`quit([status])`: raises SystemExit."""
    return sys_module.sys_exit(status)


def end_of_input() -> PyError:
    """The EOFError of `input`."""
    return errors.plain_error(exception.EOF_ERROR, message("EOF when reading a line"))


class Open(Builtin):
    """`open(...)`: that of the module `io`; OSError where that has none."""

    def call(self, args: Ptr[Value], count: int, names: Tuple | None) -> Value:
        found = operations.find_attribute(imports.load(name("io")), name("open"))
        if found is NULL:
            raise errors.os_error(ENODEV, errors.said(message("no file system")))
        return operations.call(found, args, count, names)


OPEN = type_object.host_object(Open)
fill_builtin(OPEN, "open", None, 1, ANY_NUMBER)
BUILTINS.define("open", OPEN)
ENODEV = 19

slots.fill_tables()
