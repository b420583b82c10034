"""Tests that start threads, which no board has."""

import unittest


def requires_working_threading(*, module=False):
    if module:
        raise unittest.SkipTest("not carried: threads")
    return unittest.skip("not carried: threads")


def reap_threads(test):
    return unittest.skip("not carried: threads")(test)


def start_threads(threads, unlock=None):
    raise unittest.SkipTest("not carried: threads")
