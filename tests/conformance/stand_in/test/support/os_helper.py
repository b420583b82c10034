"""Names of files that a test may make."""

import contextlib
import os

TESTFN = "@anthill_test"
TESTFN_ASCII = TESTFN


class FakePath:
    """Something that os.fspath takes."""

    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        if isinstance(self.path, BaseException):
            raise self.path
        return self.path


def unlink(name):
    with contextlib.suppress(OSError):
        os.remove(name)


@contextlib.contextmanager
def temp_cwd(name="tempcwd", quiet=False):
    yield os.getcwd()


class EnvironmentVarGuard:
    """There is no environment to change."""

    def __enter__(self):
        import unittest

        raise unittest.SkipTest("changes the environment")
