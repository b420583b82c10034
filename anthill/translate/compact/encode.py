"""Compact functions -> bits, and the tables that the machine decodes them with.

Each instruction is written in the book of the context that the instruction before it makes, its
operand in the book of the operand's kind. All instructions that end a statement make one context,
and only such instructions come before a place that is jumped to: so the context at a place does
not depend on how it is reached. Frequent pairs of instruction and operand are symbols of their
own. The order of functions, constants and native functions in their tables is that of their use.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from anthill.translate.compact.books import WIDEST, Bits, Book, best_book, distance_book
from anthill.translate.compact.code import SHAPES, TARGETS, CompactFunction, Step
from anthill.translate.compact.wasm import Place
from anthill.translate.errors import BuildError

GROUP = 8
"""Functions that share an entry of the table that says where they begin."""
MOST_SIZE = 255
"""Bytes of a function's code, unless it is the last of its group."""
FIRST_GUESS = Book((4, 6, 8, 14), overlapping=True)
STATEMENT = "statement"
"""The context at the start of a statement."""
CALLED = {
    kind + result: "call" for kind in ("call", "native", "indirect") for result in ("", "_pair")
}
MOST_BOUND = 110
LEAST_BOUND = 30
"""How many pairs become symbols, and how often one has to occur."""
LEAST_LISTED = 4
"""How often a number has to occur to be looked up in a list."""
SMALL_CONTEXT = 40
"""A context that occurs less often is not worth a book of its own."""
OTHER = "other"

Symbol = tuple[str, int | Place | None]
"""An instruction, or with an operand the pair of both."""


@dataclass
class Encoded:
    """The tables of a program's compact code."""

    order: list[str]
    """Instructions by number, those with an operand first."""
    with_operand: int
    bound: list[tuple[int, int]]
    """Instruction and operand of each symbol above the instructions."""
    symbols: list[int]
    """What the contexts' codes stand for."""
    books: list[tuple[Book, int]]
    """Operands' books by instruction number, the one for cases, then those of contexts; and what
    to add to a code's number."""
    contexts: dict[str, int]
    """By instruction, the book of the instruction after it."""
    lists: dict[str, list[int]]
    pool: list[int | Place]
    functions: list[str]
    natives: list[str]
    positions: dict[str, int]
    """Where functions begin, in bytes, in the order of their numbers."""
    sizes: dict[str, int]
    """Bytes of each function's code."""
    units: list[int]


@dataclass
class Encoder:
    """Counts, makes the books, then writes."""

    functions: Sequence[CompactFunction]
    entered: Collection[str] = ()
    """The functions that native code calls."""
    numbers: dict[str, dict[Hashable, int]] = field(default_factory=dict)
    """By kind of operand: the number that an operand is written as."""

    def encode(self) -> Encoded:
        """All of it."""
        self._write_out_rare()
        self._number_operands()
        self._choose_bound()
        order = sorted(
            {"enter", *(step.name for entry in self.functions for step in entry.steps)},
            key=lambda name: (not SHAPES[name].operand, name),
        )
        with_operand = sum(1 for name in order if SHAPES[name].operand)
        self.places = {name: number for number, name in enumerate(order)}
        self._make_contexts()
        operand_books = self._operand_books(order[:with_operand])
        self._join_entered()
        first_context = with_operand + 1
        books: list[tuple[Book, int]] = []
        symbols: list[int] = []
        context_books: dict[str, tuple[Book, dict[Symbol, int]]] = {}
        number_of: dict[Symbol, int] = {(name, None): place for name, place in self.places.items()}
        number_of |= {symbol: len(order) + n for n, symbol in enumerate(self.bound)}
        numbers = {}
        for context in self.contexts:
            found = [symbol for symbol, _ in self.contexts[context].most_common()]
            book, _ = best_book([self.contexts[context][symbol] for symbol in found])
            numbers[context] = first_context + len(books)
            books.append((book, len(symbols)))
            context_books[context] = (book, {symbol: n for n, symbol in enumerate(found)})
            symbols += [number_of[symbol] for symbol in found]
        self.context_books, self.operands = context_books, operand_books
        self._settle()
        self._put_long_last()
        units, positions, sizes = self._write()
        unused = (Book((0, 0, 0, 0)), 0)
        own = [operand_books.get(name, unused) for name in [*order[:with_operand], "case"]]
        lists = {
            kind: [key for key in self.numbers[kind] if isinstance(key, int)]
            for kind in ("byte", "half", "header")
        }
        pool = [key for key in self.numbers["pool"] if isinstance(key, int | Place)]
        return Encoded(
            order,
            with_operand,
            [(self.places[name], self._bound_value(name, operand)) for name, operand in self.bound],
            symbols,
            [*own, *books],
            {name: numbers[self._context(name)] for name in order},
            lists,
            pool,
            [str(name) for name in self.numbers["function"]],
            [str(name) for name in self.numbers["native"]],
            positions,
            sizes,
            units,
        )

    def _steps(self) -> list[Step]:
        return [step for function in self.functions for step in function.steps]

    # operands

    def _key(self, step: Step) -> Hashable:
        """What is counted of an operand."""
        kind = SHAPES[step.name].operand
        if kind in ("function", "native"):
            assert isinstance(step.operand, Place)
            return step.operand.symbol
        return step.operand

    def _write_out_rare(self) -> None:
        """Rare numbers stand in the code itself: a list is for the others."""
        counts = Counter(step.operand for step in self._steps() if step.name == "half")
        for step in self._steps():
            if step.name == "half" and counts[step.operand] < LEAST_LISTED:
                assert isinstance(step.operand, int)
                if step.operand < 1 << WIDEST:
                    step.name = "number"

    def _number_operands(self) -> None:
        """Operands that are looked up in a list, in the order of their frequency."""
        counts: dict[str, Counter[Hashable]] = defaultdict(Counter)
        for step in self._steps():
            counts[SHAPES[step.name].operand][self._key(step)] += 1
        for function in self.functions:
            counts["header"][header(function)] += 1
            counts["function"][function.name] += 0
        for kind in ("byte", "half", "pool", "function", "native", "header"):
            found = sorted(counts[kind].items(), key=lambda entry: (-entry[1], str(entry[0])))
            self.numbers[kind] = {key: number for number, (key, _) in enumerate(found)}

    def _join_entered(self) -> None:
        """Number the functions so that within a class of codes those that native code calls are
        neighbours: the stubs of neighbours count themselves."""
        names = list(self.numbers["function"])
        joined: list[Hashable] = []
        for start, end in pairwise([*self._function_classes(), len(names)]):
            joined += sorted(names[start:end], key=lambda name: name not in self.entered)
        self.numbers["function"] = {name: number for number, name in enumerate(joined)}

    def _function_classes(self) -> list[int]:
        """The first numbers of functions of each class of codes, and of those without a code."""
        book, count = self.function_book, len(self.numbers["function"])
        called = min(count, book.starts[-1] + (1 << book.widths[-1]))
        return [*(min(start, called) for start in book.starts), called]

    def number(self, step: Step) -> int:
        """The number that a step's operand is written as."""
        kind = SHAPES[step.name].operand
        if kind in self.numbers:
            return self.numbers[kind][self._key(step)]
        assert isinstance(step.operand, int)
        return step.operand

    def _bound_value(self, name: str, operand: int | Place | None) -> int:
        return self.number(Step(name, operand))

    def _choose_bound(self) -> None:
        counts = Counter(
            (step.name, step.operand)
            for step in self._steps()
            if SHAPES[step.name].operand and SHAPES[step.name].operand not in TARGETS
        )
        self.bound: list[Symbol] = [
            symbol for symbol, count in counts.most_common(MOST_BOUND) if count >= LEAST_BOUND
        ]

    def _operand_books(self, names: Sequence[str]) -> dict[str, tuple[Book, int]]:
        """By instruction, for all but distances."""
        counts: dict[str, Counter[int]] = defaultdict(Counter)
        for step in self._steps():
            shape = SHAPES[step.name]
            if step.name == "switch":
                counts["switch"][len(step.targets)] += 1
            elif shape.operand in TARGETS:
                continue
            elif shape.operand and (step.name, step.operand) not in self.bound:
                counts[self._shared(step.name)][self.number(step)] += 1
        for function in self.functions:
            counts["enter"][self.numbers["header"][header(function)]] += 1
        found = {}
        for name in names:
            if SHAPES[name].operand in ("ahead", "back"):
                continue
            counted = counts[self._shared(name)]
            listed = [counted[n] for n in range(max(counted, default=0) + 1)]
            if SHAPES[name].operand == "function":
                self.function_book = best_book(listed)[0]
            found[name] = (best_book(listed)[0], 0)
        return found

    def _shared(self, name: str) -> str:
        """Instructions with operands of one kind that share a book."""
        kind = SHAPES[name].operand
        return kind if kind in ("function", "native", "count") else name

    # contexts

    def _symbol(self, step: Step) -> Symbol:
        pair = (step.name, step.operand)
        return pair if pair in self.bound_set else (step.name, None)

    def _context(self, name: str) -> str:
        """The context that an instruction makes for the next."""
        wanted = STATEMENT if SHAPES[name].ends or name == "enter" else CALLED.get(name, name)
        return wanted if wanted in self.contexts else OTHER

    def _make_contexts(self) -> None:
        self.bound_set = set(self.bound)
        self.function_book = Book((0, 0, 0, 0))
        counts: dict[str, Counter[Symbol]] = defaultdict(Counter)
        for function in self.functions:
            before = "enter"
            for step in function.steps:
                shape = SHAPES[before]
                key = STATEMENT if shape.ends or before == "enter" else CALLED.get(before, before)
                counts[key][self._symbol(step)] += 1
                before = step.name
        self.contexts = {STATEMENT: counts.pop(STATEMENT)}
        other: Counter[Symbol] = Counter()
        for key, counted in sorted(counts.items()):
            if counted.total() < SMALL_CONTEXT and key != "call":
                other.update(counted)
            else:
                self.contexts[key] = counted
        self.contexts[OTHER] = other or Counter({("return_none", None): 0})

    # layout

    def _put_long_last(self) -> None:
        """Number the functions so that the long ones are the last of their groups: the table of
        functions has the sizes of the others, in a byte each. Two functions change places whose
        numbers' codes are as long, and which native code both calls or both does not."""
        sizes = {function.name: self._size(function) for function in self.functions}
        names = [str(name) for name in self.numbers["function"]]
        classes = self._function_classes()

        def kind(number: int) -> tuple[int, bool]:
            return bisect_right(classes, number), names[number] in self.entered

        for number, name in enumerate(names):
            if sizes[name] <= MOST_SIZE or number % GROUP == GROUP - 1:
                continue
            other = next(
                (
                    place
                    for place in range(GROUP - 1, len(names), GROUP)
                    if kind(place) == kind(number) and sizes[names[place]] <= MOST_SIZE
                ),
                None,
            )
            if other is None:
                raise BuildError(f"no place for {name} in the table of compact functions")
            names[number], names[other] = names[other], name
        self.numbers["function"] = {name: number for number, name in enumerate(names)}

    def _size(self, function: CompactFunction) -> int:
        """Bytes of its code."""
        return (sum(length for _, length in self._codes(function)) + 7) // 8

    def _write(self) -> tuple[list[int], dict[str, int], dict[str, int]]:
        bits = Bits()
        positions, sizes = {}, {}
        by_name = {function.name: function for function in self.functions}
        for name in self.numbers["function"]:
            function = by_name[str(name)]
            bits.align(8)
            positions[function.name] = bits.length // 8
            for number, length in self._codes(function):
                bits.write(number, length)
            sizes[function.name] = (bits.length + 7) // 8 - positions[function.name]
        return bits.units(), positions, sizes

    def _codes(self, function: CompactFunction) -> Iterator[tuple[int, int]]:
        """Numbers and their lengths in bits."""
        yield self.operands["enter"][0].code(self.numbers["header"][header(function)])
        before = "enter"
        for step in function.steps:
            yield from self._step_codes(before, step)
            for slot in range(len(step.targets)):
                distance = self.distances[step, slot]
                yield self._target_book(step).code(distance, self.lengths[step, slot])
            before = step.name

    def _step_codes(self, before: str, step: Step) -> Iterator[tuple[int, int]]:
        """All of an instruction but where it jumps to."""
        yield self._symbol_code(before, step)
        kind = SHAPES[step.name].operand
        if step.name == "switch":
            yield self.operands["switch"][0].code(len(step.targets))
        elif kind and kind not in TARGETS and (step.name, step.operand) not in self.bound_set:
            yield self.operands[step.name][0].code(self.number(step))

    def _fixed_bits(self, function: CompactFunction) -> list[int]:
        """Bits of each instruction but for where it jumps to."""
        before = ["enter", *(step.name for step in function.steps)]
        return [
            sum(length for _, length in self._step_codes(name, step))
            for name, step in zip(before, function.steps, strict=False)
        ]

    def _symbol_code(self, before: str, step: Step) -> tuple[int, int]:
        book, ranks = self.context_books[self._context(before)]
        return book.code(ranks[self._symbol(step)])

    def _target_book(self, step: Step) -> Book:
        return self.operands["case" if step.name == "switch" else step.name][0]

    def _settle(self) -> None:
        """Distances of all jumps and the lengths of their codes.

        Books follow from distances and distances from books: a few rounds of both, then the books
        stay and codes only grow, which comes to an end."""
        self.fixed = [self._fixed_bits(function) for function in self.functions]
        jumps = {step.name for step in self._steps() if step.targets}
        for name in jumps:
            self.operands["case" if name == "switch" else name] = (FIRST_GUESS, 0)
        for _ in range(4):
            self._grow()
            found: dict[str, list[int]] = defaultdict(list)
            for (step, _slot), distance in self.distances.items():
                found["case" if step.name == "switch" else step.name].append(distance)
            for name, distances in found.items():
                self.operands[name] = (distance_book(distances), 0)
        self._grow()

    def _grow(self) -> None:
        """Let codes grow until each holds its distance."""
        self.lengths: dict[tuple[Step, int], int] = {
            (step, slot): 0 for step in self._steps() for slot in range(len(step.targets))
        }
        self.distances = dict.fromkeys(self.lengths, 0)
        growing = True
        while growing:
            self._measure()
            growing = False
            for (step, slot), distance in self.distances.items():
                needed = self._target_book(step).code(distance, self.lengths[step, slot])[1]
                if needed > self.lengths[step, slot]:
                    self.lengths[step, slot] = needed
                    growing = True

    def _measure(self) -> None:
        """The distances that follow from the present lengths, in bits.

        A jump counts from its end, forward or back; a case counts from the first case, forward
        with an even number and back with an odd one."""
        for function, fixed in zip(self.functions, self.fixed, strict=True):
            place = 0
            starts, ends, cases = [], [], []
            for step, bits in zip(function.steps, fixed, strict=True):
                starts.append(place)
                place += bits
                cases.append(place)
                for slot in range(len(step.targets)):
                    place += self.lengths[step, slot]
                ends.append(place)
            for position, step in enumerate(function.steps):
                for slot, target in enumerate(step.targets):
                    if step.name == "switch":
                        way = starts[target] - cases[position]
                        distance = way * 2 if way >= 0 else -way * 2 - 1
                    else:
                        distance = abs(starts[target] - ends[position])
                    self.distances[step, slot] = distance


def header(function: CompactFunction) -> int:
    """What a function begins with: its parameters and its other variables."""
    return function.params << 6 | function.locals
