"""The core of `random`: a generator of random numbers, as a type and as functions that share one.

Large boards have the Mersenne Twister MT19937, so that seeded numbers are CPython's; its 2.5 KB of
state leave little of a small board's memory: there it is xoshiro128** (Blackman and Vigna, 2018),
with 16 bytes.
"""

from __future__ import annotations

from anthill.modules import platform
from anthill.modules.split import core_module
from anthill.runtime.errors import PyError
from anthill.typed import (
    NULL,
    Array,
    Static,
    Value,
    array_of,
    is_small,
    items_of,
    small,
    small_int,
    u8,
    u32,
)
from anthill.vm import elementary, errors, operations
from anthill.vm.compiler.bytecode import Op
from anthill.vm.features import LARGE, rare
from anthill.vm.messages import message
from anthill.vm.objects import bigint, derived, exception, float_methods
from anthill.vm.objects import float as float_object
from anthill.vm.objects import int as int_object
from anthill.vm.objects import list as list_object
from anthill.vm.objects.builtin import constructor, function, getter, method, setter
from anthill.vm.objects.derivable import derivable
from anthill.vm.objects.object import Obj
from anthill.vm.objects.singletons import NONE
from anthill.vm.objects.str import name
from anthill.vm.objects.tuple import Tuple
from anthill.vm.objects.type import Type, builtin_type

RANDOM = core_module("random")

WORDS = 624 if LARGE else 4
"""Words of state."""
MIDDLE = 397
TURN = 6.283185307179586
SEED_WORDS = 8
"""Words of seed from the hardware."""


class Generator(Obj):
    """A generator; `at` is the next word of `state` that the Mersenne Twister gives."""

    state: Array[u32]
    at: int
    gauss: Value
    """The second of a pair of normally distributed numbers, or None."""

    def word(self) -> u32:
        """32 random bits."""
        return self.twister_word() if LARGE else self.small_word()

    def seed(self, key: Array[u32]) -> None:
        """Begin anew, as the words of a key say."""
        self.gauss = NONE
        if LARGE:
            self.seed_twister(key)
        else:
            self.seed_small(key)

    # MT19937, after Matsumoto and Nishimura.

    def twister_word(self) -> u32:
        """The next word, tempered."""
        if self.at >= WORDS:
            self.next_state()
        y = self.state[self.at]
        self.at += 1
        y ^= y >> 11
        y ^= u32(y << 7) & 0x9D2C5680
        y ^= u32(y << 15) & 0xEFC60000
        return y ^ y >> 18

    def next_state(self) -> None:
        """Make the next WORDS words."""
        state = items_of(self.state)
        for i in range(WORDS):
            y = (state[i] & 0x80000000) | (state[(i + 1) % WORDS] & 0x7FFFFFFF)
            mixed = state[(i + MIDDLE) % WORDS] ^ y >> 1
            if y & 1:
                mixed ^= 0x9908B0DF
            state[i] = mixed
        self.at = 0

    def seed_twister(self, key: Array[u32]) -> None:
        """`init_by_array` of the original."""
        state = items_of(self.state)
        state[0] = 19650218
        for i in range(1, WORDS):
            state[i] = u32(1812433253 * (state[i - 1] ^ state[i - 1] >> 30) + u32(i))
        i = 1
        j = 0
        for _ in range(max(WORDS, len(key))):
            mixed = u32((state[i - 1] ^ state[i - 1] >> 30) * 1664525)
            state[i] = u32((state[i] ^ mixed) + key[j] + u32(j))
            i += 1
            j += 1
            if i >= WORDS:
                state[0] = state[WORDS - 1]
                i = 1
            if j >= len(key):
                j = 0
        for _ in range(WORDS - 1):
            mixed = u32((state[i - 1] ^ state[i - 1] >> 30) * 1566083941)
            state[i] = u32((state[i] ^ mixed) - u32(i))
            i += 1
            if i >= WORDS:
                state[0] = state[WORDS - 1]
                i = 1
        state[0] = 0x80000000
        self.at = WORDS

    # xoshiro128**.

    def small_word(self) -> u32:
        """The next word."""
        state = items_of(self.state)
        result = u32(rotated(u32(state[1] * 5), 7) * 9)
        t = u32(state[1] << 9)
        state[2] ^= state[0]
        state[3] ^= state[1]
        state[1] ^= state[2]
        state[0] ^= state[3]
        state[2] ^= t
        state[3] = rotated(state[3], 11)
        return result

    def seed_small(self, key: Array[u32]) -> None:
        """Fill the state with a hash of the key, which is never all zeros."""
        for place in range(WORDS):
            self.state[place] = u32(0)
        mixed = u32(0x9E3779B9)
        for place in range(max(WORDS, len(key))):
            mixed = u32((mixed ^ mixed >> 16) * 0x21F0AAAD)
            mixed = u32((mixed ^ mixed >> 15) * 0x735A2D97)
            mixed ^= mixed >> 15
            self.state[place % WORDS] ^= mixed
            mixed = u32(mixed + key[place % len(key)] + 0x9E3779B9)
        self.state[0] |= 1


def rotated(word: u32, bits: int) -> u32:
    """A word rotated to the left."""
    return u32(word << bits) | word >> (32 - bits)


def new_generator() -> Generator:
    """A generator with a seed from the hardware."""
    result = Generator(array_of(u32, WORDS), 0, NONE)
    seed_from_hardware(result)
    return result


def seed_from_hardware(self: Generator) -> None:
    """Begin anew with real randomness."""
    key = array_of(u32, SEED_WORDS)
    for place in range(SEED_WORDS):
        key[place] = platform.random.word()
    self.seed(key)


class Shared(Static):
    """The generator behind the functions of the module."""

    generator: Generator | None = None


shared = Shared()


@rare(function(RANDOM, "shared"))
def shared_generator() -> Generator:
    """`shared()`: the generator behind the functions, made when first used."""
    generator = shared.generator
    if generator is None:
        generator = new_generator()
        shared.generator = generator
    return generator


@rare(function(RANDOM, "share"))
def share_generator(generator: Value) -> Value:
    """`share(generator)`: put another one behind the functions."""
    if isinstance(generator, Generator):
        shared.generator = generator
    return NONE


GENERATOR_TYPE: Type = builtin_type("_random.Random", Generator if LARGE else None)
if LARGE:
    RANDOM.define("Random", GENERATOR_TYPE)
    derivable(Generator)


@rare(constructor(GENERATOR_TYPE, required=0))
def make_generator(seed: Value) -> Value:
    """`Random([seed])`."""
    result = Generator(array_of(u32, WORDS), 0, NONE)
    generator_seed(result, seed)
    return result


@rare(method(GENERATOR_TYPE, "seed", required=1))
def generator_seed(self: Generator, seed: Value) -> Value:
    """`seed([number])`: begin anew, with real randomness unless a number is given."""
    if seed is NULL or seed is NONE:
        seed_from_hardware(self)
        return NONE
    number = seed
    if int_object.is_int(seed):
        number = bigint.magnitude_of(int_object.plain(seed))
    else:
        number = bigint.magnitude_of(int_object.new_int(operations.hash_code(seed)))
    count = (bigint.bit_length(number) + 31) // 32
    key = array_of(u32, max(count, 1))
    data = array_of(u8, 4 * count)
    bigint.write_bytes(number, items_of(data), 4 * count, True, False)
    for place in range(count):
        p = items_of(data, 4 * place)
        key[place] = u32(p[0]) | u32(p[1]) << 8 | u32(p[2]) << 16 | u32(p[3]) << 24
    self.seed(key)
    return NONE


@rare(method(GENERATOR_TYPE, "random"))
def generator_random(self: Generator) -> Value:
    """`random()`: a float from 0 to below 1, in steps of 2**-53."""
    return float_object.new_float(unit(self))


def unit(self: Generator) -> float:
    """The number that `random` gives."""
    high = float(self.word() >> 5)
    return (high * 67108864.0 + float(self.word() >> 6)) / 2.0**53


def random_bits(self: Generator, count: int) -> Value:
    """An integer of that many random bits, the first word lowest."""
    if count <= 30:
        return small(int(self.word() >> (32 - count))) if count > 0 else small(0)
    words = (count + 31) // 32
    data = array_of(u8, 4 * words)
    for place in range(words):
        word = self.word()
        if count < 32:
            word = word >> (32 - count)
        count -= 32
        for byte in range(4):
            data[4 * place + byte] = u8(word & 0xFF)
            word = word >> 8
    return bigint.from_bytes(items_of(data), 4 * words, True, False)


@rare(method(GENERATOR_TYPE, "getrandbits"))
def generator_getrandbits(self: Generator, bits: Value) -> Value:
    """`getrandbits(k)`: an integer of k random bits."""
    count = int_object.index_value(bits)
    if count < 0:
        raise errors.value_error(message("number of bits must be non-negative"))
    return random_bits(self, count)


def own_bits(self: Generator, count: int) -> Value:
    """As `random_bits`, by the method of a Python class."""
    if LARGE and derived.is_derived(self):
        return operations.call1(operations.get_attribute(self, name("getrandbits")), small(count))
    return random_bits(self, count)


def own_random(self: Generator) -> Value:
    """As `random`, by the method of a Python class."""
    if LARGE and derived.is_derived(self):
        return operations.call0(operations.get_attribute(self, name("random")))
    return generator_random(self)


def below(self: Generator, limit: Value) -> Value:
    """An integer from 0 to below a positive limit."""
    if not is_small(limit):
        bits = bigint.bit_length(limit)
        result = own_bits(self, bits)
        while not operations.less(result, limit):
            result = own_bits(self, bits)
        return result
    return small(below_word(self, small_int(limit)))


def below_word(self: Generator, limit: int) -> int:
    """`below` of a machine word."""
    bits = 0
    while limit >> bits > 0:
        bits += 1
    while True:
        result = int_object.index_value(own_bits(self, bits))
        if result < limit:
            return result


@rare(method(GENERATOR_TYPE, "_randbelow"))
def generator_below(self: Generator, limit: Value) -> Value:
    """`_randbelow(n)`: an integer from 0 to below n > 0."""
    return below(self, int_object.integer_value(limit))


@rare(method(GENERATOR_TYPE, "randrange", required=2, keywords="start stop step"))
def generator_randrange(self: Generator, start: Value, stop: Value, step: Value) -> Value:
    """`randrange(stop)` or `randrange(start, stop[, step])`."""
    first = int_object.integer_value(start)
    if stop is NULL or stop is NONE:
        if step is not NULL and not is_one(step):
            raise errors.type_error(message("Missing a non-None stop argument"))
        if not operations.less(small(0), first):
            raise errors.value_error(message("empty range for randrange()"))
        return below(self, first)
    last = int_object.integer_value(stop)
    width = operations.binary(Op.SUB, last, first)
    stride: Value = small(1) if step is NULL else int_object.integer_value(step)
    if is_small(stride) and small_int(stride) == 0:
        raise errors.value_error(message("zero step for randrange()"))
    count = width
    if not is_one(stride):
        one = small(1 if operations.less(small(0), stride) else -1)
        count = operations.binary(Op.SUB, operations.binary(Op.ADD, width, stride), one)
        count = operations.binary(Op.FLOOR_DIV, count, stride)
    if not operations.less(small(0), count):
        raise empty_range(first, last, stride)
    found = below(self, count)
    if not is_one(stride):
        found = operations.binary(Op.MUL, found, stride)
    return operations.binary(Op.ADD, first, found)


def is_one(value: Value) -> bool:
    """Whether a value is the integer 1."""
    return is_small(value) and small_int(value) == 1


def empty_range(first: Value, last: Value, stride: Value) -> PyError:
    """The ValueError for a range without numbers."""
    bounds = errors.formatted(message("empty range in randrange(%d, %d"), first, last)
    if is_one(stride):
        return errors.value_error_with(message("%s)"), bounds, NULL)
    return errors.value_error_with(message("%s, %d)"), bounds, stride)


@rare(method(GENERATOR_TYPE, "randint"))
def generator_randint(self: Generator, low: Value, high: Value) -> Value:
    """`randint(a, b)`: an integer from a to b."""
    stop = operations.binary(Op.ADD, int_object.integer_value(high), small(1))
    return generator_randrange(self, low, stop, NULL)


@rare(method(GENERATOR_TYPE, "choice"))
def generator_choice(self: Generator, sequence: Value) -> Value:
    """`choice(sequence)`: one of its items."""
    count = operations.length(sequence)
    if count == 0:
        raise errors.index_error(message("Cannot choose from an empty sequence"))
    return operations.get_item(sequence, small(below_word(self, count)))


@rare(method(GENERATOR_TYPE, "shuffle"))
def generator_shuffle(self: Generator, sequence: Value) -> Value:
    """`shuffle(sequence)`, in place."""
    for index in range(operations.length(sequence) - 1, 0, -1):
        other = small(below_word(self, index + 1))
        item = operations.get_item(sequence, small(index))
        operations.set_item(sequence, small(index), operations.get_item(sequence, other))
        operations.set_item(sequence, other, item)
    return NONE


@rare(method(GENERATOR_TYPE, "uniform"))
def generator_uniform(self: Generator, low: Value, high: Value) -> Value:
    """`uniform(a, b)`: a float between a and b."""
    width = operations.binary(Op.SUB, high, low)
    part = operations.binary(Op.MUL, width, own_random(self))
    return operations.binary(Op.ADD, low, part)


@rare(method(GENERATOR_TYPE, "_state"))
def generator_state(self: Generator) -> Value:
    """`_state()`: the words of state, and the place in them."""
    result = exception.alloc_tuple(WORDS + 1)
    for place in range(WORDS):
        word = self.state[place]
        high = operations.binary(Op.LSHIFT, small(int(word >> 16)), small(16))
        result.items[place] = operations.binary(Op.OR, high, small(int(word & 0xFFFF)))
    result.items[WORDS] = small(self.at)
    return result


@rare(method(GENERATOR_TYPE, "_set_state"))
def generator_set_state(self: Generator, words: Value) -> Value:
    """`_set_state(words)`: what `_state` gave."""
    if not isinstance(words, Tuple) or len(words.items) != WORDS + 1:
        raise errors.value_error(message("state vector is the wrong size"))
    at = int_object.index_value(words.items[WORDS])
    if at < 0 or at > WORDS:
        raise errors.value_error(message("invalid state"))
    for place in range(WORDS):
        self.state[place] = u32(bigint.low_bits(int_object.integer_value(words.items[place])))
    self.at = at
    return NONE


@rare(getter(GENERATOR_TYPE, "gauss_next"))
def generator_gauss(self: Generator) -> Value:
    """`gauss_next`: what `gauss` gives next, or None."""
    return self.gauss


@rare(setter(GENERATOR_TYPE, "gauss_next"))
def set_generator_gauss(self: Generator, value: Value) -> None:
    """Keep a number for `gauss`."""
    self.gauss = NONE if value is NULL else value


# The functions.


@function(RANDOM, "seed", required=0)
def random_seed(seed: Value) -> Value:
    """`seed([number])`."""
    return generator_seed(shared_generator(), seed)


@function(RANDOM, "random")
def random_random() -> Value:
    """`random()`."""
    return generator_random(shared_generator())


@function(RANDOM, "getrandbits")
def random_getrandbits(bits: Value) -> Value:
    """`getrandbits(k)`."""
    return generator_getrandbits(shared_generator(), bits)


@function(RANDOM, "randrange", required=1, keywords="start stop step")
def random_randrange(start: Value, stop: Value, step: Value) -> Value:
    """`randrange(stop)` or `randrange(start, stop[, step])`."""
    return generator_randrange(shared_generator(), start, stop, step)


@function(RANDOM, "randint")
def random_randint(low: Value, high: Value) -> Value:
    """`randint(a, b)`."""
    return generator_randint(shared_generator(), low, high)


@function(RANDOM, "choice")
def random_choice(sequence: Value) -> Value:
    """`choice(sequence)`."""
    return generator_choice(shared_generator(), sequence)


@function(RANDOM, "shuffle")
def random_shuffle(sequence: Value) -> Value:
    """`shuffle(sequence)`."""
    return generator_shuffle(shared_generator(), sequence)


@function(RANDOM, "uniform")
def random_uniform(low: Value, high: Value) -> Value:
    """`uniform(a, b)`."""
    return generator_uniform(shared_generator(), low, high)


if not LARGE:

    @function(RANDOM, "sample", keywords="population k")
    def random_sample(population: Value, k: Value) -> Value:
        """`sample(population, k)`: so many items, in random order."""
        generator = shared_generator()
        pool = list_object.new_list(0)
        for index in range(operations.length(population)):
            pool.append(operations.get_item(population, small(index)))
        count = int_object.index_value(k)
        if not 0 <= count <= pool.count:
            raise errors.value_error(message("Sample larger than population or is negative"))
        for index in range(count):
            other = index + below_word(generator, pool.count - index)
            item = pool.items[index]
            pool.items[index] = pool.items[other]
            pool.items[other] = item
        pool.truncate(count)
        return pool

    def real(value: Value) -> float:
        """The number that an argument stands for; TypeError."""
        return float_methods.real_number(value, message("must be real number, not %t"))

    @function(RANDOM, "gauss", required=0, keywords="mu sigma")
    def random_gauss(mu: Value, sigma: Value) -> Value:
        """`gauss(mu=0.0, sigma=1.0)`: the normal distribution (Box and Muller 1958)."""
        generator = shared_generator()
        part = 1.0 - unit(generator)
        x = elementary.cos(TURN * unit(generator))
        x *= elementary.sqrt(-2.0 * elementary.log(part, elementary.NATURAL))
        if sigma is not NULL:
            x *= real(sigma)
        return float_object.new_float(x if mu is NULL else x + real(mu))
