"""The tables of characters that go into an image, against the host's Unicode data."""

from __future__ import annotations

import pytest

import anthill.vm.objects.str  # noqa: F401  (the core types come first)
from anthill.vm import unicode

LIMIT = 0x3400


@pytest.fixture(scope="module")
def tables():
    return unicode.Tables(LIMIT)


def test_classes(tables):
    for code in range(LIMIT):
        assert unicode.table_classes(code, tables.runs) == unicode.host_classes(code), hex(code)


def test_case(tables):
    pairs = (
        (True, tables.upper_from, tables.upper_to),
        (False, tables.lower_from, tables.lower_to),
    )
    for upper, source, target in pairs:
        for code in range(LIMIT):
            entry = unicode.changed(code, source, target)
            if entry & unicode.EXPANDS:
                place = entry & ~unicode.EXPANDS
                codes = [tables.expansions[place + index] for index in range(3)]
                found = "".join(chr(other) for other in codes if other)
            else:
                found = chr(entry)
            assert found == unicode.host_case(code, upper), hex(code)
