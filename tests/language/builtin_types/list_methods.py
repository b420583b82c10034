# quick
# Every list method.
a = [3, 1, 2]
a.append(4); print(a)
a.extend([5, 6]); print(a)
a.extend("ab"); print(a)
a.insert(0, "first"); a.insert(100, "last"); a.insert(-1, "before last"); print(a)
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove("a"); print(a)
print(a.index(2), a.index(5, 2), a.count(1), a.count(9))
a.reverse(); print(a)
b = a.copy()
a.clear()
print(a, b, b is a)
b.remove("before last") if "before last" in b else None
b.sort(); print(b)
b.sort(reverse=True); print(b)
b.sort(key=lambda x: x % 3); print(b)
def attempt(f):
    try:
        print(f())
    except (IndexError, ValueError, TypeError) as e:
        print(type(e).__name__, e)
attempt(lambda: [].pop())
attempt(lambda: [1].pop(5))
attempt(lambda: [1].remove(2))
attempt(lambda: [1].index(2))
attempt(lambda: [1].insert("a", 1))
attempt(lambda: [1].extend(5))
attempt(lambda: [1].append())
attempt(lambda: [1].append(1, 2))
attempt(lambda: [1, 2].index(1, 1))
x = []
x.append(x)
print(x, len(x), x[0] is x)
