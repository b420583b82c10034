# JSON as scripts on boards use it.
import json

data = {"name": "probe", "on": True, "at": None, "values": [1, -2.5, "\u00e9\n"], "more": {}}
text = json.dumps(data)
print(text, json.loads(text) == data)
print(
    json.dumps([1, {"b": 2, "a": 1}], indent=2, sort_keys=True),
    json.dumps((1, 2), separators=(",", ":")),
)
for wrong in ("", "[1,]", '{"a" 1}', "nul", '"a', "[1] 2"):
    try:
        json.loads(wrong)
    except ValueError as error:
        print(error)
try:
    json.dumps({1, 2})
except TypeError as error:
    print(error)
print(json.loads(' [1e3, 123456789012345678901, "\\u0041", {"k": [false]}] '))
# Options, hooks, files and errors.
import io

print(json.dumps({"b": [1.5, None], 3: "\u00e4\U0001f600"}, ensure_ascii=False, default=None, sort_keys=False))
print(json.dumps([float("inf"), -0.0]), json.dumps({1: 2, "a": set()}, default=sorted, indent="--"), json.dumps([], indent=3))
def attempt(f, *args, **options):
    try:
        print(f(*args, **options))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
attempt(json.dumps, {(1, 2): 3})
attempt(json.dumps, [1], separators=(",",))
attempt(json.loads, 5)
attempt(json.loads, '"a\tb"')
print(json.loads('{"a": 1.5, "b": [2, Infinity]}', object_hook=lambda d: sorted(d)))
print(json.loads(bytearray(b" {} ")), json.loads("1", object_hook=None))
file = io.StringIO()
print(json.dump({"x": [1]}, file, indent=1), file.seek(0), json.load(file), repr(file.getvalue()))
try:
    json.loads('["\u00e9",\n  x]')
except json.JSONDecodeError as error:
    print(error, error.msg, error.pos)
print(issubclass(json.JSONDecodeError, ValueError))
loop = []
loop.append(loop)
try:
    json.dumps(loop)
except (ValueError, RecursionError):
    print("circular")
