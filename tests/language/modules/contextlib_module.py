# boards: virtual
# contextlib: managers of generators, suppress, closing, redirection, stacks
import contextlib
import sys
from contextlib import ExitStack, closing, contextmanager, nullcontext, suppress


@contextmanager
def tag(name):
    "What tag does."
    print("<" + name + ">")
    try:
        yield name.upper()
    except ValueError as e:
        print("handled", e)
    finally:
        print("</" + name + ">")


with tag("a") as value:
    print(value)
with tag("b"):
    raise ValueError("inside")
try:
    with tag("c"):
        raise KeyError("passes")
except KeyError as e:
    print("KeyError", e)
print(tag.__name__, tag.__doc__)


@tag("deco")
def decorated(x):
    print("running", x)
    return x * 2


print(decorated(4), decorated(5))


@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def stops():
    try:
        yield
    except BaseException as e:
        raise StopIteration("x") from e


for manager in (never, twice):
    try:
        with manager():
            print("body")
    except RuntimeError as e:
        print(e)
try:
    with twice():
        raise ValueError
except RuntimeError as e:
    print(e)
try:
    with tag("d"):
        raise StopIteration("own")
except StopIteration as e:
    print("StopIteration", e)

with suppress(KeyError, IndexError):
    {}["x"]
with suppress():
    print("nothing to suppress")
try:
    with suppress(KeyError):
        [][1]
except IndexError as e:
    print(e)


class Thing:
    def close(self):
        print("closed")


with closing(Thing()) as thing:
    print(type(thing).__name__)
with nullcontext(5) as five, nullcontext():
    print(five)


class Out:
    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text


out = Out()
with contextlib.redirect_stdout(out) as target:
    print("to out")
print(repr(out.text), target is out)

with ExitStack() as stack:
    stack.enter_context(tag("one"))
    stack.callback(print, "callback", end="!\n")
    stack.push(lambda kind, value, trace: print("pushed", kind))
    stack.enter_context(tag("two"))
    print("in the stack")

with ExitStack() as stack:
    stack.push(lambda kind, value, trace: True)
    stack.push(lambda kind, value, trace: print("sees", kind.__name__, value))
    raise KeyError("swallowed")

try:
    with ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        raise ValueError("first")
except ZeroDivisionError as e:
    print(repr(e), repr(e.__context__))

stack = ExitStack()
stack.callback(print, "kept")
with stack:
    kept = stack.pop_all()
print("after")
kept.close()
try:
    ExitStack().enter_context(3)
except TypeError as e:
    print(e)


class Manager(contextlib.AbstractContextManager):
    def __exit__(self, *args):
        print("exit", args[0])


with Manager() as m:
    print(type(m).__name__)
print(isinstance(tag("x"), contextlib.AbstractContextManager), issubclass(Thing, contextlib.AbstractContextManager))


class Decorator(contextlib.ContextDecorator):
    def __enter__(self):
        print("enter")

    def __exit__(self, *args):
        print("exit")


@Decorator()
def run():
    print("run")


run()
run()
