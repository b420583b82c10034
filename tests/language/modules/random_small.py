# Random numbers as scripts on boards use them: what a seed gives, and bounds.
import random

random.seed(7)
first = [random.getrandbits(16) for _ in range(3)], random.random(), random.randrange(10)
random.seed(7)
again = [random.getrandbits(16) for _ in range(3)], random.random(), random.randrange(10)
print(first == again)
print(all([2 <= random.randint(2, 5) <= 5 for _ in range(30)]), random.choice("aaa"))
items = list(range(8))
random.shuffle(items)
print(sorted(items), 1.5 <= random.uniform(1.5, 2) <= 2)
print(hasattr(random, "no_such_thing"))
try:
    random.choice([])
except IndexError as error:
    print(error)
print(sorted(random.sample(range(50), 50)) == list(range(50)), random.sample([], 0))
print(len(set(random.sample("abcdefgh", k=5))))
try:
    random.sample([1, 2], 3)
except ValueError as error:
    print(error)
numbers = [random.gauss(10, 2) for _ in range(200)]
print(all(-4 < number < 24 for number in numbers), 9 < sum(numbers) / 200 < 11)
print(-8 < random.gauss() < 8)
random.seed("a text")
first = random.getrandbits(30)
random.seed("a text")
print(random.getrandbits(30) == first)
