# quick
# finally runs on every way out, and may change it.
def f(how):
    try:
        if how == "return": return "value"
        if how == "raise": raise ValueError("v")
        print("body")
    finally:
        print("finally", how)
    return "end"
print(f("normal"), f("return"))
try:
    f("raise")
except ValueError as e:
    print("caught", e)
def override():
    try:
        return 1
    finally:
        return 2
print(override())
def swallow():
    try:
        1 / 0
    finally:
        return "swallowed"
print(swallow())
def replaced():
    try:
        raise ValueError
    finally:
        raise KeyError("new")
try:
    replaced()
except KeyError as e:
    print(repr(e))
def saved():
    x = 1
    try:
        return x
    finally:
        x = 2
print(saved())
def nested():
    try:
        try:
            return "inner"
        finally:
            print("f1")
    finally:
        print("f2")
print(nested())
for i in range(2):
    try:
        continue
    finally:
        print("loop", i)
while True:
    try:
        break
    finally:
        print("broke")
