# A class derived from list is a list, with attributes and methods of its own.


class Stack(list):
    def __init__(self, *items):
        super().__init__(items)
        self.pushed = len(items)

    def push(self, item):
        self.append(item)
        self.pushed += 1


s = Stack(3, 1, 2)
s.push(5)
print(s, len(s), s.pushed, s[0], s[1:], type(s[1:]).__name__, s == [3, 1, 2, 5])
print(isinstance(s, list), issubclass(Stack, list), type(s).__name__, s.__dict__)
s.sort()
print(s, s + [9], type(s + [9]).__name__, 2 * s, 5 in s, s.index(5), list(reversed(s)))
s += [7]
print(type(s).__name__, s, s.pushed)
del s[0]
s[0] = "x"
a, b, *rest = s
print(a, b, rest, [*s], tuple(s))
try:
    s[99]
except IndexError as error:
    print(error)
try:
    s.nothing
except AttributeError as error:
    print(error)
s.more = [s.pushed] * 3
print(sorted(s.__dict__.items()))
copies = [Stack(number) for number in range(50)]
for number, stack in enumerate(copies):
    stack.own = [number] * 3
print(sum(len(stack) + stack.own[1] for stack in copies))
print([] == Stack(), bool(Stack()), bool(Stack(0)), Stack(1) < Stack(2))
print(list.__name__, [stack.pop() for stack in copies[:4]])


class Plain(list):
    pass


print(Plain("abc"), Plain(), Plain(Plain([1])), repr(Plain([Plain()])))
try:
    hash(Plain())
except TypeError as error:
    print(error)
try:
    Plain(1)
except TypeError as error:
    print(error)
