"""Checks of warnings."""

import contextlib
import unittest
import warnings


@contextlib.contextmanager
def check_warnings(*filters, **options):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield caught


@contextlib.contextmanager
def check_no_warnings(case, message="", category=Warning, force_gc=False):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield
    case.assertEqual(caught, [])


def check_syntax_warning(case, statement, errtext="", *, lineno=1, offset=None):
    raise unittest.SkipTest("not carried: warnings of the compiler")


def ignore_warnings(*, category):
    def decorate(test):
        return test

    return decorate
