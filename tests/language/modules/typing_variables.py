# boards: virtual
# python: 3.12
"""Type variables of either kind in built-in generic types and in those of `typing`."""
from typing import Dict, Generic, List, Optional, ParamSpec, TypeAliasType, TypeVar, TypeVarTuple

T = TypeVar("T")
print(list[T][int], dict[str, List[T]][int], Optional[list[T]][int], (list[T] | None)[int])
print(list[T].__parameters__, dict[T, list[T]].__parameters__, Dict[str, list[T]].__parameters__)


def declared[A, *B, **C](a: A) -> A: ...


for kind in (TypeVar, TypeVarTuple, ParamSpec):
    print(kind.__name__, [isinstance(item, kind) for item in declared.__type_params__])
    print([type(item).__name__ for item in declared.__type_params__])
A = declared.__type_params__[0]
print(List[A], List[A][int], list[A][str])


class Box(Generic[A]):
    pass


class Pair[K, V]:
    pass


print(Box[int], Pair[int, str], Pair.__type_params__, Pair.__parameters__, int.__type_params__)
type Name = str
print(isinstance(Name, TypeAliasType), isinstance(str, TypeAliasType))
