"""WebAssembly bodies -> instructions of compact code.

Structured control flow becomes jumps. What clang leaves behind for an engine to optimise is tidied
here: tests for zero before jumps, jumps to returns, the bookkeeping of the stack pointer.
Variables and arguments are words; values of 64 bits are two of them (`wide`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from anthill.translate.compact import wide
from anthill.translate.compact.code import (
    BINARY,
    FINAL,
    JOINED,
    LOADS,
    MOST_FRAME,
    PAIRS,
    SHAPES,
    STORES,
    UNALIGNED,
    UNARY,
    CompactFunction,
    Step,
    Unsupported,
)
from anthill.translate.compact.wasm import (
    BLOCK,
    BR,
    BR_IF,
    BR_TABLE,
    CALL,
    CALL_INDIRECT,
    END,
    F32,
    F32_CONST,
    F64,
    F64_CONST,
    GLOBAL_GET,
    GLOBAL_SET,
    I32_CONST,
    I64_CONST,
    LOCAL_GET,
    LOCAL_SET,
    LOCAL_TEE,
    LOOP,
    RETURN,
    UNREACHABLE,
    Instruction,
    Place,
    Signature,
    WasmFunction,
)

RESULTS = {-64: 0, -1: 1, -2: 2, -3: 1, -4: 2}
"""By the type of a block, the words of its result."""
MOST_STEPS = 1500
"""What keeps the distances of jumps within 14 bits."""
MOST_PARAMS, MOST_LOCALS, MOST_DEPTH = 31, 63, 40
NOTHING = "nothing"
MOST_NATIVE = 8
"""Words of arguments that the machine passes to native code."""


class _Word(NamedTuple):
    """A word on the stack: the step that pushed it, where the steps begin that lead to it, whether
    it is half of a value of 64 bits."""

    step: Step | None
    start: int
    wide: bool = False


@dataclass
class _Label:
    """An open block: a loop's first step, and the steps that jump to where another block ends."""

    loop: int | None = None
    pushed: list[_Word] = field(default_factory=list)
    result: int = 0
    """Words that it leaves on the stack."""
    begin: int = 0
    waiting: list[tuple[Step, int]] = field(default_factory=list)


class Lowering:
    """Makes one function's steps."""

    def __init__(
        self,
        function: WasmFunction,
        signatures: Mapping[str, Signature],
        types: list[Signature],
        compact: Collection[str],
        arch: str,
    ) -> None:
        self.function, self.signatures, self.types = function, signatures, types
        self.compact, self.arch = compact, arch
        self.steps: list[Step] = []
        self.labels: list[_Label] = []
        self.pushed: list[_Word] = []
        """What lies on the stack."""
        self.places: list[int] = []
        """By WebAssembly's variable, its first word."""
        self.deepest = 0
        self.frame_local = -1
        self.reachable = True

    def lower(self) -> CompactFunction:
        """The function; raises Unsupported."""
        function = self.function
        params = self._words(function.signature)
        place = params.words
        self.places = list(params.places)
        for kind in function.locals:
            self.places.append(place)
            place += 2 if wide.is_wide(kind) else 1
        self.kinds = [*function.signature.params, *function.locals]
        if params.words > MOST_PARAMS or place - params.words > MOST_LOCALS:
            raise Unsupported("it has too many parameters or variables")
        self.labels.append(_Label(result=self._result_words(function.signature)))
        body = function.body
        position = 0
        while position < len(body):
            position = self._instruction(body, position)
        tidy(self.steps)
        turn_ahead(self.steps)
        join(self.steps)
        if len(self.steps) > MOST_STEPS:
            raise Unsupported("it is too long")
        if place - params.words + self.deepest > MOST_FRAME:
            raise Unsupported("its frame is too large")
        return CompactFunction(
            function.name,
            params.words,
            self._result_words(function.signature),
            place - params.words,
            self.deepest,
            self.steps,
        )

    def emit(self, name: str, operand: int | Place | None = None) -> Step:
        """Append a step and follow the stack."""
        shape = SHAPES[name]
        step = Step(name, operand)
        self.steps.append(step)
        self._move(shape.takes, shape.leaves, step)
        return step

    def _move(self, takes: int, leaves: int, step: Step | None = None) -> None:
        if len(self.pushed) < takes:
            raise Unsupported("its stack is not what it should be")
        first = len(self.pushed) - takes
        start = self.pushed[first].start if takes else len(self.steps) - 1
        del self.pushed[first:]
        self.pushed += [_Word(step, start, leaves == 2)] * leaves
        self.deepest = max(self.deepest, len(self.pushed))
        if self.deepest > MOST_DEPTH:
            raise Unsupported("its expressions are too deep")

    def _instruction(self, body: list[Instruction], position: int) -> int:
        """Translate the instruction at a position; where the next one is."""
        instruction = body[position]
        code = instruction.code
        if code == END:
            self._end()
        elif not self.reachable and code not in (BLOCK, LOOP):
            if code != UNREACHABLE:
                raise Unsupported("it has code that is not reached")
        elif code in (BLOCK, LOOP):
            begin = len(self.steps)
            result = RESULTS.get(instruction.operands[0])
            if result is None:
                raise Unsupported("it has a block with several results")
            self.labels.append(
                _Label(begin if code == LOOP else None, list(self.pushed), result, begin)
            )
        elif code == GLOBAL_GET:
            return self._frame(body, position)
        elif code == LOCAL_GET and self._is_frame_end(body, position):
            return position + 4
        else:
            self._simple(instruction)
        return position + 1

    def _end(self) -> None:
        label = self.labels.pop()
        for step, slot in label.waiting:
            targets = list(step.targets)
            targets[slot] = len(self.steps)
            step.targets = tuple(targets)
        if label.waiting:
            word = _Word(None, label.begin, label.result == 2)
            self.pushed = label.pushed + [word] * label.result
            self.reachable = True
        if not self.labels and self.reachable:
            self._return()

    def _simple(self, instruction: Instruction) -> None:
        code = instruction.code
        if code in BINARY:
            self.emit(BINARY[code])
        elif code in UNARY:
            self.emit(UNARY[code])
        elif code in LOADS or code in STORES:
            self._memory(instruction)
        elif code in (LOCAL_GET, LOCAL_SET, LOCAL_TEE):
            name = {LOCAL_GET: "get", LOCAL_SET: "set", LOCAL_TEE: "tee"}[code]
            pair = "_pair" * wide.is_wide(self.kinds[instruction.operands[0]])
            self.emit(name + pair, self.places[instruction.operands[0]])
        elif code == I32_CONST and instruction.place is not None:
            self.emit("pool", instruction.place)
        elif code in (I32_CONST, F32_CONST):
            self._constant(instruction.operands[0])
        elif code in (I64_CONST, F64_CONST):
            self._constant(instruction.operands[0])
            self._constant(instruction.operands[0] >> 32)
            self._is_wide()
        elif code in PAIRS:
            self._pair(instruction)
        elif code in wide.OPERATIONS:
            self._reckon(code)
        elif code in wide.LOADS:
            self._memory(Instruction(wide.LOADS[code], instruction.operands, instruction.place))
            self._reckon(0xAD if code % 2 else 0xAC)
        elif code in wide.STORES:
            self.emit("drop")
            self._memory(Instruction(wide.STORES[code], instruction.operands, instruction.place))
        elif code == CALL:
            self._call(instruction)
        elif code == CALL_INDIRECT:
            self._call_pointer(self.types[instruction.operands[0]])
        elif code in (BR, BR_IF, BR_TABLE):
            self._branch(instruction)
        elif code == RETURN:
            self._return()
        elif code == 0x1A:
            for _ in range(1 + self.pushed[-1].wide):
                self.emit("drop")
        elif code == 0x1B:
            self.emit("select_pair" if self.pushed[-2].wide else "select")
        elif code == UNREACHABLE:
            called = self.steps and self.steps[-1].name.startswith(("call", "native", "indirect"))
            if not called or any(len(self.steps) in step.targets for step in self.steps):
                self.emit("trap")
            elif self.steps[-1].name == "call_none":
                self.steps[-1].name = "call_never"
            self._stop()
        else:
            raise Unsupported(f"it has the instruction {code:#x}")

    def _stop(self) -> None:
        self.reachable = False
        self.pushed = []

    def _return(self) -> None:
        words = self._result_words(self.function.signature)
        self.emit(("return_none", "return_value", "return_pair")[words])
        self._stop()

    # operands

    def _words(self, signature: Signature) -> wide.Layout:
        """The words of a function's arguments."""
        if self.arch == "x86" and set(signature.results) & {F32, F64}:
            raise Unsupported("it returns a float")
        return wide.layout(signature.params, self.arch)

    def _result_words(self, signature: Signature) -> int:
        return wide.layout(signature.results, self.arch).words

    def _is_wide(self) -> None:
        """The two words on top are a value of 64 bits."""
        low, high = self.pushed[-2:]
        self.pushed[-2:] = [_Word(low.step, low.start, True), _Word(high.step, low.start, True)]

    def _reckon(self, code: int) -> None:
        """An instruction on values of 64 bits or floats."""
        for name in wide.OPERATIONS[code]:
            helper = wide.HELPERS.get(name)
            if helper is not None:
                self.emit("native_pair" if helper.leaves == 2 else "native", Place(name))
                self._move_call(helper.takes, helper.leaves)
            elif name[0].isdigit():
                self._constant(int(name, 0))
            else:
                self.emit(name)
        if wide.RESULTS.get(code, 2) == 2:
            self._is_wide()
        else:
            self.pushed[-1] = self.pushed[-1]._replace(wide=False)

    def _constant(self, number: int) -> None:
        number = (number + (1 << 31)) % (1 << 32) - (1 << 31)
        if -128 <= number < 128:
            self.emit("byte", number)
        elif 0 <= number < 1 << 16:
            self.emit("half", number)
        else:
            self.emit("pool", number & 0xFFFFFFFF)

    def _memory(self, instruction: Instruction) -> None:
        name, size = (LOADS | STORES)[instruction.code]
        offset, alignment = instruction.operands
        if alignment < size:
            name, size = name + UNALIGNED, 1
        if instruction.place is not None:
            self._absolute(instruction, name, size)
            return
        if offset % size or offset // size > 0xFFFF:
            raise Unsupported("it has an offset that is not aligned")
        self.emit(name, offset // size + self._taken_in(name, size))

    def _pair(self, instruction: Instruction) -> None:
        """An access to 64 bits."""
        name = PAIRS[instruction.code]
        offset, alignment = instruction.operands
        if alignment < 4:
            raise Unsupported("it has 64 bits at an address that is not aligned")
        if instruction.place is not None:
            self._absolute(instruction, name, 4)
        elif offset % 4 or offset // 4 > 0xFFFF:
            raise Unsupported("it has an offset that is not aligned")
        else:
            self.emit(name, offset // 4 + self._taken_in(name, 4))

    def _taken_in(self, name: str, size: int) -> int:
        """What the operand of an access has in place of a constant that is added to the address
        before it: both steps are nothing then."""
        added = self.pushed[-SHAPES[name].takes].step
        if added is None or added.name != "add":
            return 0
        at = self.steps.index(added)
        constant = self.steps[at - 1]
        number = constant.operand
        if constant.name != "byte" or not isinstance(number, int) or number < 0 or number % size:
            return 0
        if any(at in step.targets for step in self.steps):
            return 0
        constant.name = added.name = NOTHING
        return number // size

    def _absolute(self, instruction: Instruction, name: str, size: int) -> None:
        """An access to an address plus what lies on the stack, mostly a constant."""
        place = instruction.place
        assert place is not None
        base = self.pushed[-1 - SHAPES[name].takes + 1].step
        if base is None or not isinstance(base.operand, int) or base.name not in ("byte", "half"):
            if name.startswith("store"):
                raise Unsupported("it stores at an address that is computed")
            self.emit("pool", place)
            self.emit("add")
            self.emit(name, 0)
            return
        offset = base.operand + place.offset
        if offset < 0 or offset % size:
            raise Unsupported("it has an address that is not aligned")
        base.name, base.operand = "pool", Place(place.symbol)
        self.emit(name, offset // size)

    def _call(self, instruction: Instruction) -> None:
        assert instruction.place is not None
        name = instruction.place.symbol
        if name == "save_registers":
            self.emit("try")
            return
        signature = self.signatures[name]
        kind = "call" if name in self.compact else "native"
        if kind == "native" and name.startswith("__"):
            raise Unsupported(f"it calls {name} of the compiler's library")
        words = self._arguments(signature)
        if kind == "native" and words > MOST_NATIVE:
            raise Unsupported(f"it calls {name} with too many arguments")
        self._invoke(kind, instruction.place, words, signature)

    def _call_pointer(self, signature: Signature) -> None:
        pointer = self.pushed.pop()
        words = self._arguments(signature)
        self.pushed.append(pointer)
        if words > MOST_NATIVE:
            raise Unsupported("it calls a function value with too many arguments")
        self._invoke("indirect", words, words + 1, signature)

    def _invoke(self, kind: str, operand: int | Place, takes: int, signature: Signature) -> None:
        leaves = self._result_words(signature)
        self.emit(kind + ("_none", "", "_pair")[leaves], operand)
        self._move_call(takes, leaves)

    def _move_call(self, takes: int, leaves: int) -> None:
        self._move(takes, leaves, self.steps[-1])

    def _arguments(self, signature: Signature) -> int:
        """Push what has to lie between the arguments on the stack; the words of all of them."""
        own = self._words(signature)
        given = wide.layout(signature.params, "").words
        first = len(self.pushed) - given
        if first < 0:
            raise Unsupported("its stack is not what it should be")
        expected = 0
        for place, kind in zip(own.places, signature.params, strict=True):
            if place > expected:
                self._insert(first + expected)
            expected = place + (2 if wide.is_wide(kind) else 1)
        return own.words

    def _insert(self, place: int) -> None:
        """Push a word before the one at this place on the stack."""
        start = self.pushed[place].start
        step = Step("byte", 0)
        self.steps.insert(start, step)
        for other in self.steps:
            other.targets = tuple(aim + (aim > start) for aim in other.targets)
        for label in self.labels:
            if label.loop is not None:
                label.loop += label.loop > start
            label.begin += label.begin > start
            label.pushed = [
                word._replace(start=word.start + (word.start > start)) for word in label.pushed
            ]
        self.pushed = [
            word._replace(start=word.start + (number >= place and word.start >= start))
            for number, word in enumerate(self.pushed)
        ]
        self.pushed.insert(place, _Word(step, start))
        self.deepest += 1

    # control flow

    def _branch(self, instruction: Instruction) -> None:
        code = instruction.code
        if code == BR_TABLE:
            step = self.emit("switch", len(instruction.operands))
            step.targets = tuple(-1 for _ in instruction.operands)
            for slot, depth in enumerate(instruction.operands):
                self._aim(step, slot, depth)
            self._stop()
            return
        label = self.labels[-1 - instruction.operands[0]]
        kind = "jump" if label.loop is None else "loop"
        if code == BR:
            if label is self.labels[0]:
                self._return()
                return
            step = self.emit(kind)
        elif self.steps and self.steps[-1].name == "eqz" and not self._is_target():
            self.steps.pop()
            step = self.emit(f"{kind}_unless")
        else:
            step = self.emit(f"{kind}_if")
        step.targets = (-1,)
        self._aim(step, 0, instruction.operands[0])
        if code == BR:
            self._stop()

    def _aim(self, step: Step, slot: int, depth: int) -> None:
        label = self.labels[-1 - depth]
        words = label.result if label.loop is None else 0
        if len(self.pushed) != len(label.pushed) + words:
            raise Unsupported("it jumps with more on the stack than the result")
        if label.loop is None:
            label.waiting.append((step, slot))
        else:
            targets = list(step.targets)
            targets[slot] = label.loop
            step.targets = tuple(targets)

    def _is_target(self) -> bool:
        return any(label.loop == len(self.steps) for label in self.labels)

    # memory on the stack

    def _frame(self, body: list[Instruction], position: int) -> int:
        """`stack_pointer - size`, kept in a local and written back: room in the frame."""
        codes = [entry.code for entry in body[position : position + 5]]
        keep = LOCAL_TEE if codes[3:4] == [LOCAL_TEE] else LOCAL_SET
        if codes != [GLOBAL_GET, I32_CONST, 0x6B, keep, GLOBAL_SET] or self.frame_local >= 0:
            raise Unsupported("it uses the stack pointer in another way than for its frame")
        size = body[position + 1].operands[0]
        self.frame_local = body[position + 3].operands[0]
        self.emit("frame", (size + 3) // 4)
        self.emit("set", self.places[self.frame_local])
        self.deepest = max(self.deepest, (size + 3) // 4) + (size + 3) // 4
        return position + 5

    def _is_frame_end(self, body: list[Instruction], position: int) -> bool:
        codes = [entry.code for entry in body[position : position + 4]]
        return (
            codes == [LOCAL_GET, I32_CONST, 0x6A, GLOBAL_SET]
            and body[position].operands[0] == self.frame_local
        )


def turn_ahead(steps: list[Step]) -> None:
    """Let the cases of a switch that lead back lead to a `loop` behind it."""
    position = 0
    while position < len(steps):
        step = steps[position]
        position += 1
        if step.name != "switch":
            continue
        for aim in sorted({aim for aim in step.targets if aim < position}):
            for other in steps:
                other.targets = tuple(a + (a >= position) for a in other.targets)
            step.targets = tuple(position if a == aim else a for a in step.targets)
            steps.insert(position, Step("loop", targets=(aim,)))


def join(steps: list[Step]) -> None:
    """Write one instruction where it stands for several, none of which but the first is led to; and
    none where there is nothing."""
    aims = {aim for step in steps for aim in step.targets}
    kept: list[Step] = []
    place = {}
    position = 0
    while position < len(steps):
        place[position] = len(kept)
        step = steps[position]
        if step.name == NOTHING:
            position += 1
            continue
        for name, pattern in JOINED.items():
            found = steps[position : position + len(pattern)]
            if _matches(found, pattern) and aims.isdisjoint(
                range(position + 1, position + len(pattern))
            ):
                step = Step(name, found[0].operand if SHAPES[name].operand else None)
                position += len(pattern) - 1
                break
        kept.append(step)
        position += 1
    for step in kept:
        step.targets = tuple(place[aim] for aim in step.targets)
    steps[:] = kept


def _matches(found: list[Step], pattern: tuple[tuple[str, int | None], ...]) -> bool:
    if [step.name for step in found] != [name for name, _ in pattern]:
        return False
    pairs = list(zip(found, pattern, strict=True))
    named = all(step.operand == number for step, (_, number) in pairs if number is not None)
    others = {step.operand for step, (_, number) in pairs if number is None} - {None}
    return named and len(others) <= 1


def tidy(steps: list[Step]) -> None:
    """Replace jumps to returns by returns, and drop what is then not reached."""
    changed = True
    while changed:
        changed = False
        for step in steps:
            if step.name not in ("jump", "jump_if", "jump_unless"):
                continue
            aim = steps[step.targets[0]]
            if aim.name == "jump" and aim is not step:
                step.targets, changed = aim.targets, True
            elif aim.name == "return_none":
                step.name, step.targets = step.name.replace("jump", "return"), ()
                step.name = "return_none" if step.name == "return" else step.name
                changed = True
        changed |= _drop_unreached(steps)


def _drop_unreached(steps: list[Step]) -> bool:
    reached = {0}
    queue = [0]
    while queue:
        position = queue.pop()
        step = steps[position]
        following = list(step.targets)
        if step.name not in (*FINAL, "call_never") and position + 1 < len(steps):
            following.append(position + 1)
        for other in following:
            if other not in reached:
                reached.add(other)
                queue.append(other)
    useless = {
        position
        for position, step in enumerate(steps)
        if step.name == "jump" and step.targets[0] == position + 1
    }
    kept = [position for position in range(len(steps)) if position in reached - useless]
    if len(kept) == len(steps):
        return False
    place = {}
    following_kept = len(kept)
    for position in range(len(steps), -1, -1):
        if following_kept and kept[following_kept - 1] >= position:
            following_kept -= 1
        place[position] = following_kept
    for step in steps:
        step.targets = tuple(place[target] for target in step.targets)
    steps[:] = [steps[position] for position in kept]
    return True
