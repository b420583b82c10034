"""What few programs ask of `sys`: limits, flags, sizes, frames; on boards with room for it."""

from __future__ import annotations

from anthill.modules import sys as sys_module
from anthill.runtime.heap import load, object_size
from anthill.typed import (
    NULL,
    TRANSLATING,
    Ptr,
    Static,
    Tail,
    Value,
    is_small,
    small,
    word_of,
)
from anthill.vm import errors
from anthill.vm.features import LARGE, rare
from anthill.vm.interpreter.state import vm
from anthill.vm.messages import message
from anthill.vm.objects import frame, singletons
from anthill.vm.objects import int as int_object
from anthill.vm.objects.bool import FALSE
from anthill.vm.objects.builtin import function
from anthill.vm.objects.list import new_list
from anthill.vm.objects.module import BUILTIN_MODULES, Module, space_of
from anthill.vm.objects.sequence import tuple_from
from anthill.vm.objects.str import Str, name
from anthill.vm.objects.tuple import Tuple, tuple_of
from anthill.vm.objects.type import builtin_type, host_object, when_ready

SYS = sys_module.SYS
VERSION = (3, 13, 0)
"""The version of Python whose language this is."""


class VersionInfo(Tuple):
    """`sys.version_info`."""

    def get_attribute(self, title: Str) -> Value:
        if title is name("major"):
            return self.items[0]
        if title is name("minor"):
            return self.items[1]
        if title is name("micro"):
            return self.items[2]
        if title is name("releaselevel"):
            return self.items[3]
        if title is name("serial"):
            return self.items[4]
        return errors.type_attribute(self, title)


class Settings(Static):
    """What programs set and read back."""

    recursion_limit: int = 1000


settings = Settings()

FLAGS = sys_module.constant_module(host_object(Module, constant=True), "flags")
_FLAGS = (
    "debug inspect interactive optimize dont_write_bytecode no_user_site no_site"
    " ignore_environment verbose bytes_warning quiet hash_randomization isolated dev_mode utf8_mode"
    " warn_default_encoding safe_path"
)


def _define() -> None:
    items = [small(part) for part in VERSION]
    info: Tuple = host_object(VersionInfo)
    plain = tuple_of(*items, name("final"), small(0))
    info.items = Tail(Value, len(plain.items))
    for index in range(len(plain.items)):
        info.items[index] = plain.items[index]
    for title in _FLAGS.split():
        space_of(FLAGS).store(name(title), small(0))
    attributes: dict[str, Value] = {
        "version_info": info,
        "hexversion": small(VERSION[0] << 24 | VERSION[1] << 16 | VERSION[2] << 8 | 0xF0),
        "maxunicode": small(0x10FFFF),
        "flags": FLAGS,
        "float_repr_style": name("short"),
        "dont_write_bytecode": FALSE,
        "executable": name(""),
        "prefix": name(""),
        "exec_prefix": name(""),
        "base_prefix": name(""),
        "copyright": name(""),
        "api_version": small(1013),
        "warnoptions": tuple_of(),
        "builtin_module_names": tuple_of(*map(name, sorted(BUILTIN_MODULES))),
    }
    for title, value in attributes.items():
        space_of(SYS).store(name(title), value)
    for title in ("stdin", "stdout", "stderr"):
        space_of(SYS).store(name(f"__{title}__"), SYS.attributes.find_name(name(title)))


if LARGE:
    builtin_type("sys.version_info", VersionInfo)
    when_ready(_define)


@rare(function(SYS, "exception"))
def sys_exception() -> Value:
    """`exception()`: what is being handled, or None."""
    return singletons.NONE if vm.handled is NULL else vm.handled


@rare(function(SYS, "getrecursionlimit"))
def sys_recursion_limit() -> Value:
    """`getrecursionlimit()`: what was set; calls end when memory does."""
    return small(settings.recursion_limit)


@rare(function(SYS, "setrecursionlimit"))
def sys_set_recursion_limit(limit: Value) -> Value:
    """`setrecursionlimit(limit)`: kept for `getrecursionlimit`."""
    number = int_object.index_value(limit)
    if number < 1:
        raise errors.value_error(message("recursion limit must be greater or equal than 1"))
    settings.recursion_limit = number
    return singletons.NONE


@rare(function(SYS, "getsizeof", required=1))
def sys_size(value: Value, default: Value) -> Value:
    """`getsizeof(object)`: bytes that the object itself takes, not what it refers to."""
    if is_small(value) or not TRANSLATING:
        return small(0)
    return small(int(object_size(load(word_of(value)))))


@rare(function(SYS, "_getframe", required=0))
def sys_frame(depth: Value) -> Value:
    """`_getframe(depth=0)`: a picture of the running frame, or of one of its callers."""
    found = frame.running(0 if depth is NULL else int_object.index_value(depth))
    if found is NULL:
        raise errors.value_error(message("call stack is not deep enough"))
    return found


@rare(function(SYS, "getdefaultencoding"))
def sys_default_encoding() -> Value:
    """`getdefaultencoding()`."""
    return name("utf-8")


@rare(function(SYS, "getfilesystemencoding"))
def sys_file_encoding() -> Value:
    """`getfilesystemencoding()`."""
    return name("utf-8")


@rare(function(SYS, "is_finalizing"))
def sys_is_finalizing() -> Value:
    """`is_finalizing()`: never seen to be."""
    return FALSE


@rare(function(SYS, "set_asyncgen_hooks", variadic=True, most=2, keywords="firstiter finalizer"))
def sys_set_hooks(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`set_asyncgen_hooks(firstiter, finalizer)`: the second gets asynchronous generators that were
    found dead before their end; there is no use for the first."""
    hook = args[1] if count > 1 else keywords[1]
    if hook is not NULL:
        vm.async_finaliser = NULL if hook is singletons.NONE else hook
    return singletons.NONE


@rare(function(SYS, "get_asyncgen_hooks"))
def sys_get_hooks() -> Value:
    """`get_asyncgen_hooks()`."""
    result = new_list(2)
    result.append(singletons.NONE)
    hook = vm.async_finaliser
    result.append(singletons.NONE if hook is NULL else hook)
    return tuple_from(result)
