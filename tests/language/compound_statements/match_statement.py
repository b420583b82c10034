# Patterns.
def f(x):
    match x:
        case 0: return "zero"
        case 1 | 2: return "small"
        case [a, b]: return a, b
        case {"k": v}: return v
        case str(s): return s.upper()
        case n if isinstance(n, int) and n > 100: return "big"
        case _: return "other"
print([f(x) for x in (0, 2, [3, 4], {"k": 5}, "s", 500, None)])
