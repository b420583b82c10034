# boards: virtual
# typing: what annotations are made of
import typing
from typing import *

T = TypeVar("T")
K = TypeVar("K", bound=int)
A = TypeVar("A", int, str)
print(T, K.__bound__, A.__constraints__, TypeVar("C", covariant=True), T.__name__)
print(List[int], Dict[str, int], Tuple[int, ...], Tuple[()], Set[T], Type[int], Iterable[int], Mapping[str, T])
print(Union[int, str], Optional[int], Union[int, None], Union[int], Union[int, str, int], Union[Union[int, str], float])
print(Callable[[int, str], bool], Callable[..., int], Callable[[], None], Literal[1, "a", True], Any, ClassVar[int], Final)
print(Annotated[int, "meta", 3], NoReturn, Never, Self, Optional["Later"], List["Later"])
print(Union[int, str] == Union[str, int], List[int] == List[int], List[int] == List[str], hash(Union[int, str]) == hash(Union[str, int]))
print(List[T][int], Dict[T, K][str, int], Union[T, None][int], Callable[[T], T][int], List[T].__parameters__)
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Callable[[int], str]))
print(get_origin(list[int]), get_args(list[int]), get_origin(int), get_args(int | str), get_origin(Annotated[int, 1]))


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item


class Pair(Generic[T, K]):
    pass


class IntBox(Box[int]):
    pass


print(Box(3).item, Box[int](4).item, Box[int], Pair[str, int], Box.__parameters__, IntBox.__parameters__)
print(IntBox.__mro__, Pair.__parameters__, Box[T][str], Box[int] == Box[int])
for action in (
    lambda: Box[int, str],
    lambda: IntBox[int],
    lambda: List[int, str],
    lambda: Optional[int, str],
    lambda: Union[()],
    lambda: List(),
    lambda: isinstance([], List[int]),
    lambda: Any(),
    lambda: isinstance(3, Any),
    lambda: Generic[int],
    lambda: TypeVar("X", int),
):
    try:
        print(action())
    except TypeError as e:
        print("TypeError:", e)


class Point(NamedTuple):
    "A point."
    x: int
    y: int = 0

    def norm(self):
        return abs(self.x) + abs(self.y)


p = Point(3)
print(p, p.norm(), Point._fields, Point._field_defaults, Point.__annotations__, Point.__doc__)
Old = NamedTuple("Old", [("a", int), ("b", str)])
print(Old(1, "x"), Old.__annotations__)


class Movie(TypedDict):
    title: str
    year: NotRequired[int]


class Long(Movie, total=False):
    minutes: int


m: Movie = Movie(title="x", year=3)
print(m, type(m), sorted(Movie.__required_keys__), sorted(Long.__optional_keys__), Long.__total__)
print(TypedDict("D", {"a": int})(a=1), is_typeddict(Movie), is_typeddict(dict))


@runtime_checkable
class Closes(Protocol):
    def close(self) -> None: ...


class File:
    def close(self):
        pass


class Named(Protocol):
    name: str


print(isinstance(File(), Closes), isinstance(3, Closes), issubclass(File, Closes))
for action in (lambda: Closes(), lambda: isinstance(3, Named), lambda: runtime_checkable(File)):
    try:
        print(action())
    except TypeError as e:
        print("TypeError:", e)


class Explicit(Named):
    def __init__(self):
        self.name = "n"


print(Explicit().name, isinstance(3, SupportsInt), isinstance("x", SupportsInt), issubclass(int, SupportsIndex))

UserId = NewType("UserId", int)
print(UserId(5), UserId.__name__, UserId, UserId.__supertype__)
print(cast(int, "x"), TYPE_CHECKING, assert_type(3, int))


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    return x


print(f(3), len(get_overloads(f)))


class Hints:
    a: int
    b: "Hints"
    c: Optional["int"] = None
    d: Annotated[str, "x"]


def g(x: "int", y: List["str"] = None) -> "Hints": ...


print(get_type_hints(Hints), get_type_hints(g), get_type_hints(Hints, include_extras=True)["d"])
try:
    assert_never(3)
except AssertionError as e:
    print(e)


@final
class Last:
    @override
    def m(self): ...


print(Last.__final__, Last.m.__override__, isinstance([], typing.Sequence), issubclass(dict, typing.Mapping))
P = ParamSpec("P")
print(Callable[P, int], P.args, P.kwargs, Callable[P, T][[int, str], bool], Callable[Concatenate[int, P], int])
