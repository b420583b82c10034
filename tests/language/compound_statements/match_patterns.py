# Every kind of pattern, and `match` as a name.
def f(x):
    match x:
        case 0: return "zero"
        case 1 | 2: return "small"
        case -5: return "neg"
        case "a" | b"b" | None | True: return "lit"
        case [a, b]: return a, b
        case (1, 2, 3) | [4, 5, 6]: return 'seq'
        case [1, *_, 9]: return 'star'
        case [x, *rest]: return x, rest
        case []: return 'empty'
        case {"k": v, "z": [p, q]}: return v, p, q
        case {"k": v, **rest}: return v, rest
        case {}: return 'dict'
        case str(s): return s.upper()
        case float() as fl: return fl
        case n if isinstance(n, int) and n > 100: return "big"
        case _: return "other"
print([f(x) for x in (0, 2, -5, "a", b"b", None, True, [3, 4], (1,2,3), [4,5,6],[1,5,5,9],[8,7,6,5],(), {"k": 5}, {"k":1,"j":2},{"z":(1,2),"k":0},{}, "s", 500, 2.5, 50, f, range(2))])
class P:
    __match_args__ = "x", "y"
    def __init__(self, x, y): self.x, self.y = x, y
def g(p):
    match p:
        case P(0, 0): return 'origin'
        case P(x=0, y=yy): return 'y', yy
        case P(xx, y=0): return 'x', xx
        case P(x, y) if x == y: return 'diag', x
        case P(): return 'p'
        case [P(a, b), P(c, d)] | (P(a, b), d, c): return a, b, c, d
        case {"p": P(1 | 2 as q, _) as w}: return q, w.x
        case bool(b): return 'bool', b
        case int(i) | str(i): return i
    return None
for p in [P(0,0), P(0,1), P(3,0), P(4,4), P(4,5), [P(1,2),P(3,4)], (P(1,2),7,8), {"p":P(2,1)}, {"p":P(3,1)}, True, 7, 'u']:
    print(g(p))
match = 5
match.__class__
match [1, 2]:
    case [a, b]: print(a, b)
print(match)
match -3:
    case -3: print('ok')
match (1, 2):
    case 1, *r: print(r)
match 1, 2:
    case (1 as a), b: print(a, b)
match x := 7:
    case y: print(x, y)
import sys
match 3:
    case sys.maxsize: print('max')
    case _ if False: pass
    case z: print(z)
case = 3
print(case)
match case:
    case case: print(case)
