"""Items where the loop's fast ways end: at the edges of sequences, odd keys, classes of one's own."""


class Bytes(bytearray):
    def __getitem__(self, key):
        return ("own", super().__getitem__(key))

    def __setitem__(self, key, value):
        super().__setitem__(key, value ^ 1)


class Counts(dict):
    def __missing__(self, key):
        return 0

    def __contains__(self, key):
        return key == "all"

    def __setitem__(self, key, value):
        super().__setitem__(key, value * 10)


class Key:
    def __init__(self, n):
        self.n = n
        self.hashed = 0

    def __repr__(self):
        return f"Key({self.n})"

    def __hash__(self):
        self.hashed += 1
        return hash(self.n)

    def __eq__(self, other):
        return self.n == (other.n if isinstance(other, Key) else other)


def attempt(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__, error)


def get(owner, key):
    return owner[key]


def put(owner, key, value):
    owner[key] = value
    return owner


for sequence in ([1, 2, 3], (1, 2, 3), bytearray(b"abc"), b"abc", "abc", Bytes(b"abc")):
    for index in (0, 2, 3, -1, -3, -4, True, 1 << 40, -(1 << 40)):
        attempt(get, sequence, index)

for sequence in ([1, 2, 3], (1, 2, 3), bytearray(b"abc"), b"abc"):
    for index in (1.0, None):
        attempt(get, sequence, index)

for data in (bytearray(3), Bytes(3)):
    for index in (0, 2, 3, -1, -4, False, 1 << 40):
        for value in (0, 255, 256, -1, True, 1 << 40, "a"):
            attempt(put, data, index, value)

table = {}
for key in (1, "a", -1, (1, 2), 1.0, True, 1 << 40, Key(1), Key(7), 7, [], {}):
    attempt(get, table, key)
    attempt(put, table, key, str(key) if not isinstance(key, Key) else key.n)
    attempt(lambda key: key in table, key)
    attempt(lambda key: key not in table, key)

key = Key(100)
table[key] = 1
print(key.hashed, table[100], 100 in table)

counts = Counts()
counts["b"] = 1
print(counts["b"], counts["c"], "b" in counts, "all" in counts)

numbers = {}
for n in range(120):
    numbers[n * 7 - 900] = n
print(sum(numbers[n * 7 - 900] for n in range(120)), -899 in numbers, -900 in numbers)
for n in range(0, 120, 3):
    del numbers[n * 7 - 900]
print(len(numbers), -900 in numbers, -893 in numbers, sum(numbers.values()))


def unbound(which):
    if which < 0:
        owner = key = item = 0
    if which == 0:
        owner = {}
        return owner[key]
    if which == 1:
        owner = {}
        key = 1
        owner[key] = item
    if which == 2:
        owner = {}
        return key in owner
    key = 1
    return key in owner


for which in range(4):
    attempt(unbound, which)
