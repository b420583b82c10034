# send, throw, close and the value of yield.
def echo():
    received = None
    while True:
        received = yield received
        print("got", received)
        if received == "stop": return "result"
g = echo()
print(next(g), g.send(1), g.send("two"))
try:
    g.send("stop")
except StopIteration as e:
    print(e.value)
g = echo()
try:
    g.send(5)
except TypeError as e:
    print(e)
def guarded():
    try:
        while True:
            try:
                yield "waiting"
            except ValueError as e:
                print("handled", e)
    finally:
        print("closing")
g = guarded()
print(next(g), g.throw(ValueError("v")))
try:
    g.throw(KeyError("k"))
except KeyError as e:
    print("out", e)
print(next(g, "finished"))
g = guarded()
next(g)
g.close()
print(next(g, "closed"))
g.close()
def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2
g = stubborn()
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)
def fresh():
    yield 1
g = fresh()
g.close()
print(list(g))
g = fresh()
try:
    g.throw(ValueError("early"))
except ValueError as e:
    print(e, list(g))
x = (yield_ for yield_ in range(3))
print(next(x), list(x))
