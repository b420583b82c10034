# quick
# Messages for operators that do not fit their operands.
def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print(e)
attempt(lambda: 1 + "a")
attempt(lambda: "a" + 1)
attempt(lambda: [] + ())
attempt(lambda: () + [])
attempt(lambda: {} + {})
attempt(lambda: None + 1)
attempt(lambda: 1 - "a")
attempt(lambda: "a" - "b")
attempt(lambda: "a" * "b")
attempt(lambda: [1] * 1.5)
attempt(lambda: "a" / 2)
attempt(lambda: 1.5 // "a")
attempt(lambda: 1 << 1.5)
attempt(lambda: 1.0 | 1)
attempt(lambda: [] & [])
attempt(lambda: 2 ** "a")
attempt(lambda: 1 @ 2)
attempt(lambda: b"a" + "a")
attempt(lambda: len + 1)
attempt(lambda: object() + 1)
def inplace(op):
    x = 1
    if op == "+": x += "a"
    if op == "*": x *= None
    if op == "-": x -= []
    if op == "<<": x <<= 1.5
for op in ("+", "*", "-", "<<"):
    attempt(lambda: inplace(op))
