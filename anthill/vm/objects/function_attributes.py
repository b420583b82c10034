"""What a program can ask of a function, besides what it has set itself."""

from __future__ import annotations

from anthill.typed import NULL, Ptr, Value, small
from anthill.vm import errors
from anthill.vm.compiler.bytecode import CODE_BY_NAME, CODE_CLASS_BODY, CODE_DOCUMENTED
from anthill.vm.features import LARGE, rare
from anthill.vm.interpreter import closures
from anthill.vm.messages import message
from anthill.vm.objects import dict as dict_object
from anthill.vm.objects import exception, singletons
from anthill.vm.objects import tuple as tuple_object
from anthill.vm.objects.builtin import constructor, getter, setter
from anthill.vm.objects.cell import CELL_TYPE, CLOSED, Cell
from anthill.vm.objects.code import Code
from anthill.vm.objects.function import (
    FUNCTION_TYPE,
    Function,
    name_that_was_set,
    new_function,
    own_attributes,
    own_extra,
    qualified_name,
    set_name,
)
from anthill.vm.objects.str import Str, name
from anthill.vm.writer import string_writer


@rare(
    constructor(
        FUNCTION_TYPE,
        variadic=True,
        least=0,
        most=6,
        keywords="code globals name argdefs closure kwdefaults",
    )
)
def make_function(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`FunctionType(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)`."""
    code = given(args, count, keywords, 0)
    space = given(args, count, keywords, 1)
    if code is NULL or space is NULL:
        pattern = message("function() missing required argument '%s' (pos %d)")
        missing = name("code") if code is NULL else name("globals")
        raise errors.type_error_with(pattern, missing, small(1 if code is NULL else 2))
    if not isinstance(code, Code):
        pattern = message("function() argument 'code' must be code, not %t")
        raise errors.type_error_with(pattern, code, NULL)
    if not isinstance(space, dict_object.Dict):
        pattern = message("function() argument 'globals' must be dict, not %t")
        raise errors.type_error_with(pattern, space, NULL)
    check_callable(code)
    made = new_function(code, space, int(code.captures))
    title = given(args, count, keywords, 2)
    if isinstance(title, Str):
        set_name(made, name("__name__"), title)
    elif title is not NULL and title is not singletons.NONE:
        raise errors.type_error(message("arg 3 (name) must be None or string"))
    defaults = given(args, count, keywords, 3)
    if isinstance(defaults, tuple_object.Tuple):
        own_extra(made).defaults = defaults
    elif defaults is not NULL and defaults is not singletons.NONE:
        raise errors.type_error(message("arg 4 (defaults) must be None or tuple"))
    fill_cells(made, given(args, count, keywords, 4))
    defaults = given(args, count, keywords, 5)
    if isinstance(defaults, dict_object.Dict):
        own_extra(made).keyword_defaults = defaults
    elif defaults is not NULL and defaults is not singletons.NONE:
        raise errors.type_error(message("arg 6 (kwdefaults) must be None or dict"))
    return made


def given(args: Ptr[Value], count: int, keywords: Ptr[Value], index: int) -> Value:
    """An argument by its place or its name; NULL where it is missing."""
    return args[index] if index < count else keywords[index]


def check_callable(code: Code) -> None:
    """TypeError for code whose variables are in a namespace that a call does not give."""
    if code.flags & (CODE_BY_NAME | CODE_CLASS_BODY):
        raise errors.type_error(message("code of a module or class cannot be that of a function"))


def fill_cells(made: Function, closure: Value) -> None:
    """Have a new function see the variables of a tuple of cells."""
    code = made.code
    if closure is NULL or closure is singletons.NONE:
        if len(made.cells) == 0:
            return
        raise errors.type_error(message("arg 5 (closure) must be tuple"))
    if not isinstance(closure, tuple_object.Tuple):
        raise errors.type_error(message("arg 5 (closure) must be None or tuple"))
    if len(closure.items) != len(made.cells):
        out = string_writer()
        out.write_text(code.name)
        out.write_message(message(" requires closure of length "))
        out.write_int(len(made.cells))
        out.write_message(message(", not "))
        out.write_int(len(closure.items))
        raise errors.error(exception.VALUE_ERROR, out.finish())
    for index in range(len(made.cells)):
        cell = closure.items[index]
        if not isinstance(cell, Cell):
            pattern = message("arg 5 (closure) expected cell, found %t")
            raise errors.type_error_with(pattern, cell, NULL)
        made.cells[index] = cell


@getter(FUNCTION_TYPE, "__name__")
def function_name(self: Function) -> Value:
    """The name in the `def`, or another that was set."""
    if LARGE:
        found = name_that_was_set(self, name("__name__"))
        if found is not NULL:
            return found
    return self.code.name


@rare(setter(FUNCTION_TYPE, "__name__"))
def set_function_name(self: Function, value: Value) -> None:
    """Set the name."""
    if not isinstance(value, Str):
        raise errors.type_error(message("__name__ must be set to a string object"))
    set_name(self, name("__name__"), value)


@getter(FUNCTION_TYPE, "__qualname__")
def function_qualified_name(self: Function) -> Value:
    """The name with those of the classes and functions around."""
    return qualified_name(self)


@rare(setter(FUNCTION_TYPE, "__qualname__"))
def set_function_qualified_name(self: Function, value: Value) -> None:
    """Set the qualified name."""
    if not isinstance(value, Str):
        raise errors.type_error(message("__qualname__ must be set to a string object"))
    set_name(self, name("__qualname__"), value)


@getter(FUNCTION_TYPE, "__code__")
def function_code(self: Function) -> Value:
    """The code."""
    return self.code


@rare(getter(FUNCTION_TYPE, "__closure__"))
def function_closure(self: Function) -> Value:
    """A tuple of the cells of captured variables, or None."""
    count = len(self.cells)
    if count == 0:
        return singletons.NONE
    result = exception.alloc_tuple(count)
    for index in range(count):
        result.items[index] = self.cells[index]
    return result


@rare(constructor(CELL_TYPE, required=0))
def make_cell(value: Value) -> Value:
    """`CellType([value])`."""
    return Cell(CLOSED, value)


@rare(getter(CELL_TYPE, "cell_contents"))
def cell_contents(self: Cell) -> Value:
    """The value of the variable."""
    value = closures.get(self)
    if value is NULL:
        raise errors.value_error(message("Cell is empty"))
    return value


@rare(setter(CELL_TYPE, "cell_contents"))
def set_cell_contents(self: Cell, value: Value) -> None:
    """Set the variable, or unbind it."""
    closures.put(self, value)


@rare(getter(FUNCTION_TYPE, "__doc__"))
def function_doc(self: Function) -> Value:
    """The docstring."""
    found = name_that_was_set(self, name("__doc__"))
    if found is not NULL:
        return found
    code = self.code
    if code.flags & CODE_DOCUMENTED:
        return code.constants[code.parameters()]
    return singletons.NONE


@rare(getter(FUNCTION_TYPE, "__module__"))
def function_module(self: Function) -> Value:
    """The name of the module."""
    found = name_that_was_set(self, name("__module__"))
    if found is NULL:
        found = self.globals.find_name(name("__name__"))
    return singletons.NONE if found is NULL else found


@rare(setter(FUNCTION_TYPE, "__doc__"))
def set_function_doc(self: Function, value: Value) -> None:
    """Set the docstring."""
    set_name(self, name("__doc__"), singletons.NONE if value is NULL else value)


@rare(setter(FUNCTION_TYPE, "__module__"))
def set_function_module(self: Function, value: Value) -> None:
    """Set the name of the module."""
    set_name(self, name("__module__"), singletons.NONE if value is NULL else value)


@rare(getter(FUNCTION_TYPE, "__globals__"))
def function_globals(self: Function) -> Value:
    """The variables of the module."""
    return self.globals


@rare(getter(FUNCTION_TYPE, "__annotations__"))
def function_annotations(self: Function) -> Value:
    """The annotations; a dict that stays, from now on at least."""
    extra = own_extra(self)
    if extra.annotations is NULL:
        extra.annotations = dict_object.new_dict(0)
    return extra.annotations


@rare(setter(FUNCTION_TYPE, "__annotations__"))
def set_annotations(self: Function, value: Value) -> None:
    """Replace the annotations."""
    if value is not NULL and not isinstance(value, dict_object.Dict):
        raise errors.type_error(message("__annotations__ must be set to a dict object"))
    own_extra(self).annotations = value


@rare(getter(FUNCTION_TYPE, "__defaults__"))
def function_defaults(self: Function) -> Value:
    """The defaults of positional parameters."""
    found = own_extra(self).defaults
    return singletons.NONE if found is None else found


@rare(setter(FUNCTION_TYPE, "__defaults__"))
def set_defaults(self: Function, value: Value) -> None:
    """Replace the defaults of positional parameters."""
    own = own_extra(self)
    if value is NULL or value is singletons.NONE:
        own.defaults = None
    elif isinstance(value, tuple_object.Tuple):
        own.defaults = value
    else:
        raise errors.type_error(message("__defaults__ must be set to a tuple object"))


@rare(getter(FUNCTION_TYPE, "__kwdefaults__"))
def function_keyword_defaults(self: Function) -> Value:
    """The defaults of keyword-only parameters."""
    found = own_extra(self).keyword_defaults
    return singletons.NONE if found is None else found


@rare(setter(FUNCTION_TYPE, "__kwdefaults__"))
def set_keyword_defaults(self: Function, value: Value) -> None:
    """Replace the defaults of keyword-only parameters."""
    own = own_extra(self)
    if value is NULL or value is singletons.NONE:
        own.keyword_defaults = None
    elif isinstance(value, dict_object.Dict):
        own.keyword_defaults = value
    else:
        raise errors.type_error(message("__kwdefaults__ must be set to a dict object"))


@rare(setter(FUNCTION_TYPE, "__code__"))
def set_code(self: Function, value: Value) -> None:
    """Replace the code by one that captures as many variables."""
    if not isinstance(value, Code):
        raise errors.type_error(message("__code__ must be set to a code object"))
    check_callable(value)
    if value.captures != self.code.captures:
        raise errors.value_error_with(
            message("%s() requires a code object with as many free vars"), self.code.name, NULL
        )
    self.code = value


@rare(getter(FUNCTION_TYPE, "__type_params__"))
def function_type_parameters(self: Function) -> Value:
    """The type parameters; those there are have been set."""
    found = name_that_was_set(self, name("__type_params__"))
    return tuple_object.EMPTY_TUPLE if found is NULL else found


@rare(setter(FUNCTION_TYPE, "__type_params__"))
def set_type_parameters(self: Function, value: Value) -> None:
    """Set the type parameters."""
    if not isinstance(value, tuple_object.Tuple):
        raise errors.type_error(message("__type_params__ must be set to a tuple"))
    set_name(self, name("__type_params__"), value)


@rare(getter(FUNCTION_TYPE, "__dict__"))
def function_dict(self: Function) -> Value:
    """The attributes that were set."""
    return own_attributes(self)


@rare(setter(FUNCTION_TYPE, "__dict__"))
def set_function_dict(self: Function, value: Value) -> None:
    """Replace the attributes that were set."""
    if value is NULL:
        raise errors.type_error(message("cannot delete __dict__"))
    if not isinstance(value, dict_object.Dict):
        pattern = message("__dict__ must be set to a dictionary, not a '%t'")
        raise errors.type_error_with(pattern, value, NULL)
    own_extra(self).attributes = value
