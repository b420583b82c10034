"""The collector, run in simulated memory: what is reachable survives, the rest is freed."""

from __future__ import annotations

import random

import pytest

from anthill.runtime import allocation, collector, finalise, heap, identity, weak
from anthill.runtime.errors import PyError
from anthill.typed.layout import WORD_BYTES, make_header
from anthill.typed.memory import address_of
from tests.runtime.machine import (
    BYTES,
    C_STACK,
    C_STACK_WORDS,
    HELD,
    PAIR,
    VALUES,
    WEAK,
    Graph,
    Machine,
    Node,
    machine,
)


def collect() -> None:
    collector.collect_from(C_STACK)


def hold(index: int, word: int) -> None:
    """Put a word onto the C stack, as a conservative root."""
    heap.store(C_STACK + index * WORD_BYTES, word)


def object_words(address: int) -> int:
    return heap.object_size(heap.load(address)) // WORD_BYTES


def test_garbage_is_freed_and_the_rest_slides_to_the_ceiling() -> None:
    with machine(400) as m:
        keep = []
        for index in range(10):
            address = m.make(VALUES, 3)
            heap.store(address + WORD_BYTES, 2 * index + 1)
            if index % 2:
                keep.append(address)
        for index, address in enumerate(keep):
            m.set_static(4 + index, address)
        collect()
        m.check()
        assert heap.memory.ceiling - heap.memory.bottom == 5 * 4 * WORD_BYTES
        for index in range(5):
            assert heap.load(m.static(4 + index) + WORD_BYTES) == 2 * (2 * index + 1) + 1


def test_cycles_die() -> None:
    with machine(100) as m:
        a, b = m.make(PAIR), m.make(PAIR)
        heap.store(a + WORD_BYTES, b)
        heap.store(b + WORD_BYTES, a)
        heap.store(b + 2 * WORD_BYTES, b)
        m.push(a)
        collect()
        assert heap.memory.ceiling - heap.memory.bottom == 6 * WORD_BYTES
        heap.stack.top -= 1
        collect()
        assert heap.memory.bottom == heap.memory.ceiling


@pytest.mark.parametrize("offset", [0, 1, WORD_BYTES, 2 * WORD_BYTES - 1])
def test_a_conservative_pointer_pins_what_it_points_into(offset: int) -> None:
    with machine(100) as m:
        m.make(BYTES, 40)
        pinned = m.make(VALUES, 1)
        moved = m.make(VALUES, 1)
        heap.store(pinned + WORD_BYTES, moved)
        hold(3, pinned + offset)
        collect()
        m.check()
        assert heap.load(pinned) == heap.load(heap.load(pinned + WORD_BYTES))
        assert heap.load(pinned + WORD_BYTES) > pinned, "the unpinned object moved past it"


def test_a_pointer_in_a_static_variable_pins_what_it_points_into() -> None:
    with machine(100) as m:
        m.make(BYTES, 40)
        code = m.make(BYTES, 10)
        heap.store(HELD, code + WORD_BYTES + 3)
        collect()
        m.check()
        assert heap.load(code) == make_header(BYTES, 10)


def test_free_memory_stays_in_one_piece_beside_a_pinned_object() -> None:
    with machine(1000) as m:
        for _ in range(50):
            m.make(BYTES, 8 * WORD_BYTES)
        pinned = m.make(BYTES, WORD_BYTES)
        hold(0, pinned)
        live = [m.make(BYTES, 3 * WORD_BYTES) for _ in range(8)]
        for index, address in enumerate(live):
            m.set_static(4 + index, address)
        collect()
        m.check()
        assert heap.memory.bottom == pinned
        hold(0, 0)
        collect()
        assert heap.memory.filled == 0
        assert heap.memory.ceiling - heap.memory.bottom == 8 * 4 * WORD_BYTES


def test_a_fixed_object_never_moves_and_keeps_what_it_refers_to() -> None:
    with machine(200) as m:
        m.make(BYTES, 99)
        anchored = m.make(VALUES, 1)
        heap.store(anchored + WORD_BYTES, m.make(PAIR))
        allocation._replace_fixed(0, anchored)
        collect()
        m.check()
        assert heap.load(heap.load(anchored + WORD_BYTES)) == make_header(PAIR, 0)
        allocation._replace_fixed(anchored, 0)
        collect()
        assert heap.memory.bottom == heap.memory.ceiling


def test_more_pins_than_the_working_space_holds() -> None:
    with machine(160) as m:
        heap.memory.reserve = heap.memory.cushion = 0
        heap.set_limit()
        pinned = []
        while heap.memory.bottom - heap.memory.low > 6 * WORD_BYTES:
            pinned.append(m.make(PAIR))
        for index, address in enumerate(pinned[:C_STACK_WORDS]):
            if index % 2:
                hold(index, address)
        collect()
        m.check()
        for address in pinned[1:C_STACK_WORDS:2]:
            assert heap.load(address) == make_header(PAIR, 0)


@pytest.mark.parametrize("number", [1, 2, 5])
def test_a_chosen_allocation_fails(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allocation, "STRESS", True)
    with machine(200) as m:
        heap.stress.fail_at = number
        for _ in range(number - 1):
            m.make(PAIR)
        with pytest.raises(PyError):
            m.make(PAIR)
        m.make(PAIR)


def test_memory_above_an_object_that_cannot_move_is_used() -> None:
    with machine(400) as m:
        while heap.room() >= 6 * WORD_BYTES:
            youngest = m.make(VALUES, 5)
        hold(0, youngest)
        free = heap.mem_free()
        addresses = [m.make(VALUES, 5) for _ in range(20)]
        assert all(address > youngest for address in addresses)
        assert heap.mem_alloc() == 21 * 6 * WORD_BYTES
        assert heap.mem_free() > free
        m.check()
        hold(0, 0)
        collect()
        assert heap.memory.filled == 0
        assert heap.memory.bottom == heap.memory.ceiling


def test_weak_items_die_and_move() -> None:
    with machine(200) as m:
        m.make(BYTES, 5)
        alive, dead = m.make(PAIR), m.make(PAIR)
        table = m.make(WEAK, 4)
        for index, word in enumerate([alive, dead, 7, 0]):
            heap.store(table + weak.WEAK_ITEMS + index * WORD_BYTES, word)
        m.set_static(4, table)
        m.set_static(5, alive)
        collect()
        items = m.static(4) + weak.WEAK_ITEMS
        words = [heap.load(items + index * WORD_BYTES) for index in range(4)]
        assert words == [m.static(5), 1, 7, 0]
        assert m.static(5) != alive


def test_an_object_with_a_finaliser_lives_until_it_was_taken() -> None:
    with machine(200) as m:
        items = m.watch(3)
        m.make(BYTES, 5)
        child, first, second = m.make(PAIR), m.make(PAIR), m.make(PAIR)
        heap.store(second + WORD_BYTES, child)
        heap.store(items, first)
        heap.store(items + WORD_BYTES, second)
        finalise.watch.count = 2
        m.set_static(5, first)
        collect()
        assert finalise.watch.pending == 1
        items = m.static(0) + weak.WEAK_ITEMS
        taken = heap.load(items)
        assert heap.load(items + WORD_BYTES) == m.static(5) != first
        assert heap.is_on_heap(heap.load(taken + WORD_BYTES))
        m.set_static(5, 0)
        collect()
        assert finalise.watch.pending == 2
        finalise.watch.pending = finalise.watch.count = 0
        collect()
        assert heap.memory.ceiling - heap.memory.bottom == object_words(m.static(0)) * WORD_BYTES


def test_identities_follow_their_objects() -> None:
    with machine(200) as m:
        m.identify(12)
        objects = [m.make(PAIR) for _ in range(6)]
        for place, address in enumerate(objects):
            identity._insert(place, address, 4 * place + 3)
        identity.identities.count = 6
        m.set_static(4, objects[1])
        m.set_static(5, objects[4])
        hold(0, objects[3])
        m.set_static(6, m.make(PAIR))
        collect()
        m.check()
        table = m.static(1) + weak.WEAK_ITEMS
        count = identity.identities.count
        pairs = [
            (heap.load(table + 2 * i * WORD_BYTES), heap.load(table + (2 * i + 1) * WORD_BYTES))
            for i in range(count)
        ]
        expected = {(m.static(4), 4 + 3), (objects[3], 3 * 4 + 3), (m.static(5), 4 * 4 + 3)}
        assert set(pairs) == expected
        assert pairs == sorted(pairs, reverse=True)


def test_running_out_of_memory_leaves_the_reserve_for_the_handler() -> None:
    with machine(200) as m:
        previous = 0
        with pytest.raises(PyError) as caught:
            while True:
                previous = m.make(PAIR)
                heap.store(previous + WORD_BYTES, m.static(4))
                m.set_static(4, previous)
        assert str(caught.value.value) == "no memory"
        assert heap.memory.reserve == 0
        m.set_static(5, m.make(BYTES, heap.RESERVE_BYTES - 2 * WORD_BYTES))
        with pytest.raises(PyError):
            m.make(BYTES, 10 * WORD_BYTES)
        m.set_static(4, 0)
        collect()
        assert heap.memory.reserve == heap.RESERVE_BYTES
        m.check()


def test_huge_requests_fail() -> None:
    with machine(100) as m, pytest.raises(PyError):
        m.make(BYTES, (1 << (8 * WORD_BYTES - 11)) - 1)


def random_graph(m: Machine, seed: int, steps: int, collect_every: int) -> None:
    """Random allocations, stores, drops, pins and collections, compared with the model."""
    rng = random.Random(seed)
    graph = Graph(m, seed)
    statics: list[Node | int] = [0] * 12
    frames: list[Node | int] = []
    held: dict[int, Node] = {}

    def roots() -> list[tuple[Node | int, int]]:
        low = heap.memory.low
        pairs = [(node, m.static(4 + index)) for index, node in enumerate(statics)]
        pairs += [(node, heap.load(low + i * WORD_BYTES)) for i, node in enumerate(frames)]
        return pairs

    def store_somewhere(found: dict[Node, int], node: Node | int, word: int) -> None:
        owners = [owner for owner in found if owner.references]
        choice = rng.random()
        if owners and choice < 0.7:
            owner = rng.choice(owners)
            index = rng.randrange(len(owner.references))
            owner.references[index] = node
            heap.store(found[owner] + graph.reference_places(owner)[index], word)
        elif choice < 0.85 or len(frames) > 20:
            index = rng.randrange(12)
            statics[index] = node
            m.set_static(4 + index, word)
        elif m.push(word):
            frames.append(node)

    for step in range(steps):
        found = graph.compare(roots())
        for index, node in held.items():
            pinned = found.get(node)
            assert pinned is None or pinned <= heap.load(C_STACK + index * WORD_BYTES)
        choice = rng.random()
        if choice < 0.6:
            try:
                node, address = graph.new_node(m.make)
            except PyError:
                statics = [0] * 12
                for index in range(12):
                    m.set_static(4 + index, 0)
                continue
            found = graph.compare(roots())
            store_somewhere(found, node, address)
        elif choice < 0.8 and found:
            node = rng.choice(list(found))
            store_somewhere(found, node, found[node])
        elif choice < 0.9:
            store_somewhere(found, *rng.choice([(0, 0), (9, 9)]))
        elif choice < 0.95 and frames:
            heap.stack.top -= 1
            frames.pop()
        else:
            index = rng.randrange(C_STACK_WORDS)
            held.pop(index, None)
            hold(index, rng.randrange(1 << 32))
            if found and rng.random() < 0.8:
                node = rng.choice(list(found))
                hold(index, found[node] + rng.randrange(object_words(found[node])))
                held[index] = node
            elif rng.random() < 0.5:
                for other in range(C_STACK_WORDS):
                    hold(other, 0)
                held.clear()
        if step % collect_every == 0:
            before = graph.compare(roots())
            collect()
            m.check()
            after = graph.compare(roots())
            assert before.keys() == after.keys()
            for node in held.values():
                if node in after:
                    assert after[node] == before[node], "a pinned object moved"


@pytest.mark.parametrize("seed", range(12))
def test_random_graphs(seed: int) -> None:
    with machine(900) as m:
        random_graph(m, seed, 400, 5)


@pytest.mark.parametrize("seed", range(6))
def test_random_graphs_in_a_tiny_heap(seed: int) -> None:
    """The mark stack overflows and the table of spans is full."""
    with machine(160) as m:
        heap.memory.reserve = heap.memory.cushion = 0
        heap.set_limit()
        random_graph(m, seed, 400, 3)


@pytest.mark.parametrize("share", [8, 80])
@pytest.mark.parametrize("words", [160, 900])
def test_small_gaps_stay_open(words: int, share: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collector, "TOLERATED_SHARE", share)
    with machine(words) as m:
        m.set_static(4, m.make(PAIR))
        m.make(PAIR)
        youngest = m.make(PAIR)
        m.set_static(5, youngest)
        collect()
        m.check()
        open_bytes = 3 * WORD_BYTES if words // share >= 3 else 0
        assert heap.memory.filled == open_bytes
        assert m.static(5) == youngest + 3 * WORD_BYTES - open_bytes
        m.set_static(4, 0)
        m.set_static(5, 0)
        random_graph(m, share, 400, 3)


def test_the_ceiling_rises_in_a_stress_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collector, "STRESS", True)
    monkeypatch.setattr(allocation, "STRESS", True)
    monkeypatch.setattr(heap.stress, "collect_always", True)
    with machine(300, 300) as m:
        address = m.make(PAIR)
        m.set_static(4, address)
        collect()
        assert m.static(4) == address + WORD_BYTES
        m.set_static(4, 0)
        random_graph(m, 1, 300, 2)


def test_words_above_the_running_frame_are_cleared() -> None:
    with machine(100) as m:
        address = m.make(PAIR)
        assert m.push(address)
        assert m.push(address)
        heap.stack.top -= 1
        heap.stack.widest = 1
        heap.release_claim()
        collect()
        heap.stack.top += 1
        words = [heap.load(heap.memory.low + index * WORD_BYTES) for index in range(2)]
        assert words == [heap.memory.bottom, 0]
        collect()
        m.check()


def test_frames_and_heap_share_the_memory() -> None:
    with machine(100) as m:
        assert address_of(heap.stack.top) == heap.memory.low
        for _ in range(60):
            assert m.push(1)
        with pytest.raises(PyError):
            m.make(BYTES, 40 * WORD_BYTES)
