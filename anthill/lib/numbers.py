"""Abstract base classes of numbers."""

from abc import ABCMeta, abstractmethod


def _needed(names):
    """Methods that derived classes must have."""

    def method():
        @abstractmethod
        def missing(self, *others):
            raise NotImplementedError

        return missing

    return {name: method() for name in names.split()}


class Number(metaclass=ABCMeta):
    """All numbers."""

    __slots__ = ()
    __hash__ = None


class Complex(Number):
    """Numbers with `real`, `imag`, `conjugate`, arithmetic and equality."""

    __slots__ = ()
    locals().update(
        _needed(
            "__complex__ __abs__ __eq__ __neg__ __pos__ __add__ __radd__ __mul__ __rmul__ "
            "__truediv__ __rtruediv__ __pow__ __rpow__ conjugate"
        )
    )

    @property
    @abstractmethod
    def real(self):
        raise NotImplementedError

    @property
    @abstractmethod
    def imag(self):
        raise NotImplementedError

    def __bool__(self):
        return self != 0

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other


class Real(Complex):
    """Numbers in order, with `float()`, `trunc`, `floor` and division with rest."""

    __slots__ = ()
    locals().update(
        _needed(
            "__float__ __trunc__ __floor__ __ceil__ __round__ __floordiv__ __rfloordiv__ "
            "__mod__ __rmod__ __lt__ __le__"
        )
    )

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self


class Rational(Real):
    """Numbers with `numerator` and `denominator`."""

    __slots__ = ()

    @property
    @abstractmethod
    def numerator(self):
        raise NotImplementedError

    @property
    @abstractmethod
    def denominator(self):
        raise NotImplementedError

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    """Numbers with `int()` and operators for bits."""

    __slots__ = ()
    locals().update(
        _needed(
            "__int__ __invert__ __lshift__ __rlshift__ __rshift__ __rrshift__ "
            "__and__ __rand__ __or__ __ror__ __xor__ __rxor__"
        )
    )

    def __index__(self):
        return int(self)

    def __float__(self):
        return float(int(self))

    @property
    def numerator(self):
        return +self

    @property
    def denominator(self):
        return 1


try:
    Complex.register(complex)
except NameError:
    pass
Real.register(float)
Integral.register(int)
