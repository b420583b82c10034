"""WebAssembly bodies -> instructions of compact code.

Structured control flow becomes jumps. What clang leaves behind for an engine to optimise is tidied
here: tests for zero before jumps, jumps to returns, the bookkeeping of the stack pointer.
Functions with values of other types than a 32-bit integer are refused.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from anthill.translate.compact import wasm
from anthill.translate.compact.code import (
    BINARY,
    LOADS,
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

NO_RESULT = -64
"""The type of a block without a result."""
MOST_STEPS = 1000
"""What keeps the distances of jumps within 14 bits."""
MOST_PARAMS, MOST_LOCALS, MOST_DEPTH = 7, 31, 40


@dataclass
class _Label:
    """An open block: a loop's first step, and the steps that jump to where another block ends."""

    loop: int | None = None
    pushed: list[Step | None] = field(default_factory=list)
    waiting: list[tuple[Step, int]] = field(default_factory=list)


class Lowering:
    """Makes one function's steps."""

    def __init__(
        self,
        function: WasmFunction,
        signatures: Mapping[str, Signature],
        types: list[Signature],
        compact: Collection[str],
    ) -> None:
        self.function, self.signatures, self.types = function, signatures, types
        self.compact = compact
        self.steps: list[Step] = []
        self.labels: list[_Label] = []
        self.pushed: list[Step | None] = []
        """What lies on the stack, by the steps that pushed it."""
        self.deepest = 0
        self.frame_local = -1
        self.reachable = True

    def lower(self) -> CompactFunction:
        """The function; raises Unsupported."""
        function = self.function
        kinds = [*function.signature.params, *function.signature.results, *function.locals]
        if any(kind != wasm.I32 for kind in kinds):
            raise Unsupported("it has values of 64 bits or floats")
        if len(function.signature.params) > MOST_PARAMS or len(function.locals) > MOST_LOCALS:
            raise Unsupported("it has too many parameters or variables")
        self.labels.append(_Label())
        body = function.body
        position = 0
        while position < len(body):
            position = self._instruction(body, position)
        tidy(self.steps)
        check(self.steps)
        if len(self.steps) > MOST_STEPS:
            raise Unsupported("it is too long")
        return CompactFunction(
            function.name,
            len(function.signature.params),
            bool(function.signature.results),
            len(function.locals),
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
        del self.pushed[len(self.pushed) - takes :]
        self.pushed += [step] * leaves
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
            if instruction.operands[0] != NO_RESULT:
                raise Unsupported("it has a block with a result")
            place = len(self.steps) if code == LOOP else None
            self.labels.append(_Label(place, list(self.pushed)))
        elif code == GLOBAL_GET:
            return self._frame(body, position)
        elif code == LOCAL_GET and self._is_frame_end(body, position):
            return position + 4
        elif code in PAIRS or code == I64_CONST:
            self._pair(instruction, body[position + 1])
            self._pair(body[position + 1])
            return position + 2
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
            self.pushed = label.pushed
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
            self.emit(name, instruction.operands[0])
        elif code == I32_CONST:
            self._constant(instruction)
        elif code == CALL:
            self._call(instruction)
        elif code == CALL_INDIRECT:
            self._call_pointer(self.types[instruction.operands[0]])
        elif code in (BR, BR_IF, BR_TABLE):
            self._branch(instruction)
        elif code == RETURN:
            self._return()
        elif code == 0x1A:
            self.emit("drop")
        elif code == 0x1B:
            self.emit("select")
        elif code == UNREACHABLE:
            if not self.steps or not self.steps[-1].name.startswith(("call", "native", "indirect")):
                self.emit("trap")
            self._stop()
        else:
            raise Unsupported(f"it has the instruction {code:#x}")

    def _stop(self) -> None:
        self.reachable = False
        self.pushed = []

    def _return(self) -> None:
        self.emit("return_value" if self.function.signature.results else "return_none")
        self._stop()

    # operands

    def _constant(self, instruction: Instruction) -> None:
        number = instruction.operands[0]
        if instruction.place is not None:
            self.emit("pool", instruction.place)
        elif -128 <= number < 128:
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
        self.emit(name, offset // size)

    def _pair(self, instruction: Instruction, following: Instruction | None = None) -> None:
        """64 bits that are stored as soon as they are loaded: two words on the stack."""
        if following and PAIRS.get(following.code) != "store_pair":
            raise Unsupported("it has values of 64 bits")
        number, *rest = instruction.operands
        if instruction.code == I64_CONST and -128 <= number < 128:
            self.emit("byte", number)
            self.emit("byte", -1 if number < 0 else 0)
        elif instruction.code in PAIRS and not instruction.place and not number % 4 and rest >= [4]:
            self.emit(PAIRS[instruction.code], number // 4)
        else:
            raise Unsupported("it has 64 bits at an address that is not aligned")

    def _absolute(self, instruction: Instruction, name: str, size: int) -> None:
        """An access to an address plus what lies on the stack, mostly a constant."""
        place = instruction.place
        assert place is not None
        base = self.pushed[-1 if instruction.code in LOADS else -2]
        if base is None or not isinstance(base.operand, int) or base.name not in ("byte", "half"):
            if instruction.code in STORES:
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
        signature = self.signatures[name]
        if any(kind != wasm.I32 for kind in (*signature.params, *signature.results)):
            raise Unsupported(f"it calls {name} with values of 64 bits or floats")
        if len(signature.params) > 8:
            raise Unsupported(f"it calls {name} with too many arguments")
        kind = "call" if name in self.compact else "native"
        self.emit(kind if signature.results else f"{kind}_none", instruction.place)
        self._move(len(signature.params), len(signature.results))

    def _call_pointer(self, signature: Signature) -> None:
        if any(kind != wasm.I32 for kind in (*signature.params, *signature.results)):
            raise Unsupported("it calls a function value with values of 64 bits or floats")
        if len(signature.params) > 8:
            raise Unsupported("it calls a function value with too many arguments")
        name = "indirect" if signature.results else "indirect_none"
        self.emit(name, len(signature.params))
        self._move(len(signature.params) + 1, len(signature.results))

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
        self.emit("set", self.frame_local)
        self.deepest = max(self.deepest, (size + 3) // 4) + (size + 3) // 4
        return position + 5

    def _is_frame_end(self, body: list[Instruction], position: int) -> bool:
        codes = [entry.code for entry in body[position : position + 4]]
        return (
            codes == [LOCAL_GET, I32_CONST, 0x6A, GLOBAL_SET]
            and body[position].operands[0] == self.frame_local
        )


def check(steps: list[Step]) -> None:
    """Refuse jumps into expressions: only where a statement begins is the context known."""
    for target in {target for step in steps for target in step.targets}:
        if target and not SHAPES[steps[target - 1].name].ends:
            raise Unsupported("it jumps into an expression")


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
        ends = ("jump", "loop", "switch", "return_value", "return_none", "trap")
        if step.name not in ends and position + 1 < len(steps):
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
