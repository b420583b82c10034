"""The instruction set: what the compiler writes and the interpreter's loop reads.

A register machine. An instruction is an opcode byte and its operand bytes:

  A B C   a register of the frame
  k       index into the code's constants; after `WIDE h` the index is `h << 8 | k`
  u       index into the function's closure (its cells)
  n       a count
  i       signed 8-bit integer; I: signed 16-bit, low byte first
  j       jump distance, signed 16-bit, low byte first, from the end of the instruction

A register that holds NULL is an unbound local; reading one raises UnboundLocalError.
The table below is the single source: opcode numbers, operand layout and length follow from it.
"""

from __future__ import annotations

from enum import IntEnum

from anthill.typed import inline

# Calls: R[A] is the callee, R[A+1] and R[A+2] are the two link words of the new frame, the
# arguments start at R[A+3] and become the callee's R[0], R[1] ... The result goes to R[A].
CALL_ARGS = 3


class Op(IntEnum):
    """Opcodes in numeric order; the text is the operand layout."""

    operands: str

    def __new__(cls, operands: str) -> Op:
        member = int.__new__(cls, len(cls.__members__))
        member._value_ = len(cls.__members__)
        member.operands = operands
        return member

    MOVE = "AB"  # R[A] = R[B]
    LOAD_INT = "Ai"  # R[A] = i
    LOAD_INT16 = "AI"  # R[A] = I
    LOAD_CONST = "Ak"  # R[A] = constants[k]
    LOAD_NONE = "A"  # R[A] = None
    LOAD_TRUE = "A"  # R[A] = True
    LOAD_FALSE = "A"  # R[A] = False
    LOAD_NULL = "A"  # R[A] = NULL (an empty slot, not a Python value)
    DELETE_LOCAL = "A"  # R[A] = NULL; unbound already: UnboundLocalError
    LOAD_GLOBAL = "Ak"  # R[A] = globals or builtins[constants[k]]
    STORE_GLOBAL = "Ak"  # globals[constants[k]] = R[A]
    DELETE_GLOBAL = "Ak"  # del globals[constants[k]]; A is unused
    LOAD_NAME = "Ak"  # class body: R[A] = namespace, globals or builtins[constants[k]]
    STORE_NAME = "Ak"  # class body: namespace[constants[k]] = R[A]
    DELETE_NAME = "Ak"  # class body: del namespace[constants[k]]; A is unused
    LOAD_CELL = "Au"  # R[A] = closure[u]'s value; empty: NameError
    STORE_CELL = "Au"  # closure[u]'s value = R[A]
    DELETE_CELL = "Au"  # empty closure[u]; A is unused
    # class body: namespace[constants[k]], else closure[u]'s value; u = 255: as LOAD_NAME
    LOAD_NAME_CELL = "Auk"
    CLOSE = "A"  # close the open cells of R[A] and of all registers above
    ADD = "ABC"  # R[A] = R[B] + R[C]
    SUB = "ABC"  # R[B] - R[C]
    MUL = "ABC"  # R[B] * R[C]
    FLOOR_DIV = "ABC"  # R[B] // R[C]
    MOD = "ABC"  # R[B] % R[C]
    LSHIFT = "ABC"  # R[B] << R[C]
    RSHIFT = "ABC"  # R[B] >> R[C]
    AND = "ABC"  # R[B] & R[C]
    OR = "ABC"  # R[B] | R[C]
    XOR = "ABC"  # R[B] ^ R[C]
    TRUE_DIV = "ABC"  # R[B] / R[C]
    POW = "ABC"  # R[B] ** R[C]
    MATMUL = "ABC"  # R[B] @ R[C]
    INPLACE_ADD = "ABC"  # R[A] = R[B] += R[C]; A is B or a temporary; likewise below
    INPLACE_SUB = "ABC"  # -=
    INPLACE_MUL = "ABC"  # *=
    INPLACE_FLOOR_DIV = "ABC"  # //=
    INPLACE_MOD = "ABC"  # %=
    INPLACE_LSHIFT = "ABC"  # <<=
    INPLACE_RSHIFT = "ABC"  # >>=
    INPLACE_AND = "ABC"  # &=
    INPLACE_OR = "ABC"  # |=
    INPLACE_XOR = "ABC"  # ^=
    INPLACE_TRUE_DIV = "ABC"  # /=
    INPLACE_POW = "ABC"  # **=
    INPLACE_MATMUL = "ABC"  # @=
    ADD_INT = "ABi"  # R[A] = R[B] + i
    SUB_INT = "ABi"  # R[A] = R[B] - i
    INPLACE_ADD_INT = "ABi"  # R[A] = R[B] += i
    INPLACE_SUB_INT = "ABi"  # R[A] = R[B] -= i
    LT = "ABC"  # R[A] = R[B] < R[C]
    LE = "ABC"  # <=
    EQ = "ABC"  # ==
    NE = "ABC"  # !=
    GT = "ABC"  # >
    GE = "ABC"  # >=
    IS = "ABC"  # is
    IS_NOT = "ABC"  # is not
    IN = "ABC"  # R[A] = R[B] in R[C]
    NOT_IN = "ABC"  # not in
    JUMP_IF_LT = "BCj"  # jump when R[B] < R[C] is true
    JUMP_IF_LE = "BCj"  # <=
    JUMP_IF_EQ = "BCj"  # ==
    JUMP_IF_NE = "BCj"  # !=
    JUMP_IF_GT = "BCj"  # >
    JUMP_IF_GE = "BCj"  # >=
    JUMP_UNLESS_LT = "BCj"  # jump when R[B] < R[C] is false
    JUMP_UNLESS_LE = "BCj"  # <=
    JUMP_UNLESS_EQ = "BCj"  # ==
    JUMP_UNLESS_NE = "BCj"  # !=
    JUMP_UNLESS_GT = "BCj"  # >
    JUMP_UNLESS_GE = "BCj"  # >=
    NOT = "AB"  # R[A] = not R[B]
    NEG = "AB"  # R[A] = -R[B]
    POS = "AB"  # R[A] = +R[B]
    INVERT = "AB"  # R[A] = ~R[B]
    JUMP = "j"  # jump forward
    LOOP = "j"  # jump back; a safe point: interrupts and callbacks run here
    JUMP_IF = "Bj"  # jump when R[B] is true
    JUMP_UNLESS = "Bj"  # jump when R[B] is false
    GET_ATTR = "ABk"  # R[A] = R[B].name, name = constants[k]
    SET_ATTR = "ABk"  # R[A].name = R[B]
    DELETE_ATTR = "Ak"  # del R[A].name
    GET_ITEM = "ABC"  # R[A] = R[B][R[C]]
    SET_ITEM = "ABC"  # R[A][R[B]] = R[C]
    DELETE_ITEM = "AB"  # del R[A][R[B]]
    BUILD_SLICE = "AB"  # R[A] = slice(R[B], R[B+1], R[B+2])
    BUILD_TUPLE = "ABn"  # R[A] = (R[B], ... R[B+n-1])
    BUILD_LIST = "ABn"  # R[A] = [R[B], ... R[B+n-1]]
    BUILD_SET = "ABn"  # R[A] = {R[B], ... R[B+n-1]}
    BUILD_DICT = "An"  # R[A] = {}, with room for n entries; SET_ITEM fills it
    LIST_APPEND = "AB"  # R[A], an exact list, gets R[B]
    LIST_EXTEND = "AB"  # R[A], an exact list, gets the items of R[B]
    LIST_TO_TUPLE = "AB"  # R[A] = tuple of the list R[B]
    SET_ADD = "AB"  # R[A], an exact set, gets R[B]
    SET_UPDATE = "AB"  # R[A], an exact set, gets the items of R[B]
    DICT_UPDATE = "AB"  # R[A], an exact dict, gets the entries of mapping R[B]: {**b}
    DICT_MERGE = "AB"  # the same for call keywords: a key given twice is a TypeError
    BUILD_STRING = "ABn"  # R[A] = the strings R[B] ... R[B+n-1] joined
    FORMAT = "ABn"  # R[A] = format(R[B]); n & 3: 0 plain, 1 !s, 2 !r, 3 !a; n & 4: spec R[B+1]
    UNPACK = "ABn"  # R[A], ... R[A+n-1] = R[B]
    UNPACK_STAR = "ABnn"  # R[A] ... = R[B]: first n targets, a list, last n targets
    ITER = "AB"  # R[A] = iter(R[B])
    FOR_ITER = "ABj"  # R[A] = next(R[B]); at the end: jump
    LOAD_METHOD = "ABk"  # R[A] = method, R[A+3] = self; or R[A] = attribute, R[A+3] = NULL
    CALL = "An"  # R[A] = R[A](R[A+3], ... n arguments)
    CALL_METHOD = "An"  # after LOAD_METHOD: self in R[A+3], n arguments from R[A+4]
    CALL_KW = "Ank"  # as CALL; constants[k]: tuple of names of the values after the n
    CALL_METHOD_KW = "Ank"  # as CALL_METHOD, with keywords
    CALL_STAR = "A"  # R[A](*R[A+3], **R[A+4]): a list or tuple, a dict or NULL
    RETURN = "B"  # return R[B]
    RETURN_NONE = ""  # return None
    RETURN_CLOSE = "B"  # close the frame's open cells and return R[B]
    RETURN_NONE_CLOSE = ""  # close the frame's open cells and return None
    RETURN_CLASS = "B"  # end of a class body: return the cell of R[B] (B = 255: None)
    YIELD = "AB"  # yield R[B]; R[A] = what is sent in
    YIELD_FROM = "ABj"  # delegate to iterator R[B]; R[A] = sent value; at its end: result, jump
    ASYNC = "ABn"  # R[A] = what `await` and its relatives make of R[B]; n: below
    # code constants[k]; n & 1: defaults tuple in R[A]; n & 2: keyword-only defaults dict in
    # R[A+1]; n & 4: annotations dict in R[A+2]; captures come from the code
    MAKE_FUNCTION = "Akn"
    # R[A] = class; R[A] body, R[A+1] name, bases R[A+3] ... n of them; constants[k]: None or
    # tuple of keyword names, their values after the bases; n = STARRED: a list of bases R[A+3], a
    # dict of keywords or NULL R[A+4]
    BUILD_CLASS = "Ank"
    RAISE = "B"  # raise R[B]
    RAISE_FROM = "BC"  # raise R[B] from R[C]
    RAISE_AGAIN = ""  # bare raise: the exception being handled, or RuntimeError
    RERAISE = "B"  # continue raising R[B], its traceback kept
    # R[A+1] = exception handled so far; handled = R[A], unless that is a small integer (the
    # reason why a finally clause runs)
    BEGIN_HANDLER = "A"
    END_HANDLER = "A"  # handled = R[A+1]
    JUMP_UNLESS_MATCH = "BCj"  # jump when exception R[B] is no instance of class or tuple R[C]
    # R[A] an exception: continue raising it; a small integer: go on. END_HANDLER came before.
    END_FINALLY = "A"
    JUMP_UNLESS_REASON = "Aij"  # jump when R[A] is not the small integer i
    # Patterns: jump when the subject R[B] does not match, else R[A] ... = its parts.
    # a sequence of n items; if the second n is not MATCH_NO_STAR, a list behind the first n, and
    # as many items behind that as the second n says, no list with MATCH_REST
    MATCH_SEQUENCE = "ABnnj"
    # a mapping with the keys R[A] ... R[A+n-1], which their values replace; n & MATCH_REST: a dict
    # of the others behind them
    MATCH_MAPPING = "ABnj"
    # an instance of class R[A]: n positional parts, then the attributes named by the tuple k
    MATCH_CLASS = "ABknj"
    # except*: R[A] = what of exception R[B] is of class or tuple R[C], R[B] = the rest or None;
    # jump when nothing is
    MATCH_GROUP = "ABCj"
    # R[A] = what is left to raise: of exception R[A] the rest R[B], and the list R[C] of what the
    # clauses raised; jump when nothing is
    JOIN_GROUPS = "ABCj"
    WITH_ENTER = "AB"  # R[A] = bound R[B].__exit__; R[A+1] = R[B].__enter__()
    WITH_EXCEPT = "AB"  # R[A] = R[A](type, exception R[B], traceback) as a bool
    IMPORT_NAME = "ABkn"  # R[A] = import constants[k]; R[B] names tuple or None; n dots
    IMPORT_FROM = "ABk"  # R[A] = R[B].name, else submodule; ImportError
    IMPORT_STAR = "A"  # all public names of module R[A] into the namespace
    PRINT_EXPR = "B"  # the prompt shows R[B] unless None and sets `_`
    # R[A] = type parameter constants[k] of kind n, its bound computed by R[A] if n = GENERIC_BOUND;
    # n = GENERIC_ALIAS: the alias of this name, computed by R[A], with the parameters R[A+1]
    MAKE_GENERIC = "Ank"
    STORE_ANNOTATION = "Ak"  # __annotations__[constants[k]] = R[A] in the namespace
    WIDE = "n"  # n is the high byte of k in the next instruction


LAYOUTS: bytes = bytes(
    1
    + sum(2 if letter in "jI" else 1 for letter in op.operands)
    + (len(op.operands) - len(op.operands.lstrip("ABC")) << 4)
    for op in Op
)
"""By opcode: the instruction's length in bytes; above the low four bits, how many operands are
registers, which come first."""


@inline
def length_of(op: int) -> int:
    """Instruction length in bytes."""
    return int(LAYOUTS[op]) & 15


STARRED = 255
MATCH_NO_STAR = 255
MATCH_REST = 128

# Kinds of MAKE_GENERIC.
GENERIC_PARAMETER = 0
GENERIC_TUPLE = 1
GENERIC_SPEC = 2
GENERIC_BOUND = 3
GENERIC_ALIAS = 4

# What ASYNC does.
AWAIT = 0
"""R[A] = the iterator for `await R[B]`."""
FROM = 1
"""R[A] = the iterator for `yield from R[B]`."""
AITER = 2
"""R[A] = R[B].__aiter__()"""
ANEXT = 3
"""R[A] = the iterator for `await R[B].__anext__()`."""
ENTER = 4
"""R[A] = bound R[B].__aexit__; R[A+2] = the iterator for `await R[B].__aenter__()`."""
EXIT = 5
"""R[A] = the iterator for awaiting R[B], the result of `__aexit__`."""
EXCEPT = 6
"""R[A] = the iterator for awaiting R[A](type, exception R[B], traceback)."""
END_FOR = 7
"""Raise the exception R[B] again unless it is StopAsyncIteration."""

# Flags of a Code.
CODE_VARARGS = 1
CODE_VARKEYWORDS = 2
CODE_GENERATOR = 4
CODE_COROUTINE = 8
CODE_CLASS_BODY = 16
CODE_ITERABLE = 128  # a generator that may be awaited
CODE_DOCUMENTED = 256  # the first constant behind the names of parameters is the docstring
CODE_BY_NAME = 64  # of exec() and eval(): module variables are those of a namespace
CODE_CLOSES = 32  # some register is captured: leaving the frame must close its cells

# An entry of the handler table, behind the bytecode: for a fault at start <= offset < end the
# exception goes to the register and execution goes on at target. Innermost entries come first.
HANDLER_SIZE = 7  # start, end, target: u16, low byte first; register: u8

# An entry of the line table, behind the handlers, says after how many bytes of bytecode the line
# changes, and by how much. One byte: distance << 3 | 1 to 7 for as many lines, 0 for one back. What
# does not fit is (distance u8, change i8) between two of these, or several of them:
LONG_ENTRY = 255

# An entry of the captures, behind the lines: 1 and a register of the enclosing function, or 0 and
# an index into its closure.
CAPTURE_SIZE = 2
