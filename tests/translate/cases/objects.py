"""Objects: fields, construction, inheritance, virtual methods, narrowing, tails, constants."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from anthill.typed import (
    NULL,
    WORD_BYTES,
    Array,
    ClassTable,
    Collected,
    Header,
    Object,
    Static,
    Tail,
    Value,
    address_of,
    alloc,
    array_of,
    as_a,
    class_id,
    class_number,
    constant,
    f64,
    i8,
    is_small,
    same,
    small,
    small_int,
    u8,
    u16,
    u64,
    uword,
    value_at,
)
from tests.translate.cases import cases


class Shape(Object):
    """A base class with a virtual method."""

    x: int
    y: int = 2
    CORNERS: ClassVar[int] = 0

    def area(self) -> int:
        return self.x * self.y

    def twice(self) -> int:
        return self.area() * 2

    @property
    def width(self) -> int:
        return self.x

    @staticmethod
    def unit() -> int:
        return 1


class Square(Shape):
    def area(self) -> int:
        return self.x * self.x


class Ring(Shape):
    hole: u8 = 3
    depth: f64 = 0.5

    def area(self) -> int:
        return super().area() - self.hole + int(self.depth * 4)


class Node(Object):
    value: Value
    next: Node | None


class Counter(Object):
    """A class with a constructor of its own."""

    count: u16
    wide: u64
    owner: Shape | None

    def __init__(self, start: int, owner: Shape | None = None) -> None:
        self.count = u16(start)
        self.owner = owner
        self.wide = u64(start) << 40

    def step(self) -> int:
        self.count += 1
        return self.count


class Special(Counter):
    extra: int

    def __init__(self, start: int) -> None:
        super().__init__(start + 1)
        self.extra = 7


class Text(Object):
    length_hint: u8
    text: Tail[u8]


class Tagged(Object):
    """Fields inside the header."""

    tag: u8
    weight: int
    code: Header[u16] = 9


class Heavy(Tagged):
    extra: u8


class Row(Object):
    cells: Tail[Value]


def plain_text(content: str) -> Text:
    """A constant text."""
    result = alloc(Text, len(content))
    result.length_hint = len(content)
    result.text.storage[:] = content.encode()
    return result


text = constant(plain_text)
UNIT = Square(1)
BIG = Ring(10, 20, hole=9)
SHAPES: Array[Shape] = Array(Shape, 3)
SHAPES.storage[:] = [UNIT, BIG, Shape(3, 4)]
TAGGED = Heavy(200, -5, 40000, 7)
CHAIN = Node(UNIT, Node(None, None))  # type: ignore[arg-type]
SCORES = (3, 1, 4, 1, 5, -9)
NAMES = (plain_text("one"), plain_text("three"))
LONG_TEXTS = Collected(Text, lambda item: len(item.text) > 3, lambda item: bytes(item.text), 2)


def kind_of_shape(shape: Shape) -> int:
    return 1


def kind_of_square(shape: Shape) -> int:
    return 2 + shape.x


KINDS: ClassTable[Callable[[Shape], int]] = ClassTable(kind_of_shape)
KINDS.set(Square, kind_of_square)
WEIGHTS: ClassTable[int] = ClassTable(5)
WEIGHTS.set(Ring, 300)
ACTIONS: Array[Callable[[int, int], int]] = Array(Callable[[int, int], int], 2)


def plus(a: int, b: int) -> int:
    return a + b


def minus(a: int, b: int) -> int:
    return a - b


ACTIONS.storage[:] = [plus, minus]


class Stored(Static):
    """Variables in RAM."""

    shape: Shape = UNIT
    value: Value = NULL
    total: i8 = 0
    action: Callable[[int, int], int] | None = None

    def add(self, n: int) -> None:
        self.total += i8(n)


stored = Stored()
stored.value = BIG


@cases(1, 5)
def fields(n: int) -> int:
    ring = Ring(n, n + 1, 200)
    ring.x += ring.hole
    ring.y -= 1
    return ring.x * 1000 + ring.y * 10 + int(ring.depth * 2)


@cases(1, 255)
def fields_in_headers(n: int) -> int:
    made = Tagged(u8(n), n + 1)
    made.code += n
    made.tag = u8(made.tag + 1)
    total = made.code * 1000 + made.tag + made.weight
    total += TAGGED.tag + TAGGED.code * 3 + TAGGED.weight + TAGGED.extra
    return total * 10 + (class_id(made) == class_number(Tagged)) + isinstance(TAGGED, Heavy)


@cases(0, 1, 2)
def virtual(n: int) -> int:
    shape: Shape = Ring(5)
    if n == 1:
        shape = Square(5, 7)
    elif n == 2:
        shape = Shape(5, 7)
    return shape.area() * 1000 + shape.twice() + shape.width + shape.unit() + Shape.CORNERS


@cases()
def constants() -> int:
    total = 0
    for shape in SHAPES:
        total = total * 100 + shape.area()
    head = CHAIN.next
    assert head is not None
    return total + (head.value is NULL) + BIG.hole + UNIT.area()


@cases(*range(6))
def tables(n: int) -> int:
    return SCORES[n] * 10 + len(SCORES) + NAMES[n % 2].text[0]


@cases(0, 1)
def texts(n: int) -> int:
    own = text("hello") if n == 0 else text("hi")
    total = 0
    for place, char in enumerate(own.text):
        total += place * char
    return total * 10 + len(own.text) + len(own.text)


@cases(1, 2, 3, 4, 5)
def isinstance_of_values(n: int) -> int:
    value: Value = NULL
    if n == 1:
        value = small(-4)
    elif n == 2:
        value = Square(6)
    elif n == 3:
        value = Ring(6)
    elif n == 4:
        value = CHAIN
    if isinstance(value, Square | Ring):
        return value.x
    if isinstance(value, Shape):
        return -1
    if not isinstance(value, Node):
        return small_int(value) if value is not NULL and is_small(value) else -2
    return 50 + (value.next is None)


@cases(0, 1)
def narrowing(n: int) -> int:
    node: Node | None = Node(Ring(4), None) if n else None
    total = 0
    while node is not None:
        if isinstance(node.value, Ring) and node.value.hole == 3:
            total += node.value.hole
        node = node.next
    return total


@cases(3)
def linked(n: int) -> int:
    head: Node | None = None
    for i in range(n):
        head = Node(small(i), head)
    total = 0
    while head is not None:
        total = total * 10 + small_int(head.value)
        head = head.next
    return total


@cases(0, 65534, 65535)
def constructors(n: int) -> int:
    counter = Counter(n, UNIT)
    counter.step()
    special = Special(n & 0xFF)
    owner = counter.owner
    assert owner is not None
    return int(counter.wide >> 38) + special.step() * 10 + special.extra + owner.x


@cases(0, 1, 4)
def arrays(n: int) -> int:
    values = array_of(Value, n)
    numbers = array_of(int, n)
    bytes_ = array_of(u8, n)
    shapes = array_of(Shape, n)
    total = len(values) + 10 * len(bytes_)
    for i in range(n):
        total += (values[i] is NULL) + numbers[i] + bytes_[i]
        values[i] = small(i)
        numbers[i] = -i
        bytes_[i] = u8(250 + i)
        shapes[i] = Square(i)
    for i in range(n):
        total += small_int(values[i]) * 2 + numbers[i] + bytes_[i] + shapes[i].area()
    return total


@cases(0, 1, 5)
def tails(n: int) -> int:
    row = alloc(Row, n)
    for i in range(len(row.cells)):
        row.cells[i] = small(i * i)
    total = len(row.cells) * 1000
    for cell in row.cells:
        total += small_int(cell)
    return total


@cases(0, 1)
def class_tables(n: int) -> int:
    shape: Shape = Square(7) if n else Ring(7)
    return KINDS[shape](shape) * 1000 + WEIGHTS[shape]


@cases(0, 1)
def function_values(n: int) -> int:
    chosen = ACTIONS[n]
    stored.action = plus
    action = stored.action
    other: Callable[[int, int], int] = minus if n else plus
    return chosen(7, 5) * 100 + (action(1, 2) if action is not None else 0) + other(9, 1)


@cases()
def statics() -> int:
    stored.add(100)
    stored.add(27)
    value = stored.value
    before = stored.total
    stored.total = 0
    stored.shape = Square(3)
    area = stored.shape.area()
    stored.shape = UNIT
    return before * 100 + area + as_a(Ring, value).hole


@cases()
def identity() -> int:
    a: Value = UNIT
    b: Value = small(3)
    return (
        same(a, UNIT)
        + same(b, small(3)) * 2
        + same(a, b) * 4
        + (a is UNIT) * 8
        + (a is not BIG) * 16
    )


@cases()
def class_ids() -> bool:
    return class_id(UNIT) == class_number(Square) and class_id(BIG) != class_number(Square)


@cases()
def collected() -> bool:
    if len(LONG_TEXTS) == 0:
        return True  # on CPython
    place = address_of(LONG_TEXTS) + uword(LONG_TEXTS[0]) * WORD_BYTES
    first = as_a(Text, value_at(place))
    last = len(LONG_TEXTS) - 1
    return len(first.text) > 3 and LONG_TEXTS[last] > LONG_TEXTS[0]


@cases(1, 2)
def fallback(n: int) -> int:
    node = CHAIN.next if n == 1 else None
    found = node or CHAIN
    return found.next is None
