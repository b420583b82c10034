"""The module `errno`: the numbers of errors, as Linux has them."""

from __future__ import annotations

import errno

from anthill.typed import small
from anthill.vm.features import LARGE
from anthill.vm.objects.dict import new_dict
from anthill.vm.objects.module import builtin_module
from anthill.vm.objects.str import name
from anthill.vm.objects.type import when_ready

ERRNO = builtin_module("errno")
COMMON = """EPERM ENOENT EIO EBADF EAGAIN ENOMEM EACCES EBUSY EEXIST ENODEV EISDIR EINVAL
ENOSPC EOPNOTSUPP ETIMEDOUT EINPROGRESS""".split()
"""What small boards have."""


def _define_constants() -> None:
    numbers = {title: getattr(errno, title) for title in dir(errno) if title.startswith("E")}
    for title in numbers if LARGE else COMMON:
        ERRNO.define(title, small(numbers[title]))
    if LARGE:
        titles = new_dict(len(errno.errorcode))
        for number, title in sorted(errno.errorcode.items()):
            titles.store(small(number), name(title))
        ERRNO.define("errorcode", titles)


when_ready(_define_constants)
