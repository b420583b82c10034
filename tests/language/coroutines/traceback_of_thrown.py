# boards: virtual
"""Frames in the traceback of what is thrown into generators and coroutines."""

import traceback
def g():
    yield 1
async def co():
    pass
def d():
    yield from g()
def t(f):
    try: f()
    except BaseException as e:
        print(type(e).__name__, [(x.name, x.lineno) for x in traceback.extract_tb(e.__traceback__)])
t(lambda: g().throw(ValueError))
t(lambda: g().throw(ValueError('x')))
t(lambda: co().throw(ValueError('x')))
t(lambda: d().throw(ValueError('x')))
def started():
    i = d(); next(i); i.throw(KeyError(1))
t(started)
def ended():
    i = d(); list(i); i.throw(KeyError(1))
t(ended)
t(lambda: (x for x in [1]).throw(OSError))
