# Lists that change while they are sorted.
class Pops:
    def __lt__(self, other):
        if items: items.pop()
        else: items.append(3)
        return False
for first in (0, 1):
    items = [Pops() for i in range(20)]
    try:
        items.sort()
        print("sorted")
    except ValueError as e:
        print(e, len(items))
items = [1, 2, 3]
def key(x):
    seen.append(len(items))
    return -x
seen = []; items.sort(key=key); print(items, seen)
print(list(slice(1, 10, 3).indices(5)))
try:
    slice(1).indices(-1)
except ValueError as e:
    print(e)
