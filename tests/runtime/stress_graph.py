"""Typed Python that is compiled and run natively: a random object graph checked against a model.

The model is plain numbers outside the heap: for every serial number of a living node those of the
nodes it refers to. Nodes are also held only by C locals, across calls that allocate.
"""

from __future__ import annotations

from anthill.runtime import allocation, errors, finalise, heap, identity
from anthill.runtime.collector import collect
from anthill.runtime.stack import reserve
from anthill.runtime.weak import WeakArray, weak_array
from anthill.typed import (
    NULL,
    Array,
    Object,
    Ptr,
    Static,
    Tail,
    Value,
    address_of,
    alloc,
    array_of,
    as_a,
    export,
    items_of,
    noinline,
    pointer,
    small,
    small_int,
    static_array,
    u8,
    u32,
    uword,
)

SERIALS: int = 1 << 16
ROOTS: int = 48
CHILDREN: int = 3


class Node(Object):
    """A node with some data of its own length."""

    serial: int
    first: Node | None
    others: Array[Value] | None
    number: int
    data: Tail[u8]


class Roots(Static):
    """Variables of the program. `held` points into the data of the node `held_serial`."""

    held: Ptr[u8]
    held_serial: int = 0
    nodes: Array[Value] | None = None
    weak: WeakArray | None = None
    seed: u32 = 1
    serial: int = 0
    mark: int = 0
    seen: int = 0
    finalised: int = 0
    failures: int = 0

    def __init__(self) -> None:
        self.held = pointer(u8, 0)


roots = Roots()
model = static_array(int, SERIALS * CHILDREN)
seen = static_array(int, SERIALS)
identities = static_array(int, SERIALS)
root_serials = static_array(int, ROOTS)


def random(limit: int) -> int:
    """The next pseudo-random number below a limit (xorshift)."""
    word = roots.seed
    word ^= u32(word << 13)
    word ^= word >> 17
    word ^= u32(word << 5)
    roots.seed = word
    return int(word % u32(limit))


@noinline
def new_node(first: Node | None) -> Node:
    """A node in an order of allocations that leaves parts to C locals and registers only."""
    others = array_of(Value, CHILDREN - 1)
    length = random(20)
    node = alloc(Node, length)
    roots.serial += 1
    node.serial = roots.serial
    node.number = length * 7 + node.serial
    for index in range(length):
        node.data[index] = u8(node.serial + index)
    if length > 9:
        roots.held = items_of(node.data)
        roots.held_serial = node.serial
    node.first = first
    node.others = others
    base = node.serial * CHILDREN
    model[base] = first.serial if first is not None else 0
    for index in range(1, CHILDREN):
        others[index - 1] = small(node.serial)
        model[base + index] = 0
    identities[node.serial] = 0
    return node


@noinline
def chain(depth: int, node: Node) -> Node:
    """Recursion with a node held by every level of the C stack."""
    if depth == 0:
        return node
    own = new_node(node)
    deeper = chain(depth - 1, own)
    assert own.first is node
    assert own.number == len(own.data) * 7 + own.serial
    return deeper


def wrong(node: Node) -> bool:
    """Whether a node's data is not what it was made with."""
    if node.number != len(node.data) * 7 + node.serial:
        return True
    for index in range(len(node.data)):
        if node.data[index] != u8(node.serial + index):
            return True
    if identities[node.serial] != 0:
        return identity.object_id(node) != identities[node.serial]
    return False


def check_node(node: Node, depth: int) -> int:
    """Number of errors found from this node on."""
    if seen[node.serial] == roots.mark or depth > 500:
        return 0
    seen[node.serial] = roots.mark
    roots.seen += 1
    errors_found = 1 if wrong(node) else 0
    base = node.serial * CHILDREN
    first = node.first
    if first is None:
        errors_found += 1 if model[base] != 0 else 0
    else:
        if first.serial != model[base]:
            return errors_found + 1
        errors_found += check_node(first, depth + 1)
    others = node.others
    if others is None:
        return errors_found + 1
    for index in range(1, CHILDREN):
        child = others[index - 1]
        if isinstance(child, Node):
            if child.serial != model[base + index]:
                return errors_found + 1
            errors_found += check_node(child, depth + 1)
        elif small_int(child) != node.serial or model[base + index] != 0:
            return errors_found + 1
    return errors_found


def root_nodes() -> Array[Value]:
    """The array of the graph's roots."""
    nodes = roots.nodes
    if nodes is None:
        nodes = array_of(Value, ROOTS)
        roots.nodes = nodes
    return nodes


def check() -> int:
    """Number of errors in the whole graph."""
    roots.mark += 1
    roots.seen = 0
    nodes = root_nodes()
    errors_found = 0
    for index in range(10 if roots.held_serial != 0 else 0):
        errors_found += 1 if roots.held[index] != u8(roots.held_serial + index) else 0
    for index in range(ROOTS):
        node = nodes[index]
        if node is NULL:
            errors_found += 1 if root_serials[index] != 0 else 0
        elif as_a(Node, node).serial != root_serials[index]:
            errors_found += 1
        else:
            errors_found += check_node(as_a(Node, node), 0)
    return errors_found


def set_root(index: int, node: Node) -> None:
    root_nodes()[index] = node
    root_serials[index] = node.serial


def clear_root(index: int) -> None:
    root_nodes()[index] = NULL
    root_serials[index] = 0


def let_go() -> None:
    roots.held = pointer(u8, 0)
    roots.held_serial = 0


def step() -> int:
    """One random change; returns the number of errors seen."""
    nodes = root_nodes()
    index = random(ROOTS)
    other = random(ROOTS)
    action = random(16)
    node = nodes[index]
    if node is NULL or action < 6:
        first: Node | None = None
        if nodes[other] is not NULL:
            first = as_a(Node, nodes[other])
        set_root(index, new_node(first))
    elif action < 9:
        clear_root(index)
    elif action < 11 and nodes[other] is not NULL:
        owner = as_a(Node, node)
        link = 1 + random(CHILDREN - 1)
        child = as_a(Node, nodes[other])
        assert owner.others is not None
        owner.others[link - 1] = child
        model[owner.serial * CHILDREN + link] = child.serial
    elif action == 11:
        set_root(other, chain(random(12), as_a(Node, node)))
    elif action == 12:
        held = as_a(Node, node)
        if identities[held.serial] == 0:
            number = identity.object_id(held)
            identities[held.serial] = number
            return 0 if identity.object_id(held) == number else 1
    elif action == 13:
        weak = roots.weak
        assert weak is not None
        place = random(len(weak.items))
        weak.items[place] = node
    elif action == 14:
        finalise.add_finaliser(new_node(None))
    else:
        return check_scratch(random(60))
    return 0


def check_scratch(words: int) -> int:
    """Use the frame stack, and an array that only a local refers to."""
    reserve(words)
    frame = heap.stack.top
    for index in range(words):
        frame[index] = NULL
    heap.stack.top = frame + words
    for index in range(words):
        frame[index] = new_node(None)
    errors_found = 0
    for index in range(words):
        if wrong(as_a(Node, frame[index])):
            errors_found += 1
    heap.stack.top = frame
    return errors_found


def drain() -> int:
    """Take the dead with finalisers; returns the number of those in disorder."""
    errors_found = 0
    dead = finalise.take_pending()
    while dead is not NULL:
        roots.finalised += 1
        if wrong(as_a(Node, dead)):
            errors_found += 1
        dead = finalise.take_pending()
    return errors_found


def check_weak() -> int:
    """Weak items are NULL, dead or nodes."""
    weak = roots.weak
    assert weak is not None
    errors_found = 0
    for index in range(len(weak.items)):
        item = weak.items[index]
        if isinstance(item, Node) and wrong(item):
            errors_found += 1
    return errors_found


def careful_step() -> int:
    """A step that may run out of memory."""
    try:
        return step()
    except errors.PyError:
        roots.failures += 1
        heap.stack.top = heap.stack.low
        let_go()
        for index in range(ROOTS):
            clear_root(index)
        return 0


@noinline
def run(steps: int, seed: int, often: int) -> int:
    """Run random steps, checking the graph after every `often`; returns the errors."""
    roots.seed = u32(seed)
    errors_found = 0
    roots.weak = weak_array(10)
    fixed = allocation.fixed_array(40)
    place = address_of(fixed)
    for number in range(steps):
        if roots.serial > SERIALS - 100:
            break
        errors_found += careful_step()
        if number % often == 0:
            errors_found += check() + drain() + check_weak()
            if number % (8 * often) == 0:
                collect()
                errors_found += check()
    errors_found += 0 if address_of(fixed) == place else 1
    allocation.release_array(fixed)
    for index in range(ROOTS):
        clear_root(index)
    let_go()
    collect()
    return errors_found + drain()


@export("figure")
def figure(number: int) -> int:
    """What a run has done: nodes made, finalisers taken, failed allocations, bytes left in use."""
    if number == 0:
        return roots.serial
    if number == 1:
        return roots.finalised
    if number == 2:
        return roots.failures
    return heap.mem_alloc()


@export("stress_graph")
def stress_graph(
    low: uword, size: int, heap_size: int, base: uword, steps: int, seed: int, always: bool
) -> int:
    """Entry: the memory block, the part of it to begin with, the C stack's base."""
    errors.preset.memory_error = small(1)
    errors.preset.recursion_error = small(2)
    heap.start(low, low + uword(size), base, low + uword(heap_size))
    heap.stress.collect_always = always
    return run(steps, seed, 16)
