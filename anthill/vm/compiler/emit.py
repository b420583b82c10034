"""The code that is being written: one Draft per function, bytecode, constants, lines, registers.

While a function is compiled its locals are the registers from 0 on, in the order in which they are
first bound, and its temporaries a stack from TEMPORARIES on; in the end the temporaries move down
to lie right above the locals. So a local's register never holds anything else.

An operand is described by one number, and code that computes it is only emitted when it is known
where it goes:

  bits 0-3   kind (LOCAL ... TUPLE)
  bits 4-11  x: a register
  bits 12-   y: a constant's index, another register, a position in the code
"""

from __future__ import annotations

from anthill.typed import (
    Array,
    Object,
    Ptr,
    Static,
    Value,
    alloc,
    array_of,
    as_a,
    copy_items,
    fits_small,
    inline,
    is_small,
    items_of,
    noinline,
    same,
    small,
    small_int,
    u8,
)
from anthill.vm.compiler.buffer import ByteBuffer
from anthill.vm.compiler.bytecode import HANDLER_SIZE, LONG_ENTRY, Op, length_of
from anthill.vm.compiler.tokens import tokens
from anthill.vm.features import BIG_INTEGERS, LARGE
from anthill.vm.messages import limit
from anthill.vm.objects import list as list_object
from anthill.vm.objects.code import Place, line_entry
from anthill.vm.objects.items import EMPTY_ITEMS
from anthill.vm.objects.list import List
from anthill.vm.objects.str import EMPTY_STR, Str, join2, text

# Kinds of drafts.
MODULE = 0
FUNCTION = 1
CLASS = 2

TEMPORARIES = 176
"""The first temporary register."""
MOST_REGISTERS = 250
NO_REGISTER = 255
NONLOCAL_MARK = 254
"""Operand of a CLOSE before what skips a class body's own names; in LOAD_NAME_CELL instead
of a cell: no enclosing function has it."""

# Kinds of operands.
LOCAL = 0
"""Register x, which belongs to a variable."""
TEMP = 1
"""Register x, a temporary that the operand owns."""
PENDING = 2
"""The result of the instruction at y, whose A is still to be filled in."""
INT = 3
"""The integer in the bits from 4 on."""
CONST = 4
"""Constant y."""
NONE = 5
TRUE = 6
FALSE = 7
GLOBAL = 8
"""The global variable named by constant y."""
NAME = 9
"""The variable named by constant y: in a class body, of its namespace; in a function, one whose
scope is only known when the enclosing functions end."""
ATTRIBUTE = 10
"""Attribute y (a constant) of register x."""
ITEM = 11
"""Item y (a register) of register x."""
COMPARE = 12
"""The comparison of register x with register y & 255, by opcode y >> 8."""
TUPLE = 13
"""The tuple of y registers from x on."""

KIND = 15
SMALLEST_INT = -(1 << 15)
LARGEST_INT = (1 << 15) - 1
CONSTANT_KINDS = 1 << INT | 1 << CONST | 1 << NONE | 1 << TRUE | 1 << FALSE


def operand(kind: int, x: int, y: int) -> int:
    """The operand with these parts."""
    return y << 12 | x << 4 | kind


@inline
def local(register: int) -> int:
    """The operand for the register of a variable."""
    return register << 4 | LOCAL


def temporary(register: int) -> int:
    """The operand for a temporary."""
    return register << 4 | TEMP


def operand_x(d: int) -> int:
    """An operand's x."""
    return d >> 4 & 255


def operand_y(d: int) -> int:
    """An operand's y."""
    return d >> 12


def int_of(d: int) -> int:
    """The integer of an INT operand."""
    return d >> 4


def is_constant(d: int) -> bool:
    """Whether loading an operand has no effect and needs no register."""
    return CONSTANT_KINDS >> (d & KIND) & 1 != 0


class Block(Object):
    """A block; `register` is the first of its registers."""

    outer: Block | None
    kind: int
    register: int
    name: Str | None
    """The variable to unbind at the end of a HANDLER."""
    start: int = 0
    """Where a loop begins."""
    exits: int = 0
    """Jumps out of a loop, or to the finally clause."""
    reasons: int = 0
    """Bit 1 << reason for each that passes through a FINALLY."""


class Draft(Object):
    """A function, class body or module that is being compiled."""

    outer: Draft | None
    name: Str
    kind: int
    constants: List
    names: List
    """The names of the locals, by register."""
    declared: List
    """Names in `global` and `nonlocal` statements, each followed by GLOBAL or NAME."""
    hidden: List
    """Variables of the comprehensions around the current place, each followed by its register."""
    code: ByteBuffer
    lines: ByteBuffer
    handlers: ByteBuffer
    place: Place
    class_name: Str | None
    """Of the class that private names belong to."""
    inner_place: Place | None = None
    """That of what stands in it, once it was needed."""
    documented: bool = False
    """The first constant behind the names of the parameters is the docstring."""
    started: bool = False
    """The first statement has begun."""
    block: Block | None = None
    is_generator_expression: bool = False
    shared: bool = False
    """An inner function assigns to variables of this one."""
    returns_value: bool = False
    """It has a `return` with a value."""
    first_line: int = 0
    flags: int = 0
    positional: int = 0
    positional_only: int = 0
    keyword_only: int = 0
    top: int = 0
    """The first free temporary."""
    floor: int = 0
    """Temporaries below belong to statements and are not freed with an operand."""
    highest: int = 0
    line: int = 0
    """Line of the last entry of the line table, and where it begins."""
    line_position: int = 0


ATTEMPT_WORDS = 8
NO_ATTEMPTS: Array[int] = Array(int, 0)
NO_NAMES = List(0, EMPTY_ITEMS)


class Output(Static):
    """Where code goes."""

    current: Draft | None = None
    line: int = 0
    """The line that code is emitted for."""

    attempts: Array[int] = NO_ATTEMPTS
    attempts_end: int = 0
    promised: List = NO_NAMES
    """Names that a `nonlocal` expects an enclosing function to bind later: name, line, depth."""
    what: int = 0
    """What kind of expression was compiled last (WHAT_*)."""
    place: int = 0
    """Where the expression compiled last begins and ends, for messages."""
    place_end: int = 0
    chain_exits: int = 0
    """Jumps taken when the comparison chain just compiled is false before its end."""
    fused: bool = False
    """The next operand is a condition: a chain of comparisons may jump."""
    on_true: int = 0
    """Of the condition being compiled: jumps taken when it is true."""
    on_false: int = 0
    negated: bool = False
    """The last operand of the condition has a `not` before it."""
    starred: bool = False
    """The element compiled last has a star."""
    many_targets: bool = False
    """The targets counted last have commas between them."""
    plain_targets: bool = False
    """They are all names."""
    last_use: bool = False
    """The value being assigned is not assigned to more targets."""
    star_index: int = 0
    """Which of them has a star, -1 for none."""
    group_end: int = -1
    """The end of the last parentheses around an expression."""
    walrus_count: int = 0
    """Assignments inside expressions so far."""
    comprehensions: int = 0
    """How many comprehensions are around the current place."""
    comprehension: int = 0
    """What builds the container of the innermost one that is no generator expression."""
    visible: int = 0
    """How many hidden variables, type parameters, were there before the outermost of them."""
    iterables: int = 0
    """How many iterables of comprehensions are around the current place."""
    literal: Str = EMPTY_STR
    """Text of an f-string that is not yet in a register."""
    by_name: bool = False
    """Variables of the module are looked up in a namespace: the source is that of `exec`."""
    documented: bool = False
    """The string that begins here may be a docstring."""
    text_annotations: bool = False
    """Annotations are not computed, their text is kept."""
    interactive: bool = False
    """Results of expression statements are shown."""
    nesting: int = 0
    hiding: bool = False
    """The targets being compiled are those of a comprehension."""

    @property
    @inline
    def draft(self) -> Draft:
        """The draft that code goes to."""
        draft = self.current
        assert draft is not None
        return draft

    # Instructions.

    def emit(self, op: int, a: int, b: int) -> None:
        """Emit an instruction with up to two operand bytes."""
        self.begin(op, length_of(op), a, b)

    def emit1(self, op: int, a: int) -> None:
        """Emit an instruction with one operand byte, or none."""
        self.emit(op, a, 0)

    def begin(self, op: int, length: int, a: int, b: int) -> None:
        """Emit an opcode and its first operands, up to two and `length` bytes in all."""
        draft = self.draft
        if draft.line != self.line:
            self.note_line()
        code = draft.code
        code.put(op)
        if length > 1:
            code.put(a)
        if length > 2:
            code.put(b)

    def emit3(self, op: int, a: int, b: int, c: int) -> None:
        """Emit an instruction with three operand bytes."""
        self.emit(op, a, b)
        self.draft.code.put(c)

    def wide(self, k: int) -> int:
        """Emit the prefix for a constant's index above 255; returns the low byte."""
        if k > 255:
            self.emit1(Op.WIDE, k >> 8)
        return k & 255

    @noinline
    def note_line(self) -> None:
        """Add to the line table that the code from here on is of `line`."""
        draft = self.draft
        lines = draft.lines
        distance = draft.code.size - draft.line_position
        delta = self.line - draft.line
        draft.line = self.line
        draft.line_position = draft.code.size
        while distance > 255:
            self.long_entry(255, 0)
            distance -= 255
        while delta > 127 or delta < -128:
            step = 127 if delta > 0 else -128
            self.long_entry(distance, step)
            distance = 0
            delta -= step
        if distance < LONG_ENTRY >> 3 and -1 <= delta <= 7 and delta != 0:
            lines.put(distance << 3 | (delta if delta > 0 else 0))
        else:
            self.long_entry(distance, delta)

    def long_entry(self, distance: int, delta: int) -> None:
        """Add to the line table an entry that may be read from both ends."""
        lines = self.draft.lines
        lines.put(LONG_ENTRY)
        lines.put(distance)
        lines.put(delta)
        lines.put(LONG_ENTRY)

    def cut(self, size: int, constants: int) -> None:
        """Drop the code from `size` on and the constants from `constants` on."""
        draft = self.draft
        draft.constants.truncate(constants)
        self.cut_lines(size)
        draft.code.size = size

    def cut_lines(self, size: int) -> None:
        """Drop the entries of the line table for code behind `size`."""
        draft = self.draft
        lines = draft.lines
        while draft.line_position > size or (draft.line_position == size and lines.size):
            at = lines.size - (4 if lines.data[lines.size - 1] == LONG_ENTRY else 1)
            distance, delta, _ = line_entry(items_of(lines.data, at))
            draft.line_position -= distance
            draft.line -= delta
            lines.size = at

    def position(self) -> int:
        """Where the next instruction goes."""
        return self.draft.code.size

    # Jumps. A list of jumps that go to the same place is linked through their distances: each
    # holds how far before it the next one of the list is, 0 at the end.

    def jump(self, op: int, a: int, b: int) -> int:
        """Emit a jump to a place not yet known; returns the list of this one."""
        self.begin(op, length_of(op) - 2, a, b)
        return self.distance()

    def distance(self) -> int:
        """Leave room for the distance of a jump; returns the list of this one."""
        position = self.draft.code.size
        self.draft.code.put16(0)
        return position

    def loop(self, target: int) -> None:
        """Emit a jump back."""
        place = self.jump(Op.LOOP, 0, 0)
        self.set_distance(place, target - place - 2)

    def set_distance(self, place: int, distance: int) -> None:
        """Fill in a jump."""
        if distance > 32767 or distance < -32768:
            tokens.fail(limit("too many statements in one block"))
        self.draft.code.set16(place, distance)

    def join(self, earlier: int, later: int) -> int:
        """One list of two, all jumps of one behind all of the other."""
        if later == 0:
            return earlier
        if earlier:
            code = self.draft.code
            last = later
            while code.at16(last):
                last -= code.at16(last)
            self.set_distance(last, last - earlier)
        return later

    def land(self, jumps: int) -> None:
        """Let the jumps of a list go to the next instruction."""
        code = self.draft.code
        while jumps:
            step = code.at16(jumps)
            self.set_distance(jumps, code.size - jumps - 2)
            jumps = jumps - step if step else 0

    # Constants.

    def constant(self, value: Value) -> int:
        """The index of a constant, which is added if it is not there."""
        constants = self.draft.constants
        for index in range(constants.count):
            if same(constants.items[index], value):
                return index
            if LARGE and constants_alike(constants.items[index], value):
                return index
        if constants.count > 65535:
            tokens.fail(limit("too many constants"))
        constants.append(value)
        return constants.count - 1

    def const(self, value: Value) -> int:
        """The operand for a constant."""
        return operand(CONST, 0, self.constant(value))

    def integer(self, n: int) -> int:
        """The operand for an integer."""
        if SMALLEST_INT <= n <= LARGEST_INT:
            return n << 4 | INT
        return self.const(small(n))

    def is_integer(self, d: int) -> bool:
        """Whether an operand is an integer constant."""
        if d & KIND == CONST:
            return is_small(self.draft.constants.items[operand_y(d)])
        return d & KIND == INT

    def integer_of(self, d: int) -> int:
        """The integer of an operand for which `is_integer` holds."""
        if d & KIND == CONST:
            return small_int(self.draft.constants.items[operand_y(d)])
        return int_of(d)

    def folded(self, n: int) -> int:
        """The operand for a computed integer; -1 when it is too large for a constant."""
        return self.integer(n) if fits_small(n) else -1

    def constant_name(self, d: int) -> Str:
        """The name of a GLOBAL, NAME or ATTRIBUTE operand."""
        return as_a(Str, self.draft.constants.items[operand_y(d)])

    # Registers.

    def push(self, count: int) -> int:
        """Take `count` temporaries; returns the first."""
        draft = self.draft
        first = draft.top
        draft.top = first + count
        if draft.top > draft.highest:
            draft.highest = draft.top
            if draft.top > MOST_REGISTERS:
                tokens.fail(limit("expression is too complex"))
        return first

    def free(self, register: int) -> None:
        """Give back a temporary and all above it."""
        draft = self.draft
        if draft.floor <= register < draft.top:
            draft.top = register

    def release(self, d: int) -> None:
        """Give back the temporaries of an operand."""
        kind = d & KIND
        if kind == TEMP or kind >= ATTRIBUTE:
            self.free(operand_x(d))
            if kind == ITEM or kind == COMPARE:
                self.free(operand_y(d) & 255)

    def load(self, d: int, register: int) -> None:
        """Emit what puts an operand into a register."""
        kind = d & KIND
        x = operand_x(d)
        y = operand_y(d)
        if kind == PENDING:
            self.draft.code.data[y + 1] = u8(register)
        elif kind <= TEMP:
            if x != register:
                self.emit(Op.MOVE, register, x)
        elif kind == INT:
            self.load_int(register, int_of(d))
        elif kind == CONST:
            self.emit(Op.LOAD_CONST, register, self.wide(y))
        elif kind <= FALSE:
            self.emit1(Op.LOAD_NONE + kind - NONE, register)
        elif kind == GLOBAL:
            self.emit(Op.LOAD_GLOBAL, register, self.wide(y))
        elif kind == NAME:
            self.load_name(register, y)
        elif kind == ATTRIBUTE:
            self.emit_attribute(Op.GET_ATTR, register, x, y)
        elif kind == ITEM:
            self.emit3(Op.GET_ITEM, register, x, y)
        elif kind == COMPARE:
            self.emit3(y >> 8, register, x, y & 255)
        else:
            self.emit3(Op.BUILD_TUPLE, register, x, y)

    def load_int(self, register: int, n: int) -> None:
        """Emit what puts a small integer into a register."""
        if -128 <= n <= 127:
            self.emit(Op.LOAD_INT, register, n & 255)
        else:
            self.emit3(Op.LOAD_INT16, register, n & 255, n >> 8 & 255)

    def load_name(self, register: int, y: int) -> None:
        """Emit what reads a NAME. A comprehension in a class body does not see the class's."""
        draft = self.draft
        if draft.kind == CLASS and self.comprehensions and draft.hidden.count > self.visible:
            if in_function(draft):
                self.emit1(Op.CLOSE, NONLOCAL_MARK)
                self.emit(Op.LOAD_NAME, register, self.wide(y))
            else:
                self.emit(Op.LOAD_GLOBAL, register, self.wide(y))
        elif draft.kind == CLASS and in_function(draft):
            k = self.wide(y)
            self.emit3(Op.LOAD_NAME_CELL, register, NO_REGISTER, k)
        else:
            self.emit(Op.LOAD_NAME, register, self.wide(y))

    def emit_attribute(self, op: int, a: int, b: int, k: int) -> None:
        """Emit an instruction with two registers and a constant."""
        k = self.wide(k)
        self.emit3(op, a, b, k)

    def to_register(self, d: int) -> int:
        """Have an operand in a register of its own or in its variable's; returns the register."""
        if d & KIND <= TEMP:
            return operand_x(d)
        return self.to_next(d)

    def to_next(self, d: int) -> int:
        """Have an operand in the next temporary; returns the register."""
        self.release(d)
        register = self.push(1)
        self.load(d, register)
        return register

    def kept(self, d: int) -> int:
        """Have an operand in a register that keeps its value while another one is evaluated;
        returns the register."""
        if d & KIND == LOCAL and self.draft.shared:
            register = self.push(1)
            self.load(d, register)
            return register
        return self.to_register(d)

    def settled(self, d: int) -> int:
        """An operand that may be loaded several times."""
        if is_constant(d) or (d & KIND == LOCAL and not self.draft.shared):
            return d
        return temporary(self.kept(d))

    def drop(self, d: int) -> None:
        """Emit the evaluation of an operand that nobody wants."""
        self.release(d)
        if not is_constant(d) and d & KIND != TEMP:
            register = self.push(1)
            self.load(d, register)
            self.free(register)

    def pending(self, op: int, b: int, c: int) -> int:
        """Emit an instruction with three operands, A still to be filled in."""
        d = operand(PENDING, 0, self.position())
        self.emit3(op, 0, b, c)
        return d

    def result(self, op: int, b: int) -> int:
        """As `pending`, of an instruction with two operands."""
        d = operand(PENDING, 0, self.position())
        self.emit(op, 0, b)
        return d

    # Truth.

    def jump_when(self, d: int, sense: bool) -> int:
        """Emit a jump that is taken when the truth of an operand is `sense`."""
        self.release(d)
        kind = d & KIND
        if is_constant(d) and kind != CONST:
            truth = kind == TRUE or (kind == INT and int_of(d) != 0)
            return self.jump(Op.JUMP, 0, 0) if truth == sense else 0
        if kind == COMPARE and operand_y(d) >> 8 <= Op.GE:
            first = Op.JUMP_IF_LT if sense else Op.JUMP_UNLESS_LT
            y = operand_y(d)
            return self.jump(first + (y >> 8) - Op.LT, operand_x(d), y & 255)
        register = self.to_register(d)
        self.free(register)
        return self.jump(Op.JUMP_IF if sense else Op.JUMP_UNLESS, register, 0)

    # Attempts: places in source and code that may have to be gone back to, because what begins
    # there may turn out to be something else. They form a stack.

    def attempt(self) -> None:
        """Note the current token and the end of the code; the text is kept."""
        at = self.attempts_end
        if at == len(self.attempts):
            larger = array_of(int, at + 4 * ATTEMPT_WORDS)
            copy_items(items_of(larger), items_of(self.attempts), at)
            self.attempts = larger
        place = tokens.mark()
        entry = items_of(self.attempts, at)
        entry[0] = tokens.hold()
        entry[1] = place[0]
        entry[2] = place[1]
        entry[3] = place[2]
        entry[4] = self.position()
        entry[5] = self.draft.constants.count
        entry[6] = self.draft.top
        entry[7] = self.draft.handlers.size
        self.attempts_end = at + ATTEMPT_WORDS

    def entry(self) -> Ptr[int]:
        """The innermost attempt."""
        return items_of(self.attempts, self.attempts_end - ATTEMPT_WORDS)

    def attempt_start(self) -> int:
        """Where the code of the innermost attempt begins."""
        return self.entry()[4]

    def let_go(self) -> None:
        """The text of the innermost attempt is not needed any more."""
        tokens.release(self.entry()[0])

    def succeed(self) -> None:
        """End the innermost attempt."""
        self.let_go()
        self.attempts_end -= ATTEMPT_WORDS

    def retract(self) -> None:
        """Drop the code of the innermost attempt."""
        entry = self.entry()
        constants = entry[5]
        self.draft.top = entry[6]
        self.draft.handlers.size = entry[7]
        self.cut(entry[4], constants)

    def go_back(self) -> None:
        """Make the first token of the innermost attempt the current one again."""
        entry = self.entry()
        place = entry[1], entry[2], entry[3]
        tokens.rewind(place)

    def fail(self) -> None:
        """End the innermost attempt as if it had not been made."""
        self.retract()
        self.go_back()
        self.succeed()

    # Moving code.

    def rotate(self, start: int, middle: int) -> None:
        """Exchange the code from `start` to `middle` with that behind it. All jumps from it that
        are done go to places in the same part."""
        draft = self.draft
        end = draft.code.size
        self.cut_lines(start)
        if draft.line != self.line:
            draft.code.size = start
            self.note_line()
            draft.code.size = end
        self.reverse(start, middle)
        self.reverse(middle, end)
        self.reverse(start, end)
        handlers = draft.handlers
        at = handlers.size
        while at:
            at -= HANDLER_SIZE
            place = handlers.at16(at)
            if place >= start:
                step = end - middle if place < middle else start - middle
                for word in range(at, at + 6, 2):
                    handlers.set16(word, handlers.at16(word) + step)

    def reverse(self, start: int, end: int) -> None:
        """Reverse the bytes from `start` to `end`."""
        data = self.draft.code.data
        end -= 1
        while start < end:
            byte = data[start]
            data[start] = data[end]
            data[end] = byte
            start += 1
            end -= 1

    # Handlers.

    def handler(self, start: int, end: int, target: int, register: int) -> None:
        """Add an entry to the handler table; inner ones come before outer ones."""
        if start == end:
            return
        handlers = self.draft.handlers
        handlers.put16(start)
        handlers.put16(end)
        handlers.put16(target)
        handlers.put(register)


out = Output()


def constants_alike(a: Value, b: Value) -> bool:
    """Whether two constants of a function may be one."""
    if is_small(a) or is_small(b) or type_object.type_of(a) is not type_object.type_of(b):
        return False
    if isinstance(a, float_object.Float):
        x = float_object.float_value(a)
        y = float_object.float_value(b)
        return x == y and (x != 0.0 or floats.is_negative(x) == floats.is_negative(y))
    if isinstance(a, tuple_object.Tuple):
        others = as_a(tuple_object.Tuple, b)
        if len(a.items) != len(others.items):
            return False
        for index in range(len(a.items)):
            one = a.items[index]
            other = others.items[index]
            if not same(one, other) and not constants_alike(one, other):
                return False
        return True
    if isinstance(a, bytes_object.Bytes) or (BIG_INTEGERS and isinstance(a, bigint.BigInt)):
        return operations.equal(a, b)
    return False


def in_function(draft: Draft) -> bool:
    """Whether a draft stands inside a function, or where type parameters are seen."""
    outer = draft.outer
    while outer is not None:
        if outer.kind == FUNCTION or outer.hidden.count:
            return True
        outer = outer.outer
    return False


def place_for(outer: Draft, title: Str) -> Place:
    """The place of something with this name inside a draft."""
    declared = outer.declared
    for index in range(0, declared.count, 2):
        if same(declared.items[index], title) and small_int(declared.items[index + 1]) == GLOBAL:
            return Place(EMPTY_STR, outer.place.file)
    if outer.kind == MODULE:
        return outer.place
    found = outer.inner_place
    if found is None:
        scope = outer.name
        if len(outer.place.scope.data):
            scope = join2(join2(outer.place.scope, text(".")), scope)
        if outer.kind == FUNCTION:
            scope = join2(scope, text(".<locals>"))
        found = Place(scope, outer.place.file)
        outer.inner_place = found
    return found


def new_draft(title: Str, kind: int, line: int) -> Draft:
    """A draft inside the current one."""
    outer = out.current
    draft = alloc(Draft)
    draft.outer = outer
    draft.name = title
    draft.kind = kind
    draft.constants = list_object.new_list(0)
    draft.names = list_object.new_list(0)
    draft.declared = list_object.new_list(0)
    draft.hidden = list_object.new_list(0)
    draft.code = ByteBuffer()
    draft.lines = ByteBuffer()
    draft.handlers = ByteBuffer()
    draft.first_line = line
    draft.line = line
    draft.top = TEMPORARIES
    draft.floor = TEMPORARIES
    draft.highest = TEMPORARIES
    if outer is None:
        draft.place = Place(EMPTY_STR, as_a(Str, tokens.file))
    else:
        draft.class_name = outer.class_name
        draft.place = place_for(outer, title)
    return draft


# Modules of an import cycle: only functions use their names.
from anthill.vm import floats, operations  # noqa: E402
from anthill.vm.objects import bigint  # noqa: E402
from anthill.vm.objects import bytes as bytes_object  # noqa: E402
from anthill.vm.objects import float as float_object  # noqa: E402
from anthill.vm.objects import tuple as tuple_object  # noqa: E402
from anthill.vm.objects import type as type_object  # noqa: E402
