"""The running frame's variables as dicts, for `globals()` and `locals()`."""

from __future__ import annotations

from anthill.typed import NULL, Ptr, Value
from anthill.vm.compiler.bytecode import CODE_BY_NAME, CODE_CLASS_BODY
from anthill.vm.features import LARGE
from anthill.vm.interpreter import cache, closures, frames
from anthill.vm.interpreter.state import vm
from anthill.vm.objects.dict import Dict, new_dict
from anthill.vm.objects.function import Function
from anthill.vm.objects.str import name


def running_function() -> Function | None:
    """The Python function that called the running builtin."""
    function: Value = vm.regs[-frames.LINK_WORDS]
    return function if isinstance(function, Function) else None


def current_globals() -> Dict:
    """The globals of the running function."""
    cache.expose_globals()
    function = running_function()
    return new_dict(0) if function is None else function.globals


def current_locals() -> Value:
    """The namespace of the running module or class body; for a function a dict made anew."""
    if running_function() is None:
        return new_dict(0)
    return locals_of(vm.regs)


def locals_of(regs: Ptr[Value]) -> Value:
    """The variables of a frame, which is not the outermost."""
    cache.expose_globals()
    function = frames.function_of(regs)
    code = function.code
    if code.flags & (CODE_CLASS_BODY | CODE_BY_NAME):
        return regs[frames.NAMESPACE]
    if code.name is name("<module>"):
        return function.globals
    return variables_of(function, regs)


def variables_of(function: Function, regs: Ptr[Value]) -> Dict:
    """The variables of a function whose registers are there."""
    code = function.code
    result = new_dict(code.locals_count)
    for register in range(code.locals_count):
        store(result, code.local_name(register), regs[register])
    for index in range(len(function.cells)):
        store(result, code.capture_name(index), closures.get(function.cells[index]))
    return result


def store(variables: Dict, title: Value, value: Value) -> None:
    """Enter a variable unless it is unbound or one of the compiler's, without a name."""
    if value is not NULL and (not LARGE or title is not name("")):
        variables.store(title, value)
