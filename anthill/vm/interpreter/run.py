"""Starting the interpreter and running module code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import anthill.runtime.allocation  # noqa: F401  every new object comes from there
from anthill.typed import NULL, TRANSLATING, Array, Value, as_a
from anthill.vm import operations
from anthill.vm.features import LARGE
from anthill.vm.interpreter import cache, calls, classes, frames
from anthill.vm.interpreter.state import vm
from anthill.vm.objects import dict as dict_object
from anthill.vm.objects import exception, instance, module, singletons
from anthill.vm.objects import function as function_object
from anthill.vm.objects import str as str_object
from anthill.vm.objects.code import Code
from anthill.vm.objects.str import Str, name
from anthill.vm.objects.type import when_filled

if TYPE_CHECKING:
    from anthill.vm.objects.dict import Dict
    from anthill.vm.objects.module import Module

INTERRUPTED = instance.Instance.__new__(instance.Instance)
"""The KeyboardInterrupt that ends an input; a constant."""


def start() -> None:
    """Make the interpreter ready, with nothing imported. The heap has been started before."""
    frames.start()
    vm.modules = None
    vm.pending = False
    vm.raising_again = False
    vm.async_finaliser = NULL
    module.overlays.first = None
    instance.shapes.derived = None
    cache.start()
    if LARGE and TRANSLATING:
        str_object.index_names()
    classes.known.table = None


def loaded_modules() -> Dict:
    """`sys.modules`: what was imported from files, and `__main__`."""
    modules = vm.modules
    if modules is None:
        modules = dict_object.new_dict(1)
        vm.modules = modules
    return modules


MAIN_DEFAULTS: Array[Str] = Array(Str, 4)
"""What `__main__` has from the beginning, as None."""
for _index, _title in enumerate(("__doc__", "__package__", "__loader__", "__spec__")):
    MAIN_DEFAULTS[_index] = name(_title)


def main_module() -> Module:
    """The module `__main__`, made when first asked for."""
    found = loaded_modules().find_name(name("__main__"))
    if isinstance(found, module.Module):
        return found
    made = module.new_module(name("__main__"))
    space = module.space_of(made)
    space.store(name("__name__"), name("__main__"))
    if LARGE:
        for title in MAIN_DEFAULTS:
            space.store(title, singletons.NONE)
        space.store(name("__builtins__"), module.BUILTINS)
    loaded_modules().store(name("__main__"), made)
    return made


def run_main(code: Value) -> None:
    """Run code as `__main__`."""
    run_code(as_a(Code, code), module.space_of(main_module()))


def run_code(code: Code, space: Dict) -> Value:
    """Run the code of a module or statement in a namespace; the value of an EVAL code."""
    return operations.call0(function_object.new_function(code, space))


def run_by_name(code: Code, space: Dict, names: Value) -> Value:
    """Run code compiled for `exec` or `eval`, its variables in a mapping; its value."""
    return run_with_names(function_object.new_function(code, space), names)


def run_with_names(function: function_object.Function, names: Value) -> Value:
    """Call a function whose code looks up variables in a namespace."""
    base = frames.push(1 + frames.LINK_WORDS)
    base[0] = names
    result = calls.run_frame(function, base + 1, 0, None)
    frames.pop(base)
    return result


def _fill_interrupted() -> None:
    exception.host_exception(INTERRUPTED, exception.KEYBOARD_INTERRUPT)


when_filled(_fill_interrupted)
