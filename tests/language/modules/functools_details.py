# boards: virtual
import builtins
import functools
import typing


class Read(functools.cached_property):
    def __set__(self, instance, value):
        raise AttributeError("read only")


class Some:
    value = 1

    @Read
    def prop(self):
        return self.value

    def add(self, x, y):
        return self.value, x, y

    add5 = functools.partialmethod(add, 5)


some = Some()
print(some.prop)
some.value = 2
print(some.prop, some.add5(6), some.add5.__self__ is some, hasattr(Some.add5, "__self__"))
print(Some.add5(some, 7))


class Meta(type):
    @functools.cached_property
    def prop(cls):
        return True


class Made(metaclass=Meta):
    pass


try:
    Made.prop
except TypeError as error:
    print(error)


@functools.singledispatch
def show(value):
    return "default"


for kind in list[int], typing.List[int], list[int] | str, 42:
    try:
        show.register(kind, lambda value: "no")
    except TypeError as error:
        print(error)
for kind in int | str, typing.Union[bytes, list]:
    show.register(kind, lambda value: "yes")
print(show(1), show(""), show([]), show(1.0))
try:

    @show.register
    def _(value: list[int]):
        pass

except TypeError as error:
    print(error)

before = builtins.len
builtins.len = functools.lru_cache(4)(len)
try:
    sizes = [len("abcdef"[:i]) for i in (0, 1, 2, 3, 0, 1, 5)]
finally:
    builtins.len = before
print(sizes)
