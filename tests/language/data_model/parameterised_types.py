# boards: virtual
# Parameterised types and unions.
print(list[int], dict[str, list[int]], tuple[int, ...], type[int], set[None], frozenset[str])
print(int | None, int | str | list[int], None | int, (int | str) | int, int | int)
print(list[int] == list[int], list[int] == list[str], int | str == str | int, hash(list[int]) == hash(list[int]))
print(isinstance(3, int | str), isinstance(3.5, int | str), issubclass(bool, int | None), isinstance(None, int | None), isinstance([], (list | tuple, dict)))
for bad in ("isinstance(3, list[int])", "int | 3", "int[3]", "list[int][str]"):
    try: eval(bad)
    except TypeError as e: print(e)
a = list[int]
print(a.__origin__, a.__args__, a.__parameters__, a(), a("ab"), dict[str, int](a=1))
class C:
    def __class_getitem__(cls, k): return cls.__name__, k
print(C[1], C[1, 2], C | None)
def f(x: list[int] | None = None, *y: int | str) -> dict[str, "C"]: return x
print(f.__annotations__)
