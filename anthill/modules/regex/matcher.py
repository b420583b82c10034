"""Runs a program over a subject by backtracking.

The ways not tried yet lie on a stack on the heap, three words each, so that no pattern can exhaust
the C stack. What changes a slot leaves an entry that restores it. `subject` is a str or bytes,
which never change, and positions are byte offsets into it.
"""

from __future__ import annotations

from anthill.modules.regex.characters import folded, folded_ascii, in_set, is_word
from anthill.modules.regex.program import (
    BITS,
    LOOP_SIZE,
    RANGE_SIZE,
    RANGES,
    REPEAT_SIZE,
    Op,
    Program,
    has_bit,
    jump_at,
    number_at,
)
from anthill.modules.requests import serve_requests
from anthill.typed import (
    Array,
    Object,
    Ptr,
    Value,
    array_of,
    compare_bytes,
    copy_items,
    items_of,
    noinline,
    u8,
)
from anthill.vm import utf8
from anthill.vm.features import LARGE
from anthill.vm.objects import strings

WAY = 0
"""Kinds of entries: go on at (pc, position)."""
RESTORE = 1
"""Slot and its value before."""
SHORTER = 2
"""A repetition can give characters back: pc behind it, least and present end."""
LONGER = 3
"""A lazy repetition can take one more: its pc, repetitions so far, end."""
ENTRY = 3
KIND_BITS = 2

POLL = 1023
"""Requests of interrupts are served every so many steps back, less one."""
NO_PLACE = -1


class Matcher(Object):
    """A program with a subject and the state of a match."""

    program: Program
    subject: Value
    text: bool
    """The subject is a str."""
    wide: bool
    """It has characters of several bytes."""
    end: int
    full: bool
    """Only matches that reach the end count."""
    forbidden: int
    """Where no empty match counts, -1 for nowhere."""
    slots: Array[int]
    stack: Array[int]
    top: int
    steps: int
    counted: int
    """How many characters `run_of` found."""
    place: int
    """The position behind `step`."""

    def push(self, kind: int, a: int, b: int, c: int) -> None:
        """Add an entry to the stack."""
        top = self.top
        if top + ENTRY > len(self.stack):
            larger = array_of(int, top + (top >> 1) + 8 * ENTRY)
            copy_items(items_of(larger), items_of(self.stack), top)
            self.stack = larger
        entry = items_of(self.stack, top)
        entry[0] = a << KIND_BITS | kind
        entry[1] = b
        entry[2] = c
        self.top = top + ENTRY

    def set_slot(self, slot: int, value: int) -> None:
        """Set a slot in a way that going back restores."""
        if self.top != 0:
            self.push(RESTORE, slot, self.slots[slot], 0)
        self.slots[slot] = value

    def cut(self, height: int) -> None:
        """Drop the ways above a height of the stack; what restores slots stays."""
        target = height
        for at in range(height, self.top, ENTRY):
            entry = items_of(self.stack, at)
            if entry[0] & ((1 << KIND_BITS) - 1) == RESTORE:
                copy_items(items_of(self.stack, target), entry, ENTRY)
                target += ENTRY
        self.top = target

    def unwind(self, height: int) -> None:
        """Go back to a height of the stack, restoring slots."""
        while self.top > height:
            self.top -= ENTRY
            entry = items_of(self.stack, self.top)
            if entry[0] & ((1 << KIND_BITS) - 1) == RESTORE:
                self.slots[entry[0] >> KIND_BITS] = entry[1]

    def char_at(self, p: Ptr[u8], pos: int) -> int:
        """The character at a position."""
        return utf8.char_at(p + pos) if self.wide else int(p[pos])

    def behind(self, p: Ptr[u8], pos: int) -> int:
        """The position behind a character."""
        return pos + utf8.char_size(int(p[pos])) if self.wide else pos + 1

    def before(self, p: Ptr[u8], pos: int) -> int:
        """The position of the character before a position."""
        pos -= 1
        if self.wide:
            while p[pos] & 0xC0 == 0x80:
                pos -= 1
        return pos

    def is_edge(self, p: Ptr[u8], pos: int, wide: bool) -> int:
        """Whether a word begins or ends here: 1 or 0; -1 in an empty subject."""
        if self.end == 0:
            return -1
        left = pos > 0 and is_word(self.char_at(p, self.before(p, pos)), wide)
        right = pos < self.end and is_word(self.char_at(p, pos), wide)
        return int(left != right)

    def holds(self, p: Ptr[u8], op: int, pos: int) -> bool:
        """Whether an instruction that matches no character holds."""
        match op:
            case Op.BEGIN | Op.LINE_BEGIN:
                return pos == 0 or (op == Op.LINE_BEGIN and p[pos - 1] == ord("\n"))
            case Op.END | Op.LINE_END | Op.LAST_END:
                if pos == self.end or op == Op.END:
                    return pos == self.end
                return p[pos] == ord("\n") and (op == Op.LINE_END or pos + 1 == self.end)
            case _:
                wide = (op == Op.EDGE or op == Op.NO_EDGE) and self.text
                return self.is_edge(p, pos, wide) == int(op <= Op.EDGE_ASCII)

    def is_folded(self, p: Ptr[u8], op: int, pos: int, code: int) -> bool:
        """Whether the character at a position is equal to a folded one when case does not count."""
        found = self.char_at(p, pos)
        return code == (folded(found) if LARGE and op == Op.FOLDED else folded_ascii(found))

    @noinline
    def member_end(self, p: Ptr[u8], op: Ptr[u8], pos: int) -> int:
        """The position behind a character that a SET holds, else that before it."""
        return self.behind(p, pos) if in_set(op, self.char_at(p, pos)) else pos

    @noinline
    def folded_end(self, p: Ptr[u8], op: Ptr[u8], pos: int) -> int:
        """The same for a FOLDED one."""
        if self.is_folded(p, int(op[0]), pos, number_at(op + 1)):
            return self.behind(p, pos)
        return pos

    def run_of(self, op: Ptr[u8], pos: int, most: int) -> int:
        """Match an instruction for one character up to `most` times: the position behind."""
        p = strings.data_of(self.subject)
        end = self.end
        count = 0
        match int(op[0]):
            case Op.LITERAL:
                size = int(op[1])
                while count < most and size <= end - pos and p[pos] == op[2]:
                    if size > 1 and compare_bytes(p + pos, op + 2, size) != 0:
                        break
                    pos += size
                    count += 1
            case Op.SET:
                while count < most and pos < end:
                    byte = int(p[pos])
                    if byte < 0x80:
                        if not has_bit(op + BITS, byte):
                            break
                        pos += 1
                    else:
                        stop = self.member_end(p, op, pos)
                        if stop == pos:
                            break
                        pos = stop
                    count += 1
            case Op.ANY | Op.ANY_LINE:
                line = op[0] == Op.ANY_LINE
                while count < most and pos < end and not (line and p[pos] == ord("\n")):
                    pos = self.behind(p, pos)
                    count += 1
            case _:
                while count < most and pos < end:
                    stop = self.folded_end(p, op, pos)
                    if stop == pos:
                        break
                    pos = stop
                    count += 1
        self.counted = count
        return pos

    def same_again(self, p: Ptr[u8], op: int, group: int, pos: int) -> int:
        """The position behind the text of a group if it comes here again, else NO_PLACE."""
        at = self.slots[2 * group]
        stop = self.slots[2 * group + 1]
        if at < 0 or stop < at:
            return NO_PLACE
        if op == Op.GROUP:
            size = stop - at
            if size > self.end - pos or compare_bytes(p + pos, p + at, size) != 0:
                return NO_PLACE
            return pos + size
        kind = Op.FOLDED if op == Op.GROUP_FOLDED else Op.FOLDED_ASCII
        while at < stop:
            code = self.char_at(p, at)
            code = folded(code) if LARGE and kind == Op.FOLDED else folded_ascii(code)
            if pos >= self.end or not self.is_folded(p, kind, pos, code):
                return NO_PLACE
            at = self.behind(p, at)
            pos = self.behind(p, pos)
        return pos

    def back(self, p: Ptr[u8], pos: int, count: int) -> int:
        """The position that many characters before, NO_PLACE if there are fewer."""
        for _ in range(count):
            if pos == 0:
                return NO_PLACE
            pos = self.before(p, pos)
        return pos

    def loop(self, p: Ptr[u8], base: int, pc: int, pos: int) -> int:
        """LOOP and LOOP_LAZY with their register: where to go on."""
        count = self.slots[base]
        leave = pc + number_at(p + 10)
        if count < number_at(p + 4):
            self.set_slot(base, count + 1)
            return pc + LOOP_SIZE
        if count >= number_at(p + 7) or pos == self.slots[base + 1]:
            return leave
        if p[0] == Op.LOOP_LAZY:
            self.push(WAY, pc + LOOP_SIZE, pos, 1 + base)
            return leave
        self.push(WAY, leave, pos, 0)
        self.set_slot(base, count + 1)
        self.set_slot(base + 1, pos)
        return pc + LOOP_SIZE

    @noinline
    def begin_round(self, slot: int, pos: int) -> None:
        """Another round of a lazy loop with its register."""
        self.set_slot(slot + 1, pos)
        self.set_slot(slot, self.slots[slot] + 1)

    @noinline
    def step(self, p: Ptr[u8], code: Ptr[u8], pc: int, pos: int) -> int:
        """The instructions that most programs are without: where this one goes on, `place` the
        position there; NO_PLACE where the way comes to its end."""
        op = int(code[0])
        self.place = pos
        if op >= Op.BEGIN:
            return pc + 1 if self.holds(p, op, pos) else NO_PLACE
        number = number_at(code + 1)
        slot = 2 * self.program.groups + 1 + number
        if LARGE and op == Op.IF_GROUP:
            return pc + (7 if self.slots[2 * number + 1] >= 0 else number_at(code + 4))
        match op:
            case Op.SPLIT_LATE:
                self.push(WAY, pc + 4, pos, 0)
                return pc + jump_at(code + 1)
            case Op.INIT:
                self.set_slot(slot, 0)
                self.set_slot(slot + 1, NO_PLACE)
            case Op.LOOP | Op.LOOP_LAZY:
                return self.loop(code, slot, pc, pos)
            case Op.GROUP | Op.GROUP_FOLDED | Op.GROUP_FOLDED_ASCII:
                self.place = self.same_again(p, op, number, pos)
            case Op.HOLD | Op.LOOK:
                self.slots[slot] = self.top
                self.slots[slot + 1] = pos
            case Op.CUT:
                self.cut(self.slots[slot])
            case Op.SEEN:
                self.cut(self.slots[slot])
                self.place = self.slots[slot + 1]
            case Op.REFUSE:
                self.slots[slot] = self.top
                self.push(WAY, pc + number_at(code + 4), pos, 0)
                return pc + 7
            case Op.REFUSED:
                self.unwind(self.slots[slot])
                return NO_PLACE
            case _:
                self.place = self.back(p, pos, number)
        return NO_PLACE if self.place < 0 else pc + 4

    def match_at(self, start: int) -> int:
        """Match from a position on: the position behind, or NO_PLACE."""
        code = items_of(self.program.code)
        p = strings.data_of(self.subject)
        end = self.end
        base = 2 * self.program.groups + 1
        pc = 0
        pos = start
        self.top = 0
        for slot in range(base):
            self.slots[slot] = NO_PLACE
        while True:
            op = int(code[pc])
            match op:
                case Op.LITERAL:
                    size = int(code[pc + 1])
                    if (
                        size <= end - pos
                        and p[pos] == code[pc + 2]
                        and (size == 1 or compare_bytes(p + pos, code + (pc + 2), size) == 0)
                    ):
                        pos += size
                        pc += size + 2
                        continue
                case Op.SET | Op.ANY | Op.ANY_LINE | Op.FOLDED | Op.FOLDED_ASCII:
                    pos = self.run_of(code + pc, pos, 1)
                    if self.counted != 0:
                        if op == Op.SET:
                            pc += RANGES + RANGE_SIZE * number_at(code + (pc + 2))
                        else:
                            pc += 1 if op >= Op.ANY else 4
                        continue
                case Op.REPEAT | Op.REPEAT_LAZY | Op.REPEAT_ALL:
                    least = number_at(code + (pc + 4))
                    stop = self.run_of(code + (pc + REPEAT_SIZE), pos, least)
                    if self.counted == least:
                        pos = stop
                        following = pc + number_at(code + (pc + 1))
                        most = number_at(code + (pc + 7)) - least
                        if op == Op.REPEAT_LAZY:
                            if most > 0:
                                self.push(LONGER, pc, least, pos)
                        elif most > 0:
                            stop = self.run_of(code + (pc + REPEAT_SIZE), pos, most)
                            if stop > pos and op == Op.REPEAT:
                                self.push(SHORTER, following, pos, stop)
                            pos = stop
                        pc = following
                        continue
                case Op.JUMP:
                    pc += jump_at(code + (pc + 1))
                    continue
                case Op.SPLIT:
                    other = pc + jump_at(code + (pc + 1))
                    pc += 4
                    if code[pc] == Op.LITERAL and (pos >= end or p[pos] != code[pc + 2]):
                        pc = other
                    else:
                        self.push(WAY, other, pos, 0)
                    continue
                case Op.SAVE:
                    slot = number_at(code + (pc + 1))
                    self.set_slot(slot, pos)
                    if slot & 1:
                        self.set_slot(base - 1, slot >> 1)
                    pc += 4
                    continue
                case Op.MATCH:
                    if not (self.full and pos != end) and not (
                        pos == start and pos == self.forbidden
                    ):
                        self.slots[0] = start
                        self.slots[1] = pos
                        return pos
                case _:
                    pc = self.step(p, code + pc, pc, pos)
                    if pc >= 0:
                        pos = self.place
                        continue
            # Here the way has come to its end: take the next one from the stack.
            self.steps += 1
            if self.steps & POLL == 0:
                serve_requests()
            while True:
                if self.top == 0:
                    return NO_PLACE
                self.top -= ENTRY
                entry = items_of(self.stack, self.top)
                kind = entry[0] & ((1 << KIND_BITS) - 1)
                pc = entry[0] >> KIND_BITS
                if kind == RESTORE:
                    self.slots[pc] = entry[1]
                    continue
                if kind == WAY:
                    pos = entry[1]
                    if entry[2] != 0:
                        self.begin_round(entry[2] - 1, pos)
                    break
                pos = entry[2]
                if kind == SHORTER:
                    pos = self.give_back(p, code + pc, entry[1], pos)
                    if pos < 0:
                        continue
                    if pos > entry[1]:
                        entry[2] = pos
                        self.top += ENTRY
                    break
                pos = self.take_more(p, code + pc, entry, pos)
                if pos < 0:
                    continue
                pc += number_at(code + (pc + 1))
                break

    def give_back(self, p: Ptr[u8], following: Ptr[u8], least: int, pos: int) -> int:
        """Let a repetition end one character before `pos`, or so far before that a LITERAL behind
        it can match: the position, or NO_PLACE."""
        literal = following[0] == Op.LITERAL
        while pos > least:
            pos = self.before(p, pos)
            if not literal or p[pos] == following[2]:
                return pos
        return NO_PLACE

    def take_more(self, p: Ptr[u8], op: Ptr[u8], entry: Ptr[int], pos: int) -> int:
        """Let a lazy repetition take one more character, or as many as bring it to a LITERAL
        behind it: the position, or NO_PLACE."""
        following = op + number_at(op + 1)
        literal = following[0] == Op.LITERAL
        most = number_at(op + 7)
        count = entry[1]
        while count < most:
            pos = self.run_of(op + REPEAT_SIZE, pos, 1)
            if self.counted == 0:
                return NO_PLACE
            count += 1
            if not literal or (pos < self.end and p[pos] == following[2]):
                if count < most:
                    entry[1] = count
                    entry[2] = pos
                    self.top += ENTRY
                return pos
        return NO_PLACE

    def search(self, start: int) -> bool:
        """Find the first match from a position on."""
        p = strings.data_of(self.subject)
        first = self.program.first
        pos = start
        while pos <= self.end:
            if LARGE and first is not None:
                bits = items_of(first)
                while pos < self.end and not has_bit(bits, int(p[pos])):
                    pos += 1
                if pos == self.end:
                    return False
            if self.match_at(pos) >= 0:
                return True
            self.steps += 1
            if self.steps & POLL == 0:
                serve_requests()
            if pos == self.end:
                return False
            pos = self.behind(p, pos)
        return False
