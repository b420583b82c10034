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
