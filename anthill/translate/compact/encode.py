"""Compact functions -> bits, and the tables that the machine decodes them with.

Each instruction is written in the book of its context (`model`), its operand in the book of the
instruction. Calls of functions with different numbers of parameters are different instructions.
Frequent pairs of instruction and operand are symbols of their own. The order of functions,
constants and native functions in their tables is that of their use.

A jump ahead says how many labels it passes; the machine reads on to find the one it means. A label
is the place after an instruction that does not lead to the next one, and elsewhere after `here`.
Jumps back and those over many instructions, `leap`, have their distance in bits, as a width and a
number so wide. So the context at a place follows from the instructions before it in the code,
and after a label it is always the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, groupby, permutations
from typing import NamedTuple

from anthill.translate.compact.books import Bits, Book, best_book
from anthill.translate.compact.code import FINAL, SHAPES, CompactFunction, Step
from anthill.translate.compact.model import DEPTHS, Model, learn
from anthill.translate.compact.wasm import Place

STEP = 4
"""Bits that the places where functions begin are multiples of."""
GROUP = 8
"""Functions that share an entry of the table that says where they begin."""
MOST_SIZE = 255
"""Steps of a function's code, unless it is the last of its group."""
MOST_SYMBOLS = 256
MOST_BOUND = 130
LEAST_BOUND = 25
"""How many symbols there are, how many are pairs, and how often one has to occur."""
LEAST_LISTED = 4
"""How often a number has to occur to be looked up in a list."""
MOST_PASSED = 56
"""Instructions that a jump ahead passes by reading them; beyond, it has a distance."""
WIDEST = 15
"""Bits of a distance or a number that is not looked up."""
PLACE_STEP = 4
"""What the addresses that the linker writes in 16 bits are multiples of."""
CALLS = ("call", "native", "indirect")
RESULTS = ("none", "value", "pair", "never")

Symbol = tuple[str, Hashable]
"""An instruction, or with an operand the pair of both."""


class Item(NamedTuple):
    """An instruction as it is written: with what is counted of its operand, the item that a
    distance leads to, and for each case of a switch the labels that it passes."""

    name: str
    operand: Hashable = None
    aim: int = -1
    cases: tuple[int, ...] = ()


@dataclass
class Encoded:
    """The tables of a program's compact code."""

    order: list[str]
    """Instructions by number: those with a distance or number, with an operand, then the others."""
    with_number: int
    with_operand: int
    moves: list[int]
    """By instruction, how the depth changes; `ENDS` less where a statement ends."""
    bound: list[tuple[int, int]]
    """Instruction and operand of each symbol above the instructions."""
    rows: list[int]
    """By symbol, where the entries of the row after it begin."""
    contexts: list[int]
    """The entries of rows, by depth."""
    symbols: list[int]
    """What the contexts' codes stand for."""
    books: list[tuple[Book, int]]
    """Of contexts, then of operands by instruction number, then of cases; and what to add to a
    code's number."""
    lists: dict[str, list[int]]
    """By kind of operand, what its numbers stand for."""
    pool: list[int | Place]
    places: list[Place]
    """Addresses that the linker writes in 16 bits."""
    functions: list[str]
    """By number; where one is empty, no function has that number."""
    natives: list[str]
    firsts: list[int]
    """By words of arguments, the first function that takes so many or more."""
    positions: dict[str, int]
    """Where functions begin, in steps, in the order of their numbers."""
    sizes: dict[str, int]
    """Steps of each function's code."""
    units: list[int]


ENDS = 64
"""More than any depth."""


def instruction(name: str) -> str:
    """The instruction that one of `order` is a kind of, with its result: `call_value_2` is a
    `call_value`."""
    return name.rpartition("_")[0] if name.split("_")[0] in CALLS else name


def words(name: str) -> int:
    """The words of arguments that a call of `order` takes."""
    return int(name.rpartition("_")[2])


def leaves(name: str) -> int:
    """The words that a call of `order` leaves."""
    return {"value": 1, "pair": 2}.get(instruction(name).partition("_")[2], 0)


@dataclass
class Encoder:
    """Counts, makes the books, then writes."""

    functions: list[CompactFunction]
    arguments: Mapping[str, int] = field(default_factory=dict)
    """Words of native functions' arguments."""
    short: Collection[str] = ()
    """Symbols whose addresses the linker can write in 16 bits."""
    numbers: dict[str, dict[Hashable, int]] = field(default_factory=dict)
    """By kind of operand, what it is written as."""

    def encode(self) -> Encoded:
        """The tables and the code."""
        self._write_out_rare()
        self._find_places()
        self.params = {function.name: function.params for function in self.functions}
        self._find_callers()
        self.items = {function.name: self._items(function) for function in self.functions}
        self._number_operands()
        self._order_instructions()
        self._choose_bound()
        self._settle()
        self.operand_books = self._operand_books()
        model = self._learn()
        number_of: dict[Symbol, int] = {(name, None): n for n, name in enumerate(self.order)}
        number_of |= {symbol: len(self.order) + n for n, symbol in enumerate(self.bound)}
        books: list[tuple[Book, int]] = []
        symbols: list[int] = []
        self.ranks: list[dict[Hashable, int]] = []
        for counted in model.counts:
            found = [symbol for symbol, _ in counted.most_common()]
            books.append((best_book([counted[symbol] for symbol in found]), len(symbols)))
            self.ranks.append({symbol: rank for rank, symbol in enumerate(found)})
            symbols += [number_of[symbol] for symbol in found]  # type: ignore[index]
        self.model, self.context_books = model, [book for book, _ in books]
        self._grow()
        while self._put_long_last():
            self._grow()
        units, positions, sizes = self._write()
        unused = best_book([1])
        for name in [*self.order[: self.with_operand], "case"]:
            first = self.starts.get(name, 0)
            books.append((self.operand_books.get(name, unused), first))
        return Encoded(
            self.order,
            self.with_number,
            self.with_operand,
            [move(name) for name in self.order],
            [(self.order.index(name), self._value(name, key)) for name, key in self.bound],
            [model.rows.get(symbol, 0) for symbol in number_of],
            model.contexts,
            symbols,
            books,
            {
                kind: [key for key in self.numbers[kind] if isinstance(key, int)]
                for kind in ("byte", "half")
            }
            | {"width": self.listed_widths},
            [key for key in self.numbers["pool"] if isinstance(key, int | Place)],
            [key for key in self.numbers["place"] if isinstance(key, Place)],
            self.called["call"],
            self.called["native"],
            self._firsts(),
            positions,
            sizes,
            units,
        )

    # instructions

    def _write_out_rare(self) -> None:
        """Rare numbers stand in the code itself: a list is for the others."""
        steps = [step for function in self.functions for step in function.steps]
        counts = Counter(step.operand for step in steps if step.name == "half")
        for step in steps:
            if step.name == "half" and counts[step.operand] < LEAST_LISTED:
                assert isinstance(step.operand, int)
                if step.operand < 1 << WIDEST:
                    step.name = "number"

    def _find_places(self) -> None:
        for function in self.functions:
            for step in function.steps:
                place = step.operand
                if step.name == "pool" and isinstance(place, Place) and place.symbol in self.short:
                    step.name = "pool" if place.offset % PLACE_STEP else "place"

    def _find_callers(self) -> None:
        """The functions with calls of which it is not known that they never come back."""
        self.returning = {
            step.operand.symbol
            for function in self.functions
            for step in function.steps
            if step.name == "call_none" and isinstance(step.operand, Place)
        }

    def _name(self, step: Step) -> str:
        """A call with its result and its words of arguments."""
        kind, _, result = step.name.partition("_")
        if kind not in CALLS:
            return step.name
        if isinstance(step.operand, Place):
            symbol = step.operand.symbol
            if result == "never" and (kind == "native" or symbol in self.returning):
                result = "none"
            taken = (self.params if kind == "call" else self.arguments).get(symbol, 0)
        else:
            assert isinstance(step.operand, int)
            taken = step.operand
            result = "none" if result == "never" else result
        return f"{kind}_{result or 'value'}_{taken}"

    def _items(self, function: CompactFunction) -> list[Item]:
        """A function's instructions with its labels."""
        steps = function.steps
        names = [self._name(step) for step in steps]
        aims = {aim for step in steps for aim in step.targets}
        place, count = {}, 0
        for position in range(len(steps)):
            if position in aims and not (position and is_final(names[position - 1])):
                count += 1
            place[position] = count
            count += 1
        found: list[Item] = []
        for position, (step, name) in enumerate(zip(steps, names, strict=True)):
            if place[position] > len(found):
                found.append(Item("here"))
            if step.name == "switch":
                found.append(Item(name, len(step.targets), -1, step.targets))
            elif step.targets:
                found.append(Item(name, None, place[step.targets[0]]))
            else:
                operand = step.operand
                if isinstance(operand, Place) and name.split("_")[0] in CALLS:
                    operand = operand.symbol  # type: ignore[assignment]
                found.append(Item(name, None if name.startswith("indirect") else operand))
        passed = [0, *accumulate(item.name == "here" or is_final(item.name) for item in found)]

        for position, item in enumerate(found):
            if item.name == "switch":
                cases = (passed[place[aim] - 1] - passed[position] for aim in item.cases)
                found[position] = item._replace(cases=tuple(cases))
            elif item.name.startswith("jump"):
                if item.aim - position <= MOST_PASSED:
                    labels = passed[item.aim - 1] - passed[position + 1]
                    found[position] = Item(item.name, labels)
                else:
                    found[position] = item._replace(name=item.name.replace("jump", "leap"))
        return found

    def _all(self) -> Iterator[Item]:
        for items in self.items.values():
            yield from items

    # operands

    def _number_operands(self) -> None:
        """Operands that are looked up in a list, in the order of their frequency; functions by
        their words of arguments and the instruction that calls them, if any."""
        counts: dict[str, Counter[Hashable]] = defaultdict(Counter)
        calls: dict[str, Counter[Hashable]] = defaultdict(Counter)
        for item in self._all():
            kind = kind_of(item.name)
            if kind in ("function", "native"):
                calls[item.name][item.operand] += 1
            else:
                counts[kind][item.operand] += 1
        for kind in ("byte", "half", "pool", "place"):
            found = sorted(counts[kind].items(), key=lambda entry: (-entry[1], str(entry[0])))
            self.numbers[kind] = {key: number for number, (key, _) in enumerate(found)}
        self.called: dict[str, list[str]] = {"call": [], "native": []}
        self.starts: dict[str, int] = {}
        known = {name for counted in calls.values() for name in counted}
        for function in self.functions:
            if function.name not in known:
                calls[f"call_other_{function.params}"][function.name] = 0
        self.kinds: dict[str, list[str]] = {}
        self.long: set[str] = set()
        for name in sorted(calls, key=lambda name: (words(name), name)):
            listed = self.called[name.split("_")[0]]
            self.starts[name] = len(listed)
            ranked = sorted(map(str, calls[name]), key=lambda key: (-calls[name][key], key))
            listed += ranked
            if name.startswith("call"):
                self.kinds[name] = ranked
        self._number_called()

    def _number_called(self) -> None:
        for kind, own in (("function", "call"), ("native", "native")):
            self.numbers[kind] = {name: n for n, name in enumerate(self.called[own]) if name}

    def _firsts(self) -> list[int]:
        end = len(self.called["call"])
        most = max(function.params for function in self.functions)
        starts = [(words(name), self.starts[name]) for name in self.kinds]
        return [
            min([start for taken, start in starts if taken >= count], default=end)
            for count in range(most + 2)
        ]

    def _value(self, name: str, operand: Hashable) -> int:
        """The number of an operand."""
        known = self.numbers.get(kind_of(name))
        if known is not None:
            return known[operand]
        assert isinstance(operand, int)
        return operand

    def _choose_bound(self) -> None:
        counts: Counter[Symbol] = Counter(
            (item.name, item.operand)
            for item in self._all()
            if item.operand is not None and kind_of(item.name) not in ("cases", "raw")
        )
        most = min(MOST_BOUND, MOST_SYMBOLS - len(self.order))
        self.bound: list[Symbol] = [
            symbol for symbol, count in counts.most_common(most) if count >= LEAST_BOUND
        ]
        self.bound_set = set(self.bound)

    def _order_instructions(self) -> None:
        names = sorted({item.name for item in self._all()} | {"enter", "switch"})
        raw = [name for name in names if kind_of(name) == "raw"]
        operand = [name for name in names if kind_of(name) not in ("raw", "", "cases")]
        operand.append("switch")
        self.order = [*raw, *operand, *(name for name in names if not kind_of(name))]
        self.with_number, self.with_operand = len(raw), len(raw) + len(operand)

    def _operand_books(self) -> dict[str, Book]:
        """By instruction."""
        counts: dict[str, Counter[int]] = defaultdict(Counter)
        for item in self._all():
            kind = kind_of(item.name)
            if kind == "raw":
                continue
            if kind and (item.name, item.operand) not in self.bound_set:
                counts[item.name][self._value(item.name, item.operand)] += 1
            counts["case"].update(item.cases)
        for function in self.functions:
            counts["enter"][function.locals] += 1
        found = {}
        for name, counted in counts.items():
            start = self.starts.get(name, 0)
            if counted:
                found[name] = best_book([counted[n] for n in range(start, max(counted) + 1)])
        return found | self._width_books()

    def _width_books(self) -> dict[str, Book]:
        """By instruction with a distance or number, for the widths."""
        found = {}
        self.listed_widths: list[int] = []
        for name, widths in self.widths.items():
            counted = Counter({**dict.fromkeys(range(WIDEST + 1), 0), **Counter(widths)})
            listed = [width for width, _ in counted.most_common()]
            found[name] = best_book([counted[width] for width in listed])
            self.starts[name] = len(self.listed_widths)
            self.listed_widths += listed
        return found

    def _width_code(self, name: str, width: int) -> tuple[int, int]:
        start = self.starts[name]
        return self.operand_books[name].codes[self.listed_widths.index(width, start) - start]

    # contexts

    def _symbol(self, item: Item) -> Symbol:
        pair = (item.name, item.operand)
        return pair if pair in self.bound_set else (item.name, None)

    def _symbols(self, items: Sequence[Item]) -> Iterator[tuple[Symbol, int, Symbol, Item]]:
        """Each instruction's symbol, after the one before it and the depth."""
        before: Symbol = ("enter", None)
        depth = 0
        for item in items:
            symbol = self._symbol(item)
            yield before, min(depth, DEPTHS - 1), symbol, item
            depth = max(depth + move(item.name), 0)
            before = symbol

    def _learn(self) -> Model:
        seen: dict[tuple[Hashable, int], Counter[Hashable]] = defaultdict(Counter)
        labels: set[Hashable] = {("here", None)}
        for items in self.items.values():
            for before, depth, symbol, _ in self._symbols(items):
                seen[before, depth][symbol] += 1
                if is_final(symbol[0]):
                    labels.add(symbol)
        return learn(seen, labels)

    # layout

    def _put_long_last(self) -> bool:
        """Number the functions so that the long ones are the last of their groups: the table of
        functions has the sizes of the others, in a byte each. Where it takes too long until a group
        ends, numbers stay empty. Whether numbers have changed."""
        self.long |= {f.name for f in self.functions if self._size(f) > MOST_SIZE}
        before, self.called["call"] = self.called["call"], []
        kinds = sorted(self.kinds, key=words)
        for _, names in groupby(kinds, key=words):
            tried = [self._laid_out(order) for order in permutations(names)]
            placed, starts = min(tried, key=lambda found: len(found[0]))
            self.called["call"] += placed
            self.starts |= starts
        self._number_called()
        return self.called["call"] != before

    def _laid_out(self, kinds: Iterable[str]) -> tuple[list[str], dict[str, int]]:
        """The functions of these kinds, in this order, behind those that have numbers; and where
        each kind begins."""
        first = len(self.called["call"])
        placed: list[str] = []
        starts = {}
        for kind in kinds:
            starts[kind] = first + len(placed)
            waiting = {
                long: [name for name in self.kinds[kind] if (name in self.long) is long]
                for long in (True, False)
            }
            while waiting[True] or waiting[False]:
                last = (first + len(placed)) % GROUP == GROUP - 1
                fitting = waiting[last] or waiting[False]
                placed.append(fitting.pop(0) if fitting else "")
        return placed, starts

    def _size(self, function: CompactFunction) -> int:
        """Steps of its code."""
        return -(-sum(length for _, length in self._codes(function)) // STEP)

    def _write(self) -> tuple[list[int], dict[str, int], dict[str, int]]:
        bits = Bits()
        positions, sizes = {}, {}
        by_name = {function.name: function for function in self.functions}
        for name in self.numbers["function"]:
            function = by_name[str(name)]
            bits.align(STEP)
            positions[function.name] = bits.length // STEP
            for number, length in self._codes(function):
                bits.write(number, length)
            sizes[function.name] = -(-bits.length // STEP) - positions[function.name]
        return bits.units(), positions, sizes

    def _codes(self, function: CompactFunction) -> Iterator[tuple[int, int]]:
        """Numbers and their lengths in bits."""
        yield self.operand_books["enter"].codes[function.locals]
        for position, (before, depth, symbol, item) in enumerate(
            self._symbols(self.items[function.name])
        ):
            yield from self._item_codes(before, depth, symbol, item)
            if kind_of(item.name) == "raw":
                width, number = self._raw(function.name, position, item)
                yield self._width_code(item.name, width)
                yield number, width

    def _item_codes(
        self, before: Symbol, depth: int, symbol: Symbol, item: Item
    ) -> Iterator[tuple[int, int]]:
        """All of an instruction but a distance or number."""
        context = self.model.context(self.model.rows[before], depth)
        yield self.context_books[context].codes[self.ranks[context][symbol]]
        kind = kind_of(item.name)
        if kind not in ("", "raw") and symbol[1] is None:
            number = self._value(item.name, item.operand) - self.starts.get(item.name, 0)
            yield self.operand_books[item.name].codes[number]
        for case in item.cases:
            yield self.operand_books["case"].codes[case]

    # distances

    def _raw(self, function: str, position: int, item: Item) -> tuple[int, int]:
        """Width and number of a distance or number."""
        if item.aim < 0:
            assert isinstance(item.operand, int)
            return item.operand.bit_length(), item.operand
        return self.lengths[function, position], self.distances[function, position]

    def _settle(self) -> None:
        """A first guess at the widths of distances, for their books."""
        self.lengths: dict[tuple[str, int], int] = {}
        self.distances: dict[tuple[str, int], int] = {}
        self.widths: dict[str, list[int]] = defaultdict(list)
        for name, items in self.items.items():
            for position, item in enumerate(items):
                if kind_of(item.name) != "raw":
                    continue
                if item.aim >= 0:
                    self.lengths[name, position] = (7 * abs(item.aim - position)).bit_length()
                    self.distances[name, position] = 0
                self.widths[item.name].append(self._raw(name, position, item)[0])

    def _grow(self) -> None:
        """Find the distances: with all of no width first, then let them grow until each holds."""
        self.operand_books = self._operand_books()
        fixed = {
            name: [
                sum(length for _, length in self._item_codes(*entry))
                for entry in self._symbols(items)
            ]
            for name, items in self.items.items()
        }
        for _ in range(3):
            self.operand_books |= self._width_books()
            self.lengths = dict.fromkeys(self.lengths, 0)
            for name, items in self.items.items():
                while self._measure(name, items, fixed[name]):
                    pass
            self.widths = defaultdict(list)
            for name, items in self.items.items():
                for position, item in enumerate(items):
                    if kind_of(item.name) == "raw":
                        self.widths[item.name].append(self._raw(name, position, item)[0])

    def _measure(self, name: str, items: Sequence[Item], fixed: Sequence[int]) -> bool:
        """Distances of one function by the present widths, in bits from the end of the jump;
        whether one grows."""
        place, starts, ends = 0, [], []
        for position, (item, bits) in enumerate(zip(items, fixed, strict=True)):
            starts.append(place)
            place += bits
            if kind_of(item.name) == "raw":
                width, _ = self._raw(name, position, item)
                place += self._width_code(item.name, width)[1] + width
            ends.append(place)
        growing = False
        for position, item in enumerate(items):
            if item.aim >= 0:
                distance = abs(starts[item.aim] - ends[position])
                self.distances[name, position] = distance
                if distance.bit_length() > self.lengths[name, position]:
                    self.lengths[name, position] = distance.bit_length()
                    growing = True
        return growing


@cache
def kind_of(name: str) -> str:
    """The kind of an instruction's operand; `raw` for distances and numbers that are written as a
    width and a number so wide."""
    kind = name.split("_")[0]
    if kind in CALLS:
        return {"call": "function", "native": "native"}.get(kind, "")
    return SHAPES[name].operand


@cache
def move(name: str) -> int:
    """How an instruction changes the depth."""
    if name.split("_")[0] in CALLS:
        ends = instruction(name).endswith(("_none", "_never"))
        return leaves(name) - words(name) - name.startswith("indirect") - ENDS * ends
    shape = SHAPES[name]
    return -ENDS if shape.ends or name == "enter" else shape.leaves - shape.takes


def is_final(name: str) -> bool:
    """Whether an instruction does not lead to the next one."""
    return name in FINAL or name.startswith("call_never")
