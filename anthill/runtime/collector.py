"""The collector: marks what is reachable, then slides it toward the ceiling of the heap.

Roots are precise (static variables, frame stack, tables of the runtime) or conservative (C stack,
registers, and pointers in static variables). What a conservative root points at, or into, is
pinned: it stays for this time.

While a collection runs, the word at the start of an object or gap is one of three:

    LIVE bit set    header of a live object
    even            a live object: chain of the fields that refer to it, its header at the end
    odd             a gap: distance to the gap below it, | 1, | 2 when the gap is a single word;
                    in a longer gap its size is in the second word

The chains (Jonkers 1979) make room for forwarding addresses unnecessary. A *span* is a pinned
object or several; a *zone* is the space above one span and below the next. Zones are filled from
the ceiling down with the unpinned objects in their order, so that what is left is in one piece.
"""

from __future__ import annotations

from anthill.runtime import finalise, identity
from anthill.runtime.heap import (
    C_STACK_BYTES,
    INDEXED,
    LIVE,
    MARKS_SHIFT,
    PACE_BYTES,
    PINNED,
    PLAIN,
    RESERVE_BYTES,
    STRESS,
    c_stack_end,
    fill,
    fixed,
    heap_index,
    leave_gap,
    load,
    memory,
    note_crossing,
    object_size,
    set_limit,
    set_pace,
    stack,
    start_before,
    store,
    stress,
)
from anthill.runtime.passing import empty
from anthill.runtime.weak import DEAD_WORD, WEAK_ITEMS, WeakArray
from anthill.typed import (
    TRANSLATING,
    WORD_BYTES,
    Static,
    address_of,
    call_with_registers,
    class_number,
    compact_stack,
    compact_stack_top,
    header_class,
    inline,
    items_of,
    object_map,
    raw_memory,
    root_address,
    root_words,
    stack_pointer,
    static_array,
    uword,
)
from anthill.typed.layout import (
    ANY_POINTER,
    EXTRA_POINTER,
    FIELD_POINTERS,
    FIXED_SHIFT,
    ITEM_POINTERS,
    pin_address,
)

TOLERATED_SHARE: int = 0 if INDEXED else 128
"""This part of the block may stay open in gaps below which little or nothing else died: then what
lies above need not move."""

SPARE_WORDS: int = 16
SCRATCH_BYTES: int = SPARE_WORDS * WORD_BYTES
LAST_LINK: int = 1
"""Ends the list of weak arrays; 0 says that an array is not in the list."""

spare = static_array(uword, SPARE_WORDS)
"""Working space for a collection that finds less than this between frame stack and heap, on boards
that do not say where their C stack ends; others have room there."""

OWN_STACK_BYTES: int = 256
"""What a collection and an interrupt need of the C stack."""

START, END, CUT, TARGET = 0, WORD_BYTES, 2 * WORD_BYTES, 3 * WORD_BYTES
SPAN_BYTES: int = 4 * WORD_BYTES
"""A span's entry: start and end address; then about the zone above it: the lowest address of the
objects that move there, and the lowest address they take. (Until the cuts are known, TARGET holds
the bytes of unpinned objects below the span.) Entry 0 is an empty span at the bottom."""


class Collection(Static):
    """State of one collection; addresses."""

    extent: uword = 0
    """Size of the heap: an address less `bottom` is below it if the address is in the heap."""
    scratch: uword = 0
    top: uword = 0
    """First free word of the working space, which is a stack of addresses to be traced and later
    the table of spans."""
    end: uword = 0
    overflow: bool = False
    weak: uword = 0
    """List of the weak arrays found."""
    moving: uword = 0
    """Bytes of live unpinned objects: all, or those below a cut."""
    gap: uword = 0
    """The highest gap."""
    live_end: uword = 0
    """While sweeping: where the last live object ends."""
    still: uword = 0
    """From here on up to the ceiling nothing dies and nothing moves."""
    zone: uword = 0
    """While destinations are handed out: entry of the zone being filled ..."""
    span: uword = 0
    """... entry of the next span, or the one that holds the current object ..."""
    cursor: uword = 0
    """... and the next address to hand out. All this is valid below ..."""
    boundary: uword = 0
    inside: bool = False
    """Whether the current object is in a span."""


now = Collection()


def collect() -> None:
    """Free what is unreachable and make the free memory one piece."""
    if TRANSLATING:
        call_with_registers(collect_from)


def collect_from(stack_pointer: uword) -> None:
    """Collect, with the C stack beginning at `stack_pointer` as conservative roots."""
    _begin()
    empty()
    _pin_fixed()
    for index in range(len(pin_address)):
        _add_candidate(load(pin_address[index]))
    _pin_from_stack(stack_pointer, memory.c_stack_base)
    _pin_from_stack(compact_stack(), compact_stack_top())
    _pin_candidates()
    _mark_roots()
    _settle_weak()
    _sweep()
    if TOLERATED_SHARE != 0 and _next_ceiling() == memory.ceiling:
        _tolerate_gaps()
    _plan()
    _find_still()
    _update_references()
    _move()
    _restore_reserve()
    if identity.identities.count:
        identity.after_collection()
    if finalise.watch.pending:
        finalise.announce()


def _restore_reserve() -> None:
    if memory.bottom - address_of(stack.claimed) >= 2 * RESERVE_BYTES:
        memory.reserve = RESERVE_BYTES
    if PACE_BYTES != 0:
        set_pace()
    set_limit()


def _begin() -> None:
    leave_gap()
    now.extent = memory.ceiling - memory.bottom
    now.scratch = address_of(stack.claimed)
    unused = address_of(stack.top)
    while unused < now.scratch:
        store(unused, 0)
        unused += WORD_BYTES
    now.end = memory.bottom
    if now.end - now.scratch < SCRATCH_BYTES:
        if C_STACK_BYTES != 0:
            now.scratch = c_stack_end()
            now.end = now.scratch + _unused_stack()
        else:
            now.scratch = address_of(items_of(spare))
            now.end = now.scratch + SCRATCH_BYTES
    now.top = now.scratch
    now.overflow = False
    now.weak = LAST_LINK


def _unused_stack() -> uword:
    """Bytes that a collection may take from the end of the C stack on."""
    room = stack_pointer() - c_stack_end()
    if room < OWN_STACK_BYTES + SCRATCH_BYTES:
        return SCRATCH_BYTES
    return room - OWN_STACK_BYTES


@inline
def _on_heap(word: uword) -> bool:
    """Whether a precise word refers to an object on the heap."""
    return word & 1 == 0 and uword(word - memory.bottom) < now.extent


# Marking


def _mark(address: uword) -> None:
    """Mark the object on the heap at this address, to be traced if it refers to others."""
    header = load(address)
    if header & LIVE:
        return
    store(address, header | LIVE)
    if INDEXED:
        _set_mark(address)
    if object_map[header_class(header)] & ANY_POINTER == 0:
        return
    if now.top == now.end:
        now.overflow = True
        return
    store(now.top, address)
    now.top += WORD_BYTES


def _set_mark(address: uword) -> None:
    """Enter a live object into the bitmap."""
    offset = address - heap_index.origin
    place = heap_index.marks + (offset >> MARKS_SHIFT) * WORD_BYTES
    store(place, load(place) | uword(1) << (offset // WORD_BYTES & 63))


def _mark_words(start: uword, count: uword) -> None:
    """Mark what `count` words refer to."""
    bottom = memory.bottom
    extent = now.extent
    end = start + count * WORD_BYTES
    while start != end:
        word = load(start)
        if word & 1 == 0 and uword(word - bottom) < extent and not load(word) & LIVE:
            _mark(word)
        start += WORD_BYTES


def _mark_all(start: uword, count: uword) -> None:
    """Mark all that is reachable from `count` words, one by one to keep the stack low."""
    end = start + count * WORD_BYTES
    while start != end:
        word = load(start)
        if _on_heap(word):
            _mark(word)
            _trace_stack()
        start += WORD_BYTES
    _trace_all()


def _trace(address: uword) -> None:
    """Mark what a live object refers to."""
    header = load(address)
    class_id = header_class(header)
    if class_id == class_number(WeakArray):
        if load(address + WORD_BYTES) == 0:
            store(address + WORD_BYTES, now.weak)
            now.weak = address
        return
    entry = object_map[class_id]
    items = address + (entry >> FIXED_SHIFT)
    if entry & EXTRA_POINTER:
        items -= WORD_BYTES
        _mark_words(address + object_size(header) - WORD_BYTES, 1)
    if entry & ITEM_POINTERS:
        _mark_words(items, (header & PLAIN) >> 8)
    fields = (entry & FIELD_POINTERS) >> 1
    while fields:
        address += WORD_BYTES
        if fields & 1:
            word = load(address)
            if _on_heap(word) and not load(word) & LIVE:
                _mark(word)
        fields >>= 1


def _trace_all() -> None:
    """Trace until nothing is left; look for objects that did not fit onto the stack."""
    while True:
        _trace_stack()
        if not now.overflow:
            return
        now.overflow = False
        address = memory.bottom
        while address != memory.ceiling:
            header = load(address)
            if header & LIVE:
                _trace(address)
                _trace_stack()
            address += object_size(header)


def _trace_stack() -> None:
    while now.top != now.scratch:
        now.top -= WORD_BYTES
        _trace(load(now.top))


def _mark_roots() -> None:
    for index in range(len(root_address)):
        _mark_all(root_address[index], root_words[index])
    _mark_all(memory.low, (address_of(stack.top) - memory.low) // WORD_BYTES)


# Pinning


def _pin_fixed() -> None:
    for index in range(len(fixed)):
        address = fixed[index]
        if address:
            _mark(address)
            store(address, load(address) | PINNED)
            _trace_all()


@raw_memory
def _pin_from_stack(address: uword, end: uword) -> None:
    """Pin what the words from `address` up to `end`, part of a stack, point at or into."""
    while address < end:
        _add_candidate(load(address))
        address += WORD_BYTES


def _add_candidate(word: uword) -> None:
    """Note a word that may point into the heap."""
    if uword(word - memory.bottom) < now.extent:
        store(now.top, word)
        now.top += WORD_BYTES
        if now.top == now.end:
            _pin_candidates()


def _pin_candidates() -> None:
    """Pin and trace the objects that the addresses in the working space point into."""
    _sort_scratch()
    end = now.top
    now.top = now.scratch
    candidate = now.scratch
    address = memory.bottom
    while candidate != end:
        word = load(candidate)
        candidate += WORD_BYTES
        if INDEXED:
            address = _higher(address, start_before(word))
        header = load(address)
        size = object_size(header)
        while word - address >= size:
            address += size
            header = load(address)
            size = object_size(header)
        if header_class(header) != 0:
            store(address, header | LIVE | PINNED)
            if not header & LIVE:
                if INDEXED:
                    _set_mark(address)
                store(now.top, address)
                now.top += WORD_BYTES
    _trace_all()


def _sort_scratch() -> None:
    """Sort the words in the working space (Shell's method)."""
    distance = (now.top - now.scratch) // WORD_BYTES // 2
    while distance:
        step = distance * WORD_BYTES
        start = now.scratch + step
        while start != now.top:
            word = load(start)
            place = start
            while place - now.scratch >= step and load(place - step) > word:
                store(place, load(place - step))
                place -= step
            store(place, word)
            start += WORD_BYTES
        distance //= 2


# Weak references


def _is_dead(word: uword) -> bool:
    return _on_heap(word) and not load(word) & LIVE


def _save_finalisable() -> None:
    """Move what has a finaliser and died to the pending entries, and keep these alive."""
    watch = finalise.watch
    if watch.table is None:
        return
    items = address_of(watch.table) + WEAK_ITEMS
    _mark_all(items, uword(watch.pending))
    for index in range(watch.pending, watch.count):
        item = items + uword(index) * WORD_BYTES
        word = load(item)
        if _is_dead(word):
            first = items + uword(watch.pending) * WORD_BYTES
            store(item, load(first))
            store(first, word)
            watch.pending += 1
            _mark_all(first, 1)


def _settle_weak() -> None:
    """Save the dead that have a finaliser, then clear the weak references to the others."""
    _save_finalisable()
    while now.weak != LAST_LINK:
        array = now.weak
        now.weak = load(array + WORD_BYTES)
        store(array + WORD_BYTES, 0)
        item = array + WEAK_ITEMS
        end = item + ((load(array) & PLAIN) >> 8) * WORD_BYTES
        while item != end:
            if _is_dead(load(item)):
                store(item, DEAD_WORD)
            item += WORD_BYTES


# Planning


def _sweep() -> None:
    """Join the dead into gaps, list the pinned spans, sum up what will move."""
    now.moving = 0
    now.gap = 0
    now.top = now.scratch
    _append_span(memory.bottom, 0)
    now.live_end = memory.bottom
    if INDEXED:
        _sweep_marks()
    else:
        _sweep_all()
    if now.live_end != memory.ceiling:
        _enter_gap(now.live_end, memory.ceiling)


def _sweep_all() -> None:
    """Read the heap, object by object."""
    address = memory.bottom
    while address != memory.ceiling:
        header = load(address)
        size = object_size(header)
        if header & LIVE:
            _sweep_live(address, header, size)
        address += size


def _sweep_marks() -> None:
    """Read the bitmap, and clear it."""
    place = heap_index.marks + ((memory.bottom - heap_index.origin) >> MARKS_SHIFT) * WORD_BYTES
    last = heap_index.marks + ((memory.ceiling - heap_index.origin) >> MARKS_SHIFT) * WORD_BYTES
    while place <= last:
        word = load(place)
        if word != 0:
            store(place, 0)
            number = (place - heap_index.marks) // WORD_BYTES
            address = heap_index.origin + (number << MARKS_SHIFT)
            while word != 0:
                if word & 0xFF == 0:
                    word = word >> 8
                    address += 8 * WORD_BYTES
                    continue
                if word & 1:
                    header = load(address)
                    _sweep_live(address, header, object_size(header))
                word = word >> 1
                address += WORD_BYTES
        place += WORD_BYTES


@inline
def _sweep_live(address: uword, header: uword, size: uword) -> None:
    if address != now.live_end:
        _enter_gap(now.live_end, address)
    if header & PINNED:
        _enter_span(address, size)
    else:
        now.moving += size
    now.live_end = address + size


def _enter_gap(start: uword, end: uword) -> None:
    size = end - start
    distance: uword = 0
    if now.gap:
        distance = start - now.gap
    if size == WORD_BYTES:
        store(start, distance | 3)
    else:
        store(start, distance | 1)
        store(start + WORD_BYTES, size)
    now.gap = start


def _gap_below(address: uword) -> uword:
    """The next lower gap, 0 if there is none."""
    distance = load(address) >> 2 << 2
    return address - distance if distance else 0


def _gap_size(address: uword) -> uword:
    if load(address) & 2:
        return WORD_BYTES
    return load(address + WORD_BYTES)


def _enter_span(address: uword, size: uword) -> None:
    """Add a pinned object to the spans. If the table is full the last span grows to take it in."""
    last = now.top - SPAN_BYTES
    if last != now.scratch:
        if load(last + END) == address:
            store(last + END, address + size)
            return
        if now.end - now.top < SPAN_BYTES:
            store(last + END, address + size)
            now.moving = load(last + TARGET)
            return
    _append_span(address, size)


def _append_span(address: uword, size: uword) -> None:
    store(now.top + START, address)
    store(now.top + END, address + size)
    store(now.top + TARGET, now.moving)
    now.top += SPAN_BYTES


def _tolerate_gaps() -> None:
    """Make a span of the high end of the heap if the gaps in it are small."""
    left = (memory.high - memory.low) // TOLERATED_SHARE
    start = memory.ceiling
    open_bytes: uword = 0
    gap = now.gap
    while gap and _gap_size(gap) <= left - open_bytes:
        open_bytes += _gap_size(gap)
        start = gap
        gap = _gap_below(gap)
    if open_bytes == 0 or now.end - now.top < SPAN_BYTES:
        return
    still = memory.ceiling - start - open_bytes
    last = now.top - SPAN_BYTES
    while last != now.scratch and load(last + START) > start:
        still -= load(last + END) - load(last + START)
        last -= SPAN_BYTES
    now.top = last + SPAN_BYTES
    now.moving -= still
    _append_span(start, memory.ceiling - start)


def _plan() -> None:
    """Fill the zones from the top down: settle each one's cut and target."""
    end = _next_ceiling()
    remaining = now.moving
    entry = now.top
    while entry != now.scratch:
        entry -= SPAN_BYTES
        room = end - load(entry + END)
        below: uword = 0
        if entry != now.scratch and remaining > room:
            below = remaining - room
        cut = _find_cut(entry, below)
        store(entry + CUT, cut)
        store(entry + TARGET, end - (remaining - now.moving))
        remaining = now.moving
        end = load(entry + START)


def _next_ceiling() -> uword:
    """The ceiling after this collection: in a stress build everything moves by a word at least."""
    if STRESS and stress.collect_always and memory.ceiling != memory.high:
        return memory.ceiling + WORD_BYTES
    return memory.ceiling


def _find_cut(entry: uword, wanted: uword) -> uword:
    """The lowest address with at least `wanted` unpinned live bytes below it, up to `entry`.

    Sets `now.moving` to the number of these bytes."""
    while load(entry + TARGET) > wanted:
        entry -= SPAN_BYTES
    address = load(entry + END)
    below = load(entry + TARGET)
    while below < wanted:
        word = load(address)
        if word & LIVE:
            size = object_size(word)
            below += size
        else:
            size = _gap_size(address)
        address += size
    now.moving = below
    return address


def _find_still() -> None:
    """Settle from where on up nothing moves: zone by zone, from the top down, unless there is a
    gap in it, other than one that stays open above a span."""
    now.still = memory.ceiling
    if _next_ceiling() != memory.ceiling:
        return
    gap = now.gap
    entry = now.top
    while entry != now.scratch:
        entry -= SPAN_BYTES
        end = load(entry + END)
        if gap >= end and gap:
            now.still = gap + _gap_size(gap)
            if gap != end or load(entry + TARGET) != now.still:
                return
        now.still = load(entry + START)
        while gap >= now.still and gap:
            gap = _gap_below(gap)


# Moving


def _update_references() -> None:
    """Set every reference to where its object will be, and clean the headers.

    The first walk serves the references from roots and from below, the second those from above."""
    now.extent = now.still - memory.bottom
    for index in range(len(root_address)):
        _thread_words(root_address[index], root_words[index])
    _thread_words(memory.low, (address_of(stack.top) - memory.low) // WORD_BYTES)
    _walk_moving(True)
    _walk_still()
    _walk_moving(False)


def _walk_still() -> None:
    """Clean the headers of the objects that stay; thread their references to those that move."""
    address = now.still
    ceiling = memory.ceiling
    while address != ceiling:
        header = load(address)
        if not header & LIVE:
            address += _gap_size(address)
            continue
        header &= PLAIN
        store(address, header)
        if now.extent and object_map[header_class(header)] & ANY_POINTER:
            _thread_fields(address, header)
        address += object_size(header)


def _walk_moving(first: bool) -> None:
    """Resolve the chains of the live objects that may move; thread fields (first) or clean
    headers."""
    now.zone = now.scratch
    now.span = now.scratch
    now.cursor = load(now.scratch + TARGET)
    now.boundary = 0
    address = memory.bottom
    end = now.still
    while address != end:
        if load(address) & (LIVE | 1) == 1:
            address += _gap_size(address)
            continue
        if address >= now.boundary:
            _cross_boundary(address)
        target = address if now.inside else now.cursor
        header = _resolve(address, target)
        size = object_size(header)
        if not now.inside:
            now.cursor = target + size
        if first:
            if object_map[header_class(header)] & ANY_POINTER:
                _thread_fields(address, header)
        else:
            store(address, header & PLAIN)
            if INDEXED:
                note_crossing(target, target + size)
        address += size


def _cross_boundary(address: uword) -> None:
    """Find the zone to fill and whether the object at `address` is in a span, going upward."""
    last = now.top - SPAN_BYTES
    now.boundary = memory.ceiling
    while now.zone != last:
        cut = load(now.zone + SPAN_BYTES + CUT)
        if address < cut:
            now.boundary = cut
            break
        now.zone += SPAN_BYTES
        now.cursor = load(now.zone + TARGET)
    while now.span != last and address >= load(now.span + END):
        now.span += SPAN_BYTES
    start = load(now.span + START)
    end = load(now.span + END)
    now.inside = start <= address and address < end
    if address < start and start < now.boundary:
        now.boundary = start
    if now.inside and end < now.boundary:
        now.boundary = end


def _resolve(address: uword, target: uword) -> uword:
    """Set the fields in an object's chain to `target`; put the header back and return it."""
    word = load(address)
    while not word & LIVE:
        following = load(word)
        store(word, target)
        word = following
    store(address, word)
    return word


def _thread(field: uword) -> None:
    """Enter a field into the chain of the object that it refers to."""
    word = load(field)
    if _on_heap(word):
        store(field, load(word))
        store(word, field)


def _thread_words(start: uword, count: uword) -> None:
    bottom = memory.bottom
    extent = now.extent
    end = start + count * WORD_BYTES
    while start != end:
        word = load(start)
        if word & 1 == 0 and uword(word - bottom) < extent:
            store(start, load(word))
            store(word, start)
        start += WORD_BYTES


def _thread_fields(address: uword, header: uword) -> None:
    entry = object_map[header_class(header)]
    items = address + (entry >> FIXED_SHIFT)
    if entry & EXTRA_POINTER:
        items -= WORD_BYTES
        _thread(address + object_size(header) - WORD_BYTES)
    if entry & ITEM_POINTERS:
        _thread_words(items, (header & PLAIN) >> 8)
    fields = (entry & FIELD_POINTERS) >> 1
    while fields:
        address += WORD_BYTES
        if fields & 1 and _on_heap(load(address)):
            _thread(address)
        fields >>= 1


def _move() -> None:
    """Slide the live objects up, the highest first, and fill what stays open beside spans."""
    memory.filled = 0
    memory.gaps = 0
    now.zone = now.top - SPAN_BYTES
    now.span = now.zone
    now.cursor = _next_ceiling()
    end = memory.ceiling
    gap = now.gap
    while gap:
        start = gap + _gap_size(gap)
        _move_run(start, end)
        end = gap
        gap = _gap_below(gap)
        if _in_span(start):
            fill(end, start)
    _move_run(memory.bottom, end)
    _fill_zones()
    memory.ceiling = _next_ceiling()
    memory.bottom = load(now.scratch + TARGET)


def _in_span(end: uword) -> bool:
    """Whether what ends at `end` belongs to a span, going downward."""
    while end <= load(now.span + START) and now.span != now.scratch:
        now.span -= SPAN_BYTES
    return end <= load(now.span + END)


def _move_run(start: uword, end: uword) -> None:
    """Move the unpinned ones among the live objects in [start, end) to their zones."""
    while end != start:
        while end <= load(now.zone + CUT):
            now.cursor = load(now.zone + START)
            now.zone -= SPAN_BYTES
        if _in_span(end):
            end = _higher(start, load(now.span + START))
            continue
        piece = _higher(start, _higher(load(now.span + END), load(now.zone + CUT)))
        now.cursor -= end - piece
        if now.cursor != piece:
            _slide(now.cursor, piece, end)
        end = piece


def _slide(target: uword, start: uword, end: uword) -> None:
    """Move [start, end) up to `target`, last word first: a chip's `memmove` is by bytes."""
    target += end - start
    while end != start:
        end -= WORD_BYTES
        target -= WORD_BYTES
        store(target, load(end))


def _higher(a: uword, b: uword) -> uword:
    return a if a > b else b


def _fill_zones() -> None:
    entry = now.scratch + SPAN_BYTES
    while entry != now.top:
        fill(load(entry + END), load(entry + TARGET))
        entry += SPAN_BYTES
