# boards: virtual
"""Copies of deques, dicts with defaults and ordered dicts, of their subclasses too."""
import copy
from collections import OrderedDict, defaultdict, deque

groups = defaultdict(list)
groups["a"].append(1)
for made in (copy.copy(groups), copy.deepcopy(groups)):
    print(made, made["a"] is groups["a"])
queue = deque([1, [2]], 5)
for made in (copy.copy(queue), copy.deepcopy(queue)):
    print(made, made.maxlen, made[1] is queue[1])


class Queue(deque):
    pass


class Order(OrderedDict):
    pass


named = Queue([1, 2], 3)
named.label = ["x"]
made = copy.deepcopy(named)
print(type(made).__name__, list(made), made.maxlen, made.label, made.label is named.label)
print(type(named.copy()).__name__, type(Order(a=1).copy()).__name__)
print(type(Order.fromkeys("ab", value=1)).__name__)
ordered = OrderedDict(a=1, b=[2])
made = copy.deepcopy(ordered)
print(made, made["b"] is ordered["b"], type(Order(a=1) | {"b": 2}).__name__)
print(ordered.pop("missing", default=3), ordered.setdefault(key="c", default=4), ordered)
