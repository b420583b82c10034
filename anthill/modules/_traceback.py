"""What the module `traceback` is made of: the text of a traceback."""

from __future__ import annotations

from anthill.typed import NULL, Value, as_a
from anthill.vm import errors
from anthill.vm.interpreter import traceback
from anthill.vm.messages import message
from anthill.vm.objects import exception
from anthill.vm.objects.builtin import function
from anthill.vm.objects.instance import Instance
from anthill.vm.objects.module import builtin_module
from anthill.vm.writer import string_writer

TRACEBACK = builtin_module("_traceback")


@function(TRACEBACK, "text")
def traceback_text(error: Value) -> Value:
    """`text(exception)`: what would be printed if nobody caught it."""
    if not exception.is_exception(error):
        raise errors.type_error_with(message("'%t' object is not an exception"), error, NULL)
    out = string_writer()
    traceback.write_exception(as_a(Instance, error), out)
    return out.finish()
