# boards: virtual
# Generators that delegate to one another as dice say, resumed, closed and thrown into anywhere.
import contextlib
import sys

SEEDS = 60


class Dice:
    def __init__(self, seed):
        self.state = seed

    def roll(self, sides):
        self.state = (self.state * 1103515245 + 12345) % 2147483648
        return (self.state >> 8) % sides


class Countdown:
    def __init__(self, count):
        self.count = count

    def __iter__(self):
        return self

    def __next__(self):
        self.count -= 1
        if self.count < 0:
            raise StopIteration(("countdown", self.count))
        return self.count


class Thrown(Exception):
    pass


class Enough(BaseException):
    pass


pool = []
dice = Dice(0)
notes = 0


def note(*what):
    global notes
    notes += 1
    if notes > 400:
        raise Enough
    print(*what)


def make(depth):
    choice = dice.roll(16)
    if choice < 4 and pool:
        return pool[dice.roll(len(pool))]
    if choice < 6:
        return Countdown(dice.roll(3))
    if choice < 8:
        return iter([1, 2])
    made = KINDS[dice.roll(4)](depth + 1, dice.roll(1000))
    if dice.roll(2):
        pool.append(made)
    return made


def counting(depth, tag):
    number = tag

    def bump():
        nonlocal number
        number += 1
        return number

    for index in range(dice.roll(4)):
        if depth < 8 and dice.roll(2):
            note("result", tag, (yield from make(depth)), bump())
        else:
            note("sent", tag, (yield tag, index, bump()))
    return tag


def plain(depth, tag):
    if depth == 8:
        if (yield tag) == 3:
            raise KeyError(tag)
        return tag
    if dice.roll(3):
        yield from make(depth)
    yield tag
    if dice.roll(3):
        return tag, (yield from make(depth))


def trying(depth, tag):
    for index in range(dice.roll(3) + 1):
        try:
            if depth < 8 and dice.roll(4):
                note("result", tag, (yield from make(depth)))
            else:
                yield tag, index
            if dice.roll(6) == 0:
                raise Thrown(tag)
        except GeneratorExit:
            if tag % 4:
                raise
            yield "refused"
        except (KeyError, Thrown, ValueError, RuntimeError):
            if (tag + index) % 2:
                raise


def handled():
    error = sys.exc_info()[1]
    return error and type(error).__name__


def handling(depth, tag):
    try:
        raise ValueError(tag)
    except ValueError:
        if depth < 8:
            note("result", tag, (yield from make(depth)), handled())
        yield tag, handled()
    note("after", tag, handled())


KINDS = [plain, trying, handling, counting]


def state(generator):
    if generator.gi_frame is None:
        return "F"
    return "R" if generator.gi_running else "S" if generator.gi_suspended else "N"


def poke(generator):
    choice = dice.roll(12)
    try:
        if choice < 7:
            note("next", next(generator))
        elif choice == 7:
            note("send", generator.send(dice.roll(5)))
        elif choice < 10:
            note("throw", generator.throw([KeyError, Thrown][choice - 8](tag_of(choice))))
        elif choice == 10:
            for item in generator:
                note("item", item)
                if dice.roll(5) == 0:
                    break
                if dice.roll(4) == 0:
                    poke(pool[dice.roll(len(pool))])
        else:
            generator.close()
    except StopIteration as error:
        note("stop", error.value)
    except Exception as error:
        note("raised", type(error).__name__, error)
    note("".join(map(state, pool)))


def tag_of(choice):
    return choice + dice.roll(9)


def run(seed):
    global dice, notes
    dice = Dice(seed)
    notes = 0
    pool[:] = [KINDS[dice.roll(4)](0, number) for number in range(3)]
    for number in range(40):
        poke(pool[dice.roll(len(pool))])
        if dice.roll(10) == 0 and len(pool) < 30:
            pool.append(plain(0, 1000 + number))


for seed in range(SEEDS):
    print("seed", seed)
    with contextlib.suppress(Enough):
        run(seed)
