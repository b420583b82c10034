# The dunder methods of a class derived from a built-in type come before those it inherits.


class Odd(list):
    def __getitem__(self, index):
        return ("item", index, super().__len__() if hasattr(list, "__len__") else len(list(self)))

    def __setitem__(self, index, value):
        print("set", index, value)

    def __len__(self):
        return 42

    def __iter__(self):
        return iter("xyz")

    def __eq__(self, other):
        return "equal"

    def __contains__(self, item):
        return item == 7

    def __bool__(self):
        return False

    def __repr__(self):
        return "<odd>"

    def __add__(self, other):
        return "sum"

    def __radd__(self, other):
        return "reflected sum"

    def __iadd__(self, other):
        return "in-place sum"


odd = Odd([1, 2])
print(len(odd), list(odd), odd == 1, 7 in odd, 1 in odd, bool(odd), odd, str(odd), [odd])
print(odd + 1, [1] + odd, 1 + odd)
odd[1] = 5
for item in odd:
    print(item)
first, *others = odd
print(first, others)
other = odd
other += [1]
print(other)


class Key(str):
    def __hash__(self):
        return 7

    def __eq__(self, other):
        return isinstance(other, Key)


table = {Key("a"): 1}
table[Key("b")] = 2
print(len(table), hash(Key("z")), "a" in table)


class Default(dict):
    def __missing__(self, key):
        self[key] = value = key * 2
        return value

    def __setitem__(self, key, value):
        super().update({key: value})
        print("stored", key)


default = Default(a=1)
print(default["a"], default["b"], default["b"], default.get("c"), default)


class Number(int):
    def __add__(self, other):
        return Number(int(self) + other + 100)

    def __repr__(self):
        return f"Number({int(self)})"

    def __index__(self):
        return 3


number = Number(5)
print(number, number + 1, 1 + number, number * 2, -number, str(number), [number], f"{number:4}")
print(type(number + 1).__name__, type(number * 2).__name__, [1, 2, 3, 4, 5, 6][number])
