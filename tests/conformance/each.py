"""Runs one file of CPython's suite on the interpreter that runs this, and prints what came out.

    each.py DIRECTORY MODULE [DONE]

DIRECTORY is where the package `test` is installed, MODULE a name in it. The first DONE tests are
not run: the way to go on after one that ended the process. Each test prints two lines, its name
when it begins and `= outcome reason` when it ends; outcome is ok, failed or skipped.
"""

import sys
import unittest

NOT_CARRIED = (
    "_testcapi _testinternalcapi _testlimitedcapi _datetime _decimal _opcode _pickle _string"
    " ast codecs concurrent concurrent.futures copyreg csv ctypes datetime decimal dis"
    " fractions gettext inspect locale logging multiprocessing numbers opcode pathlib"
    " pickle pickletools platform pprint pydoc queue select shelve shutil signal socket sqlite3"
    " statistics string.templatelib subprocess symtable sysconfig tempfile threading _thread"
    " tokenize tracemalloc unicodedata unittest.mock urllib uuid weakref xml zlib"
).split()
"""Modules the suite imports; those that are not here are stood in for by Absent."""


class Absent:
    """A module that is not carried, and all that is in it: whoever uses it is skipped."""

    def __init__(self, title):
        self._title = title
        self.__name__ = title
        self.__path__ = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Absent(self._title)

    def _skip(self, *args, **keywords):
        raise unittest.SkipTest("not carried: " + self._title)

    __enter__ = __len__ = _skip

    def __call__(self, *args, **keywords):
        """A decorator, while the module is read; a test that calls it is skipped."""
        if Report.running:
            self._skip()
        if len(args) == 1 and callable(args[0]):
            return unittest.skip("not carried: " + self._title)(args[0])
        return self

    def __bool__(self):
        return False

    def __iter__(self):
        return iter(())

    def __index__(self):
        return 0

    def __add__(self, other):
        return other

    def __lt__(self, other):
        return False

    __le__ = __gt__ = __ge__ = __lt__

    def __mro_entries__(self, bases):
        return ()


class Report(unittest.TestResult):
    """Prints each outcome as soon as it is known."""

    running = False

    def startTest(self, test):
        super().startTest(test)
        self._outcome = "ok", ""
        print(test.id(), flush=True)

    def stopTest(self, test):
        super().stopTest(test)
        print("=", *self._outcome, flush=True)

    def addError(self, test, error):
        self._outcome = "failed", described(error[1])
        if not hasattr(test, "_testMethodName"):
            print("?", described(error[1]), flush=True)

    addFailure = addError

    def addSubTest(self, test, subtest, error):
        if error is not None:
            self.addError(test, error)

    def addSkip(self, test, reason):
        if self._outcome[0] == "ok":
            self._outcome = "skipped", " ".join(str(reason).split())

    def addExpectedFailure(self, test, error):
        self._outcome = "skipped", "CPython expects it to fail"

    def addUnexpectedSuccess(self, test):
        self._outcome = "ok", ""


def described(error):
    """The error's class and message in one line."""
    text = " ".join(str(error).split())
    return type(error).__name__ + ": " + text[:160]


def tests_of(suite):
    """The tests of nested suites, in the order of their names."""
    found = []
    for item in suite:
        if hasattr(item, "_testMethodName"):
            found.append(item)
        else:
            found.extend(tests_of(item))
    return found


def stand_in():
    """Put an Absent for every module that cannot be imported."""
    for title in NOT_CARRIED:
        try:
            __import__(title)
        except ImportError:
            sys.modules[title] = Absent(title)


def main():
    module_name = "test." + sys.argv[2]
    done = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    stand_in()
    module = __import__(module_name)
    for part in module_name.split(".")[1:]:
        module = getattr(module, part)
    loader = unittest.defaultTestLoader
    try:
        tests = tests_of(loader.loadTestsFromModule(module))
    except unittest.SkipTest:  # its load_tests also wants tests in texts, which are not carried
        del module.load_tests
        tests = tests_of(loader.loadTestsFromModule(module))
    remaining = unittest.TestSuite(tests[done:])
    print("#", len(tests), flush=True)
    Report.running = True
    remaining.run(Report())


main()
