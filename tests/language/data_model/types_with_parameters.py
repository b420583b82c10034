# boards: virtual
"""Classes of the library that annotations parameterise."""

import asyncio
import collections
import contextlib
import functools
import itertools
import logging
import os
import re
import types

for kind in (
    collections.deque,
    collections.defaultdict,
    collections.OrderedDict,
    collections.Counter,
    collections.ChainMap,
    collections.UserDict,
    enumerate,
    itertools.chain,
    contextlib.AbstractContextManager,
    contextlib.AbstractAsyncContextManager,
    contextlib.ExitStack,
    contextlib.nullcontext,
    functools.partial,
    functools.cached_property,
    asyncio.Queue,
    os.PathLike,
    types.MappingProxyType,
    re.Pattern,
    re.Match,
    logging.StreamHandler,
):
    print(kind[int], kind[int, str].__args__, kind[int].__origin__ is kind)

for kind in (asyncio.Future, asyncio.Task, os.DirEntry):
    print(kind[int].__args__)


def parameters(a: collections.deque[int], b: re.Pattern[str] | None) -> "asyncio.Task[None]":
    waiting: asyncio.Queue[int]
    return a


print(parameters.__annotations__["a"], collections.deque[int]([1, 2]))
for kind in (int, str, bytes, range, map, zip, object):
    try:
        print(kind[int])
    except TypeError as error:
        print(error)


class Named:
    def __fspath__(self):
        return "name"


print(isinstance(Named(), os.PathLike), isinstance("name", os.PathLike), os.fspath(Named()))
try:
    os.PathLike()
except TypeError as error:
    print(type(error).__name__)
