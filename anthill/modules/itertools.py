"""The module `itertools`: iterators that combine, repeat, select and group the items of others.

Each function is a type, on small boards all but `chain` are functions. An iterator that has come to
its end stays there. Inner iterators are asked through `pull`: they nest C frames, so their depth is
limited.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from anthill.runtime.heap import out_of_memory
from anthill.typed import (
    MAX_LENGTH,
    NULL,
    Array,
    Object,
    Ptr,
    Value,
    alloc,
    array_of,
    as_a,
    items_of,
    same,
    small,
    u8,
)
from anthill.vm import errors, operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.depth import check_depth
from anthill.vm.features import LARGE, rare
from anthill.vm.interpreter import special
from anthill.vm.messages import message
from anthill.vm.objects import generic, sequence
from anthill.vm.objects import int as int_object
from anthill.vm.objects.builtin import class_method, constructor, function, method
from anthill.vm.objects.container import Container, Iterator
from anthill.vm.objects.iterator_methods import ITERATOR_TYPE, iterators_of
from anthill.vm.objects.list import List, new_list
from anthill.vm.objects.module import builtin_module
from anthill.vm.objects.singletons import NONE
from anthill.vm.objects.str import Str
from anthill.vm.objects.tuple import EMPTY_TUPLE, Tuple, new_tuple, pair
from anthill.vm.objects.type import TYPES, Type, builtin_type

if TYPE_CHECKING:
    from anthill.vm.writer import Writer

F = TypeVar("F", bound=Callable[..., Any])
ITERTOOLS = builtin_module("itertools")


def pull(iterator: Value) -> Value:
    """The next item of an inner iterator, NULL at its end."""
    check_depth()
    return operations.next_item(iterator)


def public_type(title: str, cls: type[Iterator]) -> Type:
    """The type of a class of iterators as an attribute of the module, at build time."""
    kind = builtin_type("itertools." + title, cls, ITERATOR_TYPE)
    ITERTOOLS.define(title, kind)
    return kind


def maker(title: str, cls: type[Iterator], **options: Any) -> Callable[[F], F]:
    """Make a typed function that of the module which makes iterators of a class; options as for
    `function`."""
    if LARGE:
        return constructor(public_type(title, cls), **options)
    return function(ITERTOOLS, title, **options)


# Without end.


class Count(Iterator):
    """`count(start, step)`."""

    number: Value
    step: Value

    def next_item(self) -> Value:
        number = self.number
        self.number = operations.binary(Op.ADD, number, self.step)
        return number

    def write_repr(self, out: Writer) -> None:
        out.write_message(message("count("))
        operations.write_repr(self.number, out)
        if not same(self.step, small(1)):
            out.write_message(message(", "))
            operations.write_repr(self.step, out)
        out.write_char(ord(")"))


def check_number(value: Value) -> None:
    """TypeError for what cannot be counted with."""
    if value is NONE or isinstance(value, Str | Container):
        raise errors.type_error(message("a number is required"))


@maker("count", Count, required=0, keywords="start step")
def make_count(start: Value, step: Value) -> Value:
    """`count(start=0, step=1)`."""
    if start is not NULL:
        check_number(start)
    if step is not NULL:
        check_number(step)
    return Count(small(0) if start is NULL else start, small(1) if step is NULL else step)


class Cycle(Iterator):
    """`cycle(iterable)`; `inner` is NULL once its items are all in `saved`."""

    inner: Value
    saved: List
    position: int

    def next_item(self) -> Value:
        if self.inner is not NULL:
            item = pull(self.inner)
            if item is not NULL:
                self.saved.append(item)
                return item
            self.inner = NULL
        position = self.position
        if self.saved.count == 0:
            return NULL
        self.position = 0 if position + 1 == self.saved.count else position + 1
        return self.saved.items[position]


@maker("cycle", Cycle)
def make_cycle(iterable: Value) -> Value:
    """`cycle(iterable)`."""
    return Cycle(operations.iterate(iterable), new_list(0), 0)


class Repeat(Iterator):
    """`repeat(object, times)`; without an end `remaining` is negative."""

    item: Value
    remaining: int

    def next_item(self) -> Value:
        if self.remaining == 0:
            return NULL
        if self.remaining > 0:
            self.remaining -= 1
        return self.item

    def write_repr(self, out: Writer) -> None:
        out.write_message(message("repeat("))
        operations.write_repr(self.item, out)
        if self.remaining >= 0:
            out.write_message(message(", "))
            out.write_int(self.remaining)
        out.write_char(ord(")"))


@maker("repeat", Repeat, required=1, keywords="object times")
def make_repeat(item: Value, times: Value) -> Value:
    """`repeat(object[, times])`."""
    return Repeat(item, -1 if times is NULL else max(int_object.index_value(times), 0))


@rare(method(TYPES.of_class(Repeat), "__length_hint__"))
def repeat_length_hint(self: Repeat) -> Value:
    """`repeat.__length_hint__()`."""
    if self.remaining < 0:
        raise errors.type_error(message("len() of unsized object"))
    return small(self.remaining)


# One after the other.


class Chain(Iterator):
    """`chain(*iterables)`: `sources` gives the iterables, `current` iterates over one of them."""

    sources: Value
    current: Value

    def next_item(self) -> Value:
        while self.sources is not NULL:
            if self.current is NULL:
                source = pull(self.sources)
                if source is NULL:
                    self.sources = NULL
                    break
                self.current = operations.iterate(source)
            item = pull(self.current)
            if item is not NULL:
                return item
            self.current = NULL
        return NULL


CHAIN_TYPE = public_type("chain", Chain)
generic.subscriptable(CHAIN_TYPE)


@constructor(CHAIN_TYPE, variadic=True)
def make_chain(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`chain(*iterables)`."""
    return Chain(operations.iterate(new_tuple(args, count)), NULL)


@class_method(CHAIN_TYPE, "from_iterable")
def chain_from_iterable(cls: Value, iterables: Value) -> Value:
    """`chain.from_iterable(iterables)`."""
    return Chain(operations.iterate(iterables), NULL)


class Slice(Iterator):
    """`islice(iterable, start, stop, step)`: `wanted` is the index of the next item to give, `at`
    that of the next of `inner`, which is NULL at the end."""

    inner: Value
    at: int
    wanted: int
    stop: int
    step: int

    def next_item(self) -> Value:
        if self.inner is NULL:
            return NULL
        last = self.wanted
        if self.wanted >= self.stop:
            last = self.stop - 1
        item = NULL
        while self.at <= last:
            item = pull(self.inner)
            if item is NULL:
                break
            self.at += 1
        if item is NULL or self.wanted >= self.stop:
            self.inner = NULL
            return NULL
        self.wanted = MAX_INDEX if self.wanted > MAX_INDEX - self.step else self.wanted + self.step
        if self.wanted > self.stop:
            self.wanted = self.stop
        return item


MAX_INDEX: int = MAX_LENGTH << 2


def slice_bound(value: Value, default: int) -> int:
    """One of the numbers of `islice`; -1 for what is none."""
    if value is NONE:
        return default
    if not int_object.is_int(value):
        value = special.index_of(value)
        if value is NULL:
            return -1
    return min(int_object.int_of(value), MAX_INDEX)


@maker("islice", Slice, variadic=True, least=2, most=4)
def make_slice(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`islice(iterable, stop)` or `islice(iterable, start, stop[, step])`."""
    start = slice_bound(args[1], 0) if count > 2 else 0
    stop = slice_bound(args[1 if count == 2 else 2], MAX_INDEX)
    step = slice_bound(args[3], 1) if count == 4 else 1
    if stop == -1:
        raise errors.value_error(
            message("Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        )
    if start < 0 or stop < 0:
        raise errors.value_error(
            message("Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.")
        )
    if step < 1:
        raise errors.value_error(message("Step for islice() must be a positive integer or None."))
    return Slice(operations.iterate(args[0]), 0, start, stop, step)


# Chosen by a predicate.


class Chosen(Iterator):
    """Base of the iterators with a function and an inner iterator, NULL at the end."""

    function: Value
    inner: Value

    def holds(self, item: Value) -> bool:
        """Whether the function, or without one the item itself, is true."""
        if self.function is not NONE:
            item = operations.call1(self.function, item)
        return operations.truth(item)


class DropWhile(Chosen):
    """`dropwhile(predicate, iterable)`."""

    started: bool

    def next_item(self) -> Value:
        while True:
            item = pull(self.inner)
            if item is NULL or self.started:
                return item
            if not self.holds(item):
                self.started = True
                return item


class TakeWhile(Chosen):
    """`takewhile(predicate, iterable)`."""

    def next_item(self) -> Value:
        if self.inner is NULL:
            return NULL
        item = pull(self.inner)
        if item is not NULL and self.holds(item):
            return item
        self.inner = NULL
        return NULL


class FilterFalse(Chosen):
    """`filterfalse(predicate, iterable)`."""

    def next_item(self) -> Value:
        while True:
            item = pull(self.inner)
            if item is NULL or not self.holds(item):
                return item


class StarMap(Chosen):
    """`starmap(function, iterable)`."""

    def next_item(self) -> Value:
        item = pull(self.inner)
        if item is NULL:
            return NULL
        args = sequence.tuple_from(item)
        return operations.call(self.function, items_of(args.items), len(args.items), None)


@maker("dropwhile", DropWhile)
def make_dropwhile(predicate: Value, iterable: Value) -> Value:
    """`dropwhile(predicate, iterable)`."""
    return DropWhile(predicate, operations.iterate(iterable), False)


@maker("takewhile", TakeWhile)
def make_takewhile(predicate: Value, iterable: Value) -> Value:
    """`takewhile(predicate, iterable)`."""
    return TakeWhile(predicate, operations.iterate(iterable))


@rare(maker("filterfalse", FilterFalse))
def make_filterfalse(predicate: Value, iterable: Value) -> Value:
    """`filterfalse(predicate or None, iterable)`."""
    return FilterFalse(predicate, operations.iterate(iterable))


@maker("starmap", StarMap)
def make_starmap(called: Value, iterable: Value) -> Value:
    """`starmap(function, iterable of argument tuples)`."""
    return StarMap(called, operations.iterate(iterable))


class Compress(Iterator):
    """`compress(data, selectors)`."""

    data: Value
    selectors: Value

    def next_item(self) -> Value:
        while True:
            item = pull(self.data)
            if item is NULL:
                return NULL
            selector = pull(self.selectors)
            if selector is NULL:
                return NULL
            if operations.truth(selector):
                return item


@rare(maker("compress", Compress, required=2, keywords="data selectors"))
def make_compress(data: Value, selectors: Value) -> Value:
    """`compress(data, selectors)`."""
    return Compress(operations.iterate(data), operations.iterate(selectors))


# Several at a time.


class Pairwise(Iterator):
    """`pairwise(iterable)`: `last` is the item before, `inner` NULL at the end."""

    inner: Value
    last: Value

    def next_item(self) -> Value:
        if self.inner is NULL:
            return NULL
        last = self.last
        if last is NULL:
            last = pull(self.inner)
            self.last = last
            if last is NULL:
                self.inner = NULL
                return NULL
            if self.inner is NULL:
                return NULL
        item = pull(self.inner)
        self.last = item
        if item is NULL:
            self.inner = NULL
            return NULL
        return pair(last, item)


@maker("pairwise", Pairwise)
def make_pairwise(iterable: Value) -> Value:
    """`pairwise(iterable)`."""
    return Pairwise(operations.iterate(iterable), NULL)


class Batched(Iterator):
    """`batched(iterable, n, strict=...)`; `inner` is NULL at the end."""

    inner: Value
    size: int
    strict: bool

    def next_item(self) -> Value:
        if self.inner is NULL:
            return NULL
        batch = new_list(0)
        while batch.count < self.size:
            item = pull(self.inner)
            if item is NULL:
                self.inner = NULL
                break
            batch.append(item)
        if batch.count == 0:
            return NULL
        if batch.count < self.size and self.strict:
            raise errors.value_error(message("batched(): incomplete batch"))
        return new_tuple(items_of(batch.items), batch.count)


@rare(maker("batched", Batched, required=2, keywords="iterable n strict"))
def make_batched(iterable: Value, size: Value, strict: Value) -> Value:
    """`batched(iterable, n, *, strict=False)`."""
    count = int_object.index_value(size)
    if count < 1:
        raise errors.value_error(message("n must be at least one"))
    checked = strict is not NULL and operations.truth(strict)
    return Batched(operations.iterate(iterable), count, checked)


class ZipLongest(Iterator):
    """`zip_longest(*iterables, fillvalue=...)`: those at their end are NULL in `inner`."""

    inner: Tuple
    active: int
    fill: Value

    def next_item(self) -> Value:
        count = len(self.inner.items)
        if self.active == 0:
            return NULL
        result = array_of(Value, count)
        for index in range(count):
            item = NULL
            if self.inner.items[index] is not NULL:
                item = pull(self.inner.items[index])
                if item is NULL:
                    self.inner.items[index] = NULL
                    self.active -= 1
                    if self.active == 0:
                        return NULL
            result[index] = self.fill if item is NULL else item
        return new_tuple(items_of(result), count)


@maker("zip_longest", ZipLongest, variadic=True, keywords="fillvalue")
def make_zip_longest(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`zip_longest(*iterables, fillvalue=None)`."""
    fill = NONE if keywords[0] is NULL else keywords[0]
    return ZipLongest(iterators_of(args, count), count, fill)


class Accumulate(Iterator):
    """`accumulate(iterable, function, initial=...)`: `total` is NULL before the first item,
    `initial` after it was given."""

    inner: Value
    function: Value
    total: Value
    initial: Value

    def next_item(self) -> Value:
        if self.initial is not NULL:
            self.total = self.initial
            self.initial = NULL
            return self.total
        item = pull(self.inner)
        if item is NULL:
            return NULL
        if self.total is NULL:
            self.total = item
        elif self.function is NONE:
            self.total = operations.binary(Op.ADD, self.total, item)
        else:
            self.total = operations.call2(self.function, self.total, item)
        return self.total


@maker("accumulate", Accumulate, required=1, keywords="iterable func initial")
def make_accumulate(iterable: Value, called: Value, initial: Value) -> Value:
    """`accumulate(iterable, func=operator.add, *, initial=None)`."""
    if initial is NONE:
        initial = NULL
    iterator = operations.iterate(iterable)
    return Accumulate(iterator, NONE if called is NULL else called, NULL, initial)


# Groups of neighbours.


class GroupBy(Iterator):
    """`groupby(iterable, key)`: `item` with its `key` was read last, and is NULL once given;
    `target` is the key of `group`, the group given last."""

    inner: Value
    function: Value
    item: Value
    key: Value
    target: Value
    group: Group | None

    def read(self) -> bool:
        """Read an item; False at the end."""
        item = pull(self.inner)
        if item is NULL:
            return False
        key = item
        if self.function is not NONE:
            key = operations.call1(self.function, item)
        self.item = item
        self.key = key
        return True

    def next_item(self) -> Value:
        self.group = None
        while self.key is NULL or (
            self.target is not NULL and operations.equal(self.target, self.key)
        ):
            if not self.read():
                return NULL
        self.target = self.key
        group = Group(self, self.key)
        self.group = group
        return pair(self.key, group)


class Group(Iterator):
    """The items of `parent` with a key."""

    parent: GroupBy
    key: Value

    def next_item(self) -> Value:
        parent = self.parent
        if parent.group is not self:
            return NULL
        if parent.item is NULL and not parent.read():
            return NULL
        if not operations.equal(self.key, parent.key):
            return NULL
        item = parent.item
        parent.item = NULL
        return item


if LARGE:
    builtin_type("itertools._grouper", Group, ITERATOR_TYPE)


@maker("groupby", GroupBy, required=1, keywords="iterable key")
def make_groupby(iterable: Value, key: Value) -> Value:
    """`groupby(iterable, key=None)`."""
    called = NONE if key is NULL else key
    return GroupBy(operations.iterate(iterable), called, NULL, NULL, NULL, None)


# Copies.


class TeeLink(Object):
    """An item for the iterators made by `tee`, and what comes behind it."""

    item: Value
    following: TeeLink | None


class Tee(Iterator):
    """One of the iterators made by `tee`: `link` holds the item it gave last."""

    inner: Value
    link: TeeLink

    def next_item(self) -> Value:
        following = self.link.following
        if following is None:
            item = pull(self.inner)
            if item is NULL:
                return NULL
            following = TeeLink(item, None)
            self.link.following = following
        self.link = following
        return following.item


if LARGE:
    builtin_type("itertools._tee", Tee, ITERATOR_TYPE)


@rare(method(TYPES.of_class(Tee), "__copy__"))
def tee_copy(self: Tee) -> Value:
    """`tee.__copy__()`: an iterator at the same place."""
    return Tee(self.inner, self.link)


@function(ITERTOOLS, "tee", required=1)
def itertools_tee(iterable: Value, number: Value) -> Value:
    """`tee(iterable, n=2)`: a tuple of independent iterators."""
    count = 2 if number is NULL else int_object.index_value(number)
    if count < 0:
        raise errors.value_error(message("n must be >= 0"))
    if count == 0:
        return EMPTY_TUPLE
    iterator = operations.iterate(iterable)
    first = Tee(iterator, TeeLink(NULL, None))
    if isinstance(iterator, Tee):
        first = Tee(iterator.inner, iterator.link)
    result = alloc(Tuple, count)
    result.items[0] = first
    for index in range(1, count):
        result.items[index] = Tee(first.inner, first.link)
    return result


# Arrangements.

PRODUCT = 0
PERMUTATIONS = 1
COMBINATIONS = 2
REPLACEMENTS = 3


class Arrangement(Iterator):
    """Gives tuples with an item of the pool for each of the indices, which it counts up from the
    last one on; for products the pool holds a tuple for every place."""

    pool: Tuple
    indices: Array[int]
    used: Array[u8]
    """Of permutations, which indices are there."""
    kind: u8
    started: bool
    ended: bool

    def next_item(self) -> Value:
        indices = self.indices
        used = self.used
        size = len(indices)
        place = size if self.started else 0
        index = 0
        ahead = not self.started
        while not self.ended and (not ahead or place < size):
            if ahead:
                while index < len(used) and used[index] != 0:
                    index += 1
                ahead = index < self.limit(place)
                if ahead:
                    indices[place] = index
                    if index < len(used):
                        used[index] = u8(1)
                    place += 1
                    index = 0 if self.kind < COMBINATIONS else index + int(self.kind < REPLACEMENTS)
            else:
                place -= 1
                ahead = True
                self.ended = place < 0
                if place >= 0:
                    index = indices[place]
                    if index < len(used):
                        used[index] = u8(0)
                    index += 1
        if self.ended:
            return NULL
        self.started = True
        if size == 0:
            return EMPTY_TUPLE
        result = alloc(Tuple, size)
        for place in range(size):
            result.items[place] = self.source(place).items[indices[place]]
        return result

    def source(self, place: int) -> Tuple:
        """The items for a place."""
        return as_a(Tuple, self.pool.items[place]) if self.kind == PRODUCT else self.pool

    def limit(self, place: int) -> int:
        """What the index at a place stays below; combinations have room for those behind it."""
        total = len(self.source(place).items)
        return total - len(self.indices) + place + 1 if self.kind == COMBINATIONS else total


class Product(Arrangement):
    """`product(*iterables, repeat=...)`, on large boards."""


class Permutations(Arrangement):
    """`permutations(iterable, r)`, on large boards."""


class Combinations(Arrangement):
    """`combinations(iterable, r)`, on large boards."""


class Replacements(Arrangement):
    """`combinations_with_replacement(iterable, r)`, on large boards."""


def arrangement(kind: int, pool: Tuple, size: int, ended: bool) -> Value:
    """An iterator over arrangements of so many items."""
    if size > MAX_LENGTH:
        out_of_memory()
    indices = array_of(int, size)
    used = array_of(u8, len(pool.items) if kind == PERMUTATIONS else 0)
    if LARGE:
        if kind == PRODUCT:
            return Product(pool, indices, used, PRODUCT, False, ended)
        if kind == PERMUTATIONS:
            return Permutations(pool, indices, used, PERMUTATIONS, False, ended)
        if kind == COMBINATIONS:
            return Combinations(pool, indices, used, COMBINATIONS, False, ended)
        return Replacements(pool, indices, used, REPLACEMENTS, False, ended)
    return Arrangement(pool, indices, used, u8(kind), False, ended)


def chosen(kind: int, pool: Tuple, length: Value) -> Value:
    """An iterator over choices of so many items; ValueError."""
    size = int_object.index_value(length)
    if size < 0:
        raise errors.value_error(message("r must be non-negative"))
    return arrangement(kind, pool, size, kind != REPLACEMENTS and size > len(pool.items))


@maker("product", Product, variadic=True, keywords="repeat")
def make_product(args: Ptr[Value], count: int, keywords: Ptr[Value]) -> Value:
    """`product(*iterables, repeat=1)`."""
    repeat = 1 if keywords[0] is NULL else int_object.index_value(keywords[0])
    if repeat < 0:
        raise errors.value_error(message("repeat argument cannot be negative"))
    if repeat > MAX_LENGTH // max(count, 1):
        out_of_memory()
    size = count * repeat
    pools = alloc(Tuple, size)
    for index in range(size):
        pools.items[index] = (
            sequence.tuple_from(args[index]) if index < count else pools.items[index - count]
        )
    return arrangement(PRODUCT, pools, size, False)


@maker("combinations", Combinations, required=2, keywords="iterable r")
def make_combinations(iterable: Value, length: Value) -> Value:
    """`combinations(iterable, r)`."""
    return chosen(COMBINATIONS, sequence.tuple_from(iterable), length)


@rare(maker("combinations_with_replacement", Replacements, required=2, keywords="iterable r"))
def make_replacements(iterable: Value, length: Value) -> Value:
    """`combinations_with_replacement(iterable, r)`."""
    return chosen(REPLACEMENTS, sequence.tuple_from(iterable), length)


@maker("permutations", Permutations, required=1, keywords="iterable r")
def make_permutations(iterable: Value, length: Value) -> Value:
    """`permutations(iterable, r=None)`."""
    pool = sequence.tuple_from(iterable)
    if length is NULL or length is NONE:
        length = small(len(pool.items))
    elif not int_object.is_int(length):
        raise errors.type_error(message("Expected int as r"))
    return chosen(PERMUTATIONS, pool, length)
