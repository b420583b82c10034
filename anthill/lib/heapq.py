"""Heaps in lists: `heap[k] <= heap[2*k+1]` and `heap[k] <= heap[2*k+2]`."""


def heappush(heap, item):
    """Add an item."""
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap):
    """Remove the smallest item."""
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    result = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return result


def heapreplace(heap, item):
    """Remove the smallest item, then add one."""
    result = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return result


def heappushpop(heap, item):
    """Add an item, then remove the smallest."""
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(x):
    """Make a list a heap."""
    for place in range(len(x) // 2 - 1, -1, -1):
        _sink(x, place)


def _rise(heap, start, place):
    """Move the item at a place up, not above `start`."""
    item = heap[place]
    while place > start:
        above = (place - 1) // 2
        parent = heap[above]
        if not item < parent:
            break
        heap[place] = parent
        place = above
    heap[place] = item


def _sink(heap, place):
    """Move the item at a place down: first to a leaf, as most items belong there, then up."""
    end = len(heap)
    start = place
    item = heap[place]
    child = 2 * place + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[place] = heap[child]
        place = child
        child = 2 * place + 1
    heap[place] = item
    _rise(heap, start, place)


class _Reversed:
    """A value in the reverse order."""

    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return other.value < self.value

    def __eq__(self, other):
        return self.value == other.value


def merge(*iterables, key=None, reverse=False):
    """The items of sorted iterables, sorted."""
    heap = []
    for order, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for value in iterator:
            heap.append(_entry(value, order, iterator, key, reverse))
            break
    heapify(heap)
    while heap:
        _, order, value, iterator = heap[0]
        yield value
        for value in iterator:
            heapreplace(heap, _entry(value, order, iterator, key, reverse))
            break
        else:
            heappop(heap)


def _entry(value, order, iterator, key, reverse):
    rank = value if key is None else key(value)
    return _Reversed(rank) if reverse else rank, order, value, iterator


def nsmallest(n, iterable, key=None):
    """The `n` smallest items, sorted."""
    if n <= 0:
        return []
    heap = []
    for order, value in enumerate(iterable):
        entry = _Reversed((value if key is None else key(value), order)), value
        if len(heap) < n:
            heappush(heap, entry)
        elif heap[0][0] < entry[0]:
            heapreplace(heap, entry)
    heap.sort(key=lambda entry: entry[0].value)
    return [value for _, value in heap]


def nlargest(n, iterable, key=None):
    """The `n` largest items, sorted from the largest."""
    if n <= 0:
        return []
    heap = []
    for order, value in enumerate(iterable):
        entry = (value if key is None else key(value), -order), value
        if len(heap) < n:
            heappush(heap, entry)
        elif heap[0][0] < entry[0]:
            heapreplace(heap, entry)
    heap.sort(key=lambda entry: entry[0], reverse=True)
    return [value for _, value in heap]
