# boards: virtual
import random


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


random.seed(42)
print([random.random() for _ in range(3)], [random.getrandbits(n) for n in (1, 8, 31, 32, 33, 64, 100, 0)])
print([random.randrange(10) for _ in range(5)], random.randrange(5, 50, 7), random.randrange(10, 0, -3), random.randrange(10**30))
print(random.randint(1, 6), random.randint(-(10**20), 10**20), random.choice("abcdef"), random.choice([1, 2, 3]))
items = list(range(12))
random.shuffle(items)
print(items, random.uniform(1, 5), random.uniform(5, 1))
print(random.sample(range(100), 10), random.sample("abcde", 3), random.sample(range(1000), 30)[:5], random.sample([1, 2], 0))
print(random.sample(["a", "b"], counts=[4, 2], k=5))
print(random.choices("abc", k=5), random.choices("abc", [1, 2, 3], k=5), random.choices([1, 2], cum_weights=[1, 5], k=4))
print(random.gauss(), random.gauss(10, 2), random.normalvariate(0, 1), random.triangular(), random.triangular(1, 5, 2))
print(random.expovariate(1.5), random.lognormvariate(0, 0.25), random.gammavariate(2, 1), random.gammavariate(0.5, 2))
print(random.gammavariate(1, 3), random.betavariate(1, 3), random.paretovariate(3), random.weibullvariate(1, 2))
print(random.vonmisesvariate(0, 4), random.vonmisesvariate(1, 0), random.randbytes(5))
for seed in (0, -7, 2**70, "hello", "é", b"bytes", bytearray(b"x"), ""):
    random.seed(seed)
    print(repr(seed), random.random())
random.seed("text", version=1)
print(random.random())

generator = random.Random(7)
state = generator.getstate()
first = [generator.random() for _ in range(3)] + [generator.gauss(0, 1)]
after = generator.getstate()
print(first, len(state[1]), after[2], state[2])
generator.setstate(state)
print([generator.random() for _ in range(3)] + [generator.gauss(0, 1)] == first)
other = random.Random()
other.setstate(after)
print(other.gauss(0, 1) == generator.gauss(0, 1), random.Random("a").random(), random.Random(5).choice(range(100)))


class Loaded(random.Random):
    def random(self):
        return 0.25


print(Loaded(1).uniform(0, 4), isinstance(Loaded(), random.Random))
for action in (
    lambda: random.randrange(0),
    lambda: random.randrange(5, 5),
    lambda: random.randrange(5, 2),
    lambda: random.randrange(1, 5, 0),
    lambda: random.randint(2, 1),
    lambda: random.choice([]),
    lambda: random.sample([1], 2),
    lambda: random.sample({1, 2}, 1),
    lambda: random.choices([1], [0]),
    lambda: random.choices([1], [1, 2]),
    lambda: random.getrandbits(-1),
    lambda: random.seed([]),
    lambda: random.missing,
):
    attempt(action)
random.seed()
print(0 <= random.random() < 1, random.SystemRandom().randrange(1), 0 <= random.SystemRandom().random() < 1)
print(len({random.getrandbits(64) for _ in range(50)}))
