"""Scripts run in processes of their own, which no board has."""

import unittest


def assert_python_ok(*arguments, **variables):
    raise unittest.SkipTest("not carried: processes")


assert_python_failure = assert_python_ok
run_python_until_end = assert_python_ok
interpreter_requires_environment = assert_python_ok
