"""The class Random, and the distributions."""

import _random
import random
from math import acos, ceil, cos, e, exp, floor, log, pi, sin, sqrt, tau

SG_MAGICCONST = 1.0 + log(4.5)
LOG4 = log(4.0)
NV_MAGICCONST = 4 * exp(-0.5) / sqrt(2.0)
BPF = 53
TWOPI = tau


class Random(_random.Random):
    """A generator of its own."""

    VERSION = 3

    def __init__(self, x=None):
        self.seed(x)

    def seed(self, a=None, version=2):
        """Begin anew, with real randomness unless told."""
        super().seed(a if a is None else random._number(a, version))

    def getstate(self):
        """What `setstate` takes to go on from here."""
        return self.VERSION, self._state(), self.gauss_next

    def setstate(self, state):
        """Go on where `getstate` was called."""
        version, words, gauss_next = state
        if version != self.VERSION:
            reason = f"state with version {version} passed to Random.setstate() of version 3"
            raise ValueError(reason)
        self._set_state(words)
        self.gauss_next = gauss_next

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    def randbytes(self, n):
        """n random bytes."""
        return self.getrandbits(n * 8).to_bytes(n, "little")

    def sample(self, population, k, *, counts=None):
        """k different items of a sequence, in random order."""
        n = len(population)
        if counts is not None:
            totals = []
            total = 0
            for count in counts:
                total += count
                totals.append(total)
            if len(totals) != n:
                raise ValueError("The number of counts does not match the population")
            if total < 0:
                raise ValueError("Counts must be non-negative")
            from bisect import bisect

            chosen = drawn(self, range(total), k)
            return [population[bisect(totals, place)] for place in chosen]
        if isinstance(population, (dict, set, frozenset)):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        return drawn(self, population, k)

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """k items of a sequence, any of them several times, by their weights."""
        from bisect import bisect

        n = len(population)
        if cum_weights is None:
            if weights is None:
                n += 0.0
                return [population[floor(self.random() * n)] for _ in range(k)]
            if isinstance(weights, int):
                raise TypeError(f"The number of choices must be a keyword argument: k={weights!r}")
            cum_weights = []
            total = 0
            for weight in weights:
                total = total + weight if cum_weights else weight
                cum_weights.append(total)
        elif weights is not None:
            raise TypeError("Cannot specify both weights and cumulative weights")
        if len(cum_weights) != n:
            raise ValueError("The number of weights does not match the population")
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError("Total of weights must be greater than zero")
        if total - total != 0:
            raise ValueError("Total of weights must be finite")
        return [population[bisect(cum_weights, self.random() * total, 0, n - 1)] for _ in range(k)]

    def triangular(self, low=0.0, high=1.0, mode=None):
        """Triangular distribution: between low and high, most often near mode."""
        u = self.random()
        try:
            c = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if u > c:
            u = 1.0 - u
            c = 1.0 - c
            low, high = high, low
        return low + (high - low) * sqrt(u * c)

    def normalvariate(self, mu=0.0, sigma=1.0):
        """Normal distribution (Kinderman and Monahan 1977)."""
        while True:
            u1 = self.random()
            u2 = 1.0 - self.random()
            z = NV_MAGICCONST * (u1 - 0.5) / u2
            if z * z / 4.0 <= -log(u2):
                return mu + z * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """Normal distribution, two numbers at a time (Box and Muller 1958)."""
        z = self.gauss_next
        self.gauss_next = None
        if z is None:
            angle = self.random() * TWOPI
            radius = sqrt(-2.0 * log(1.0 - self.random()))
            z = cos(angle) * radius
            self.gauss_next = sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        """Log normal distribution."""
        return exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd=1.0):
        """Exponential distribution with mean 1 / lambd."""
        return -log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        """Circular distribution around the angle mu (Best and Fisher 1979)."""
        if kappa <= 1e-6:
            return TWOPI * self.random()
        s = 0.5 / kappa
        r = s + sqrt(1.0 + s * s)
        while True:
            z = cos(pi * self.random())
            d = z / (r + z)
            u = self.random()
            if u < 1.0 - d * d or u <= (1.0 - d) * exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        if self.random() > 0.5:
            return (mu + acos(f)) % TWOPI
        return (mu - acos(f)) % TWOPI

    def gammavariate(self, alpha, beta):
        """Gamma distribution (Cheng 1977; Ahrens and Dieter 1974)."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError("gammavariate: alpha and beta must be > 0.0")
        if alpha > 1.0:
            ainv = sqrt(2.0 * alpha - 1.0)
            bbb = alpha - LOG4
            ccc = alpha + ainv
            while True:
                u1 = self.random()
                if not 1e-7 < u1 < 0.9999999:
                    continue
                u2 = 1.0 - self.random()
                v = log(u1 / (1.0 - u1)) / ainv
                x = alpha * exp(v)
                z = u1 * u1 * u2
                r = bbb + ccc * v - x
                if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= log(z):
                    return x * beta
        if alpha == 1.0:
            return -log(1.0 - self.random()) * beta
        while True:
            b = (e + alpha) / e
            p = b * self.random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -log((b - p) / alpha)
            u1 = self.random()
            if p > 1.0:
                if u1 <= x ** (alpha - 1.0):
                    return x * beta
            elif u1 <= exp(-x):
                return x * beta

    def betavariate(self, alpha, beta):
        """Beta distribution: between 0 and 1."""
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        """Pareto distribution."""
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """Weibull distribution of scale alpha and shape beta."""
        return alpha * (-log(1.0 - self.random())) ** (1.0 / beta)


def drawn(generator, population, k):
    """The indices or items that a sample takes, drawn as CPython draws them."""
    n = len(population)
    if not 0 <= k <= n:
        raise ValueError("Sample larger than population or is negative")
    below = generator._randbelow
    result = [None] * k
    room = 21
    if k > 5:
        room += 4 ** ceil(log(k * 3) / log(4))
    if n <= room:
        pool = list(population)
        for i in range(k):
            j = below(n - i)
            result[i] = pool[j]
            pool[j] = pool[n - i - 1]
        return result
    taken = set()
    for i in range(k):
        j = below(n)
        while j in taken:
            j = below(n)
        taken.add(j)
        result[i] = population[j]
    return result


class SystemRandom(Random):
    """Real randomness for every number."""

    def seed(self, *args, **options):
        """Does nothing: there is no state."""

    def getrandbits(self, k):
        """k random bits."""
        if k < 0:
            raise ValueError("number of bits must be non-negative")
        _random.Random.seed(self)
        return _random.Random.getrandbits(self, k)

    def random(self):
        """A float from 0 to below 1."""
        return self.getrandbits(53) / (1 << 53)

    def getstate(self, *args, **options):
        """There is no state."""
        raise NotImplementedError("System entropy source does not have state.")

    setstate = getstate


_inst = Random()
_inst._set_state(_random.shared()._state())
_random.share(_inst)
for _title in (
    "getstate setstate randbytes choices triangular normalvariate gauss lognormvariate expovariate"
    " vonmisesvariate gammavariate betavariate paretovariate weibullvariate sample"
).split():
    globals()[_title] = getattr(_inst, _title)
