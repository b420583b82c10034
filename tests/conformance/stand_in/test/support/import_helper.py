"""Imports of modules that may not be there."""

import importlib
import sys
import unittest


def import_module(name, deprecated=False, *, required_on=()):
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise unittest.SkipTest("not carried: " + name) from error


def import_fresh_module(name, fresh=(), blocked=(), *, deprecated=False):
    """The module: what CPython has twice, in C and in Python, is one here."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None


def unload(name):
    sys.modules.pop(name, None)
