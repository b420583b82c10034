# boards: virtual
# skip: stress fail vm
import json

deep = []
for _ in range(100000):
    deep = [deep]
try:
    json.dumps(deep)
except RecursionError:
    print("too deep")
for text in ("[" * 100000, '{"a":' * 100000):
    try:
        json.loads(text)
    except RecursionError:
        print("too deep")
