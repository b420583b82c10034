"""The module `sys`. Lists that a program may change are made when it first asks for them."""

from __future__ import annotations

import sys

from anthill.modules import platform, streams
from anthill.typed import NULL, SMALL_MAX, WORD_BITS, Value, as_a, small
from anthill.vm import errors
from anthill.vm.features import LARGE, rare
from anthill.vm.interpreter import attributes, run, traceback
from anthill.vm.interpreter.state import vm
from anthill.vm.limbs import LIMB_BITS
from anthill.vm.messages import message
from anthill.vm.objects import bigint, exception, module, singletons
from anthill.vm.objects import int as int_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects.bigint import HASH_MODULUS
from anthill.vm.objects.builtin import function
from anthill.vm.objects.complex import IMAGINARY_FACTOR
from anthill.vm.objects.dict import new_dict
from anthill.vm.objects.float import INFINITY_HASH, NAN_HASH, new_float
from anthill.vm.objects.instance import Instance
from anthill.vm.objects.list import List, new_list
from anthill.vm.objects.module import BUILTIN_MODULES, Module
from anthill.vm.objects.sequence import tuple_from
from anthill.vm.objects.str import Str, name
from anthill.vm.objects.tuple import tuple_of
from anthill.vm.objects.type import host_object, type_of, when_ready

HOST_PLATFORM = {"host": sys.platform}
"""What `sys.platform` says instead of the chip's name."""


class SysModule(Module):
    """`sys`, with attributes that exist once they are used."""

    def get_attribute(self, attribute: Str) -> Value:
        found = module.find(self, attribute)
        if found is not NULL:
            return found
        if attribute is name("modules"):
            modules = run.loaded_modules()
            modules.store(name("sys"), self)
            return modules
        if attribute is name("argv") or attribute is name("path"):
            return own_list(self, attribute)
        return attributes.bound_attribute(self, attribute) if LARGE else NULL


def own_list(owner: Module, attribute: Str) -> List:
    """Give the module a new list as an attribute."""
    result = new_list(0)
    module.store(owner, attribute, result)
    return result


def set_arguments(arguments: List) -> None:
    """Set `sys.argv`."""
    module.store(SYS, name("argv"), arguments)


def program_file(file: Str) -> None:
    """Set `sys.argv[0]` to the file that `-m` runs."""
    arguments = SYS.get_attribute(name("argv"))
    if isinstance(arguments, List) and arguments.count > 0:
        arguments.items[0] = file


def standard_output() -> Value:
    """What the program put in the place of `sys.stdout`; NULL as long as it is the usual one."""
    found = replaced(name("stdout"))
    return NULL if found is streams.OUT else found


def replaced(title: Str) -> Value:
    """What the program stored into this module under a name; NULL for nothing."""
    stored = module.overlay_of(SYS)
    return NULL if stored is None else stored.find_name(title)


def constant_module(owner: Module, title: str) -> Module:
    """Give a module for the image its name and dict, at build time."""

    def fill() -> None:
        owner.name = name(title)
        owner.attributes = new_dict(0)

    when_ready(fill)
    return owner


SYS: Module = constant_module(host_object(SysModule, constant=True), "sys")
BUILTIN_MODULES["sys"] = SYS
IMPLEMENTATION = constant_module(host_object(Module, constant=True), "implementation")

FLOAT_INFO = constant_module(host_object(Module, constant=True), "float_info")
INT_INFO = constant_module(host_object(Module, constant=True), "int_info")
HASH_INFO = constant_module(host_object(Module, constant=True), "hash_info")
_FLOAT_FIELDS = "max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds"


def define_number_constants() -> None:
    """Fill in what is known about numbers, at build time."""
    for title in _FLOAT_FIELDS.split():
        found = getattr(sys.float_info, title)
        value = new_float(found) if isinstance(found, float) else small(found)
        module.space_of(FLOAT_INFO).store(name(title), value)
    numbers = {
        "bits_per_digit": LIMB_BITS,
        "sizeof_digit": LIMB_BITS // 8,
        "default_max_str_digits": bigint.limits.digits,
        "str_digits_check_threshold": bigint.LEAST_LIMIT,
    }
    for title, number in numbers.items():
        module.space_of(INT_INFO).store(name(title), small(number))
    hashes = {
        "width": WORD_BITS,
        "modulus": HASH_MODULUS,
        "inf": INFINITY_HASH,
        "nan": NAN_HASH,
        "imag": IMAGINARY_FACTOR,
    }
    for title, number in hashes.items():
        module.space_of(HASH_INFO).store(name(title), small(number))
    module.space_of(SYS).store(name("float_info"), FLOAT_INFO)
    module.space_of(SYS).store(name("int_info"), INT_INFO)
    module.space_of(SYS).store(name("hash_info"), HASH_INFO)


if LARGE:
    when_ready(define_number_constants)


def define_constants() -> None:
    """Fill in what is the same in every run, at build time."""
    version = [small(int(part)) for part in platform.version.split(".")]
    attributes: dict[str, Value] = {
        "name": name("anthill"),
        "version": tuple_of(*version),
        "_machine": name(f"{platform.board_title} with {platform.chip_title}"),
    }
    for title, value in attributes.items():
        module.space_of(IMPLEMENTATION).store(name(title), value)
    attributes = {
        "byteorder": name("little"),
        "implementation": IMPLEMENTATION,
        "maxsize": small(SMALL_MAX),
        "platform": name(HOST_PLATFORM.get(platform.chip_title, platform.chip_title.lower())),
        "stderr": streams.ERR,
        "stdin": streams.IN,
        "stdout": streams.OUT,
        "version": name(f"3.13.0; Anthill {platform.version}"),
        "version_info": tuple_of(small(3), small(13), small(0)),
    }
    for title, value in attributes.items():
        module.space_of(SYS).store(name(title), value)


when_ready(define_constants)


@rare(function(SYS, "get_int_max_str_digits"))
def sys_get_int_max_str_digits() -> Value:
    """`get_int_max_str_digits()`."""
    return small(bigint.limits.digits)


@rare(function(SYS, "set_int_max_str_digits", required=1, keywords="maxdigits"))
def sys_set_int_max_str_digits(limit: Value) -> Value:
    """`set_int_max_str_digits(maxdigits)`; ValueError."""
    digits = int_object.index_value(limit)
    if digits != 0 and digits < bigint.LEAST_LIMIT:
        raise errors.value_error(message("maxdigits must be 0 or larger than 640"))
    bigint.limits.digits = digits
    return singletons.NONE


@function(SYS, "exit", required=0)
def sys_exit(status: Value) -> Value:
    """`exit([status])`: raises SystemExit."""
    raise errors.error(exception.SYSTEM_EXIT, status)


@function(SYS, "intern")
def sys_intern(string: Value) -> Value:
    """`intern(str)`."""
    if not isinstance(string, Str):
        raise errors.type_error_with(message("intern() argument must be str, not %t"), string, NULL)
    return str_object.intern(string)


@function(SYS, "exc_info")
def sys_exc_info() -> Value:
    """`exc_info()`: type, exception and traceback of what is being handled, or three times None."""
    result = new_list(3)
    if vm.handled is NULL:
        result.append(singletons.NONE)
        result.append(singletons.NONE)
    else:
        result.append(type_of(vm.handled))
        result.append(vm.handled)
        result.append(exception.traceback_of(as_a(Instance, vm.handled)))
        return tuple_from(result)
    result.append(singletons.NONE)
    return tuple_from(result)


@function(SYS, "print_exception", required=1)
def sys_print_exception(error: Value, file: Value) -> Value:
    """`print_exception(exception[, file])`: print it with its traceback."""
    if not exception.is_exception(error):
        raise errors.type_error_with(
            message("print_exception() argument must be an exception, not %t"), error, NULL
        )
    out = streams.writer_to(file)
    traceback.write_exception(as_a(Instance, error), out)
    streams.hand_over(out, file)
    return singletons.NONE


# What few programs use is defined on the module above.
from anthill.modules import hooks, sys_rare  # noqa: E402, F401
