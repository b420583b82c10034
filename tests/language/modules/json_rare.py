# boards: virtual
# Options of json that few programs use.
import json

def attempt(f, *args, **options):
    try:
        print(f(*args, **options))
    except (TypeError, ValueError, OSError) as error:
        print(type(error).__name__, error)
loop = []
loop.append(loop)
attempt(json.dumps, loop)
attempt(json.dumps, float("nan"), allow_nan=False)
attempt(json.loads, "\ufeff1")
attempt(json.loads, b"\xef\xbb\xbf[1, \"\xc3\xa4\"]")
attempt(json.loads, '"a\tb"', strict=False)
print(json.dumps({"b": [1.5, None], (1, 2): 0, 3: 1}, skipkeys=True))
print(json.loads('{"a": 1.5, "b": [2, NaN]}', object_hook=lambda d: sorted(d), parse_float=str, parse_int=float, parse_constant=len))
print(json.loads('{"a": {"b": 1}}', object_pairs_hook=list))
try:
    json.loads('["\u00e9",\n  x]')
except json.JSONDecodeError as error:
    print(error.lineno, error.colno, error.doc == '["\u00e9",\n  x]')
