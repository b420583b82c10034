"""What programs see of frames: a picture of one, made when it is asked for. That of a frame which
is gone, from a traceback, knows its code and line only."""

from __future__ import annotations

from anthill.typed import NULL, Ptr, Value, as_a, items_of, small, small_int
from anthill.vm.features import rare
from anthill.vm.interpreter import frames, scopes
from anthill.vm.interpreter.state import vm
from anthill.vm.objects import generator, singletons
from anthill.vm.objects.builtin import getter
from anthill.vm.objects.code import Code
from anthill.vm.objects.dict import new_dict
from anthill.vm.objects.function import Function
from anthill.vm.objects.generator import Generator
from anthill.vm.objects.object import Obj
from anthill.vm.objects.type import builtin_type


class Frame(Obj):
    """A frame as it was."""

    code: Value
    line: Value
    """NULL until it is asked for."""
    back: Value = singletons.NONE
    """The caller's frame, or None."""
    globals: Value = NULL
    variables: Value = NULL
    """Its local variables, if somebody asked for this frame and not for one that it called."""
    offset: int = 0
    """Where in its code it is; the line follows from it."""


FRAME_TYPE = builtin_type("frame", Frame)


def running(depth: int) -> Value:
    """The frame so many calls below the running one with all its callers; NULL if there are not so
    many."""
    first: Frame | None = None
    last: Frame | None = None
    regs = vm.regs
    offset = frames.pc_offset(regs, vm.pc)
    while regs[-frames.LINK_WORDS] is not NULL:
        function = frames.function_of(regs)
        inner: Generator | None = None
        while True:
            if depth <= 0:
                made = of_function(function, offset)
                if last is not None:
                    last.back = made
                elif inner is not None:
                    made.variables = scopes.variables_of(function, items_of(inner.registers))
                else:
                    made.variables = scopes.locals_of(regs)
                if first is None:
                    first = made
                last = made
            depth -= 1
            if frames.code_of(regs).flags & generator.LAZY:
                below = generator.owner_of(regs) if inner is None else inner
                inner = generator.delegator_in(regs, below)
            if inner is None:
                break
            function = inner.function
            offset = int(inner.offset)
        offset = small_int(regs[-2]) - 1
        regs = caller(regs)
    if first is None:
        return NULL
    return first


def of_function(function: Function, offset: int) -> Frame:
    """A frame of a function that is at some place in its code."""
    return Frame(
        function.code, NULL, singletons.NONE, function.globals, variables=NULL, offset=offset
    )


def caller(regs: Ptr[Value]) -> Ptr[Value]:
    """The frame that called another one."""
    return regs - (small_int(regs[-1]) >> frames.LINK_SHIFT)


@rare(getter(FRAME_TYPE, "f_code"))
def frame_code(self: Frame) -> Value:
    """The code that runs in it."""
    return self.code


@rare(getter(FRAME_TYPE, "f_lineno"))
def frame_line(self: Frame) -> Value:
    """The line it is at."""
    if self.line is NULL:
        self.line = small(as_a(Code, self.code).line_at(self.offset))
    return self.line


@rare(getter(FRAME_TYPE, "f_globals"))
def frame_globals(self: Frame) -> Value:
    """The globals of its function; empty when they are not known."""
    return new_dict(0) if self.globals is NULL else self.globals


@rare(getter(FRAME_TYPE, "f_locals"))
def frame_locals(self: Frame) -> Value:
    """A dict of its variables; empty when they are not known."""
    return new_dict(0) if self.variables is NULL else self.variables


@rare(getter(FRAME_TYPE, "f_back"))
def frame_back(self: Frame) -> Value:
    """The caller's frame, or None."""
    return self.back
