"""Unit tests: CPython's `unittest` without discovery, mocks and differences of long values.

A TestCase lives while it waits and runs; a result keeps failures as text, not as tracebacks.
"""

import sys
import time
import traceback

__unittest = True


class SkipTest(Exception):
    """Raised to skip a test."""


class _ShouldStop(Exception):
    """A subtest has failed and nothing more shall run."""


# Marks.


def skip(reason):
    """A decorator that skips a test or a class of tests."""
    if callable(reason) and not isinstance(reason, type):
        return skip("")(reason)

    def decorate(item):
        if not isinstance(item, type):
            original = item

            def item(*args, **keywords):
                raise SkipTest(reason)

            item.__name__ = getattr(original, "__name__", "?")
            item.__doc__ = getattr(original, "__doc__", None)
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = reason
        return item

    return decorate


def _unchanged(item):
    return item


def skipIf(condition, reason):
    """`skip` if the condition holds."""
    return skip(reason) if condition else _unchanged


def skipUnless(condition, reason):
    """`skip` unless the condition holds."""
    return _unchanged if condition else skip(reason)


def expectedFailure(item):
    """Mark a test, or all of a class, as one that fails."""
    item.__unittest_expecting_failure__ = True
    return item


# Fixtures outside of a test case.


def _run_cleanups(cleanups):
    """Call what is left to clean up, last first; what was raised."""
    errors = []
    while cleanups:
        function, args, keywords = cleanups.pop()
        try:
            function(*args, **keywords)
        except Exception as error:
            errors.append(_info(error))
    return errors


def _enter(context, add_cleanup):
    """Enter a context manager and leave it with the other cleanups."""
    kind = type(context)
    try:
        enter = kind.__enter__
        leave = kind.__exit__
    except AttributeError:
        raise TypeError(
            f"'{kind.__module__}.{kind.__qualname__}' object does not support the context manager "
            "protocol"
        ) from None
    result = enter(context)
    add_cleanup(leave, context, None, None, None)
    return result


_module_cleanups = []


def addModuleCleanup(function, /, *args, **keywords):
    """Call a function when the tests of the running module are done."""
    _module_cleanups.append((function, args, keywords))


def enterModuleContext(context):
    """Enter a context manager for as long as the tests of the running module."""
    return _enter(context, addModuleCleanup)


def doModuleCleanups():
    """Call what `addModuleCleanup` was given; raises the first error."""
    errors = _run_cleanups(_module_cleanups)
    if errors:
        raise errors[0][1]


# What is shown.


def _info(error):
    return type(error), error, error.__traceback__


def _class_name(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


_MOST_SHOWN = 80


def _shown(value, short=False):
    try:
        result = repr(value)
    except Exception:
        result = object.__repr__(value)
    if not short or len(result) < _MOST_SHOWN:
        return result
    return result[:_MOST_SHOWN] + " [truncated]..."


class _Outcome:
    """How a running test stands."""

    def __init__(self, result):
        self.result = result
        self.success = True
        self.expecting = False
        self.failure = None

    def attempt(self, test, function, *args, **keywords):
        """Call a function of a test; whether it succeeded. Failures go to the result."""
        success = True
        try:
            function(*args, **keywords)
        except KeyboardInterrupt:
            raise
        except SkipTest as error:
            success = False
            self.result.addSkip(test, str(error))
        except _ShouldStop:
            success = False
        except BaseException as error:
            if self.expecting:
                self.failure = _info(error)
            else:
                success = False
                if isinstance(test, _SubTest):
                    self.result.addSubTest(test.test_case, test, _info(error))
                else:
                    _add_error(self.result, test, _info(error))
        if not success:
            self.success = False
        return success


def _add_error(result, test, info):
    if issubclass(info[0], test.failureException):
        result.addFailure(test, info)
    else:
        result.addError(test, info)


# Contexts of assertions.


class _AssertContext:
    """Base of `with self.assertRaises(...)` and its kind."""

    verb = "raised"

    def __init__(self, expected, test, pattern=None):
        self.expected = expected
        self.test_case = test
        self.expected_regex = pattern
        self.obj_name = None
        self.msg = None
        kinds = expected if isinstance(expected, tuple) else (expected,)
        for kind in kinds:
            if not (isinstance(kind, type) and issubclass(kind, self.base)):
                raise TypeError(f"{self.title}() arg 1 must be {self.wanted}")

    def handle(self, args, keywords):
        """The context itself, or the call of `args[0]` inside it."""
        if not args:
            self.msg = keywords.pop("msg", None)
            if keywords:
                raise TypeError(
                    f"{next(iter(keywords))!r} is an invalid keyword argument for this function"
                )
            return self
        function, *args = args
        self.obj_name = getattr(function, "__name__", None) or str(function)
        with self:
            function(*args, **keywords)
        return None

    def fail(self, text):
        """Raise the failure."""
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, text))

    def missed(self):
        """Fail because nothing happened."""
        name = getattr(self.expected, "__name__", None) or str(self.expected)
        by = f" by {self.obj_name}" if self.obj_name else ""
        self.fail(f"{name} not {self.verb}{by}")

    def matches(self, text):
        """Whether the text is as expected."""
        import re

        pattern = self.expected_regex
        return (
            re.compile(pattern).search(text) if isinstance(pattern, str) else pattern.search(text)
        )


class _RaisesContext(_AssertContext):
    base = BaseException
    title = "assertRaises"
    wanted = "an exception type or tuple of exception types"
    exception = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            self.missed()
        if not issubclass(kind, self.expected):
            return False
        self.exception = error
        if self.expected_regex is not None and not self.matches(str(error)):
            pattern = self.expected_regex
            pattern = pattern if isinstance(pattern, str) else pattern.pattern
            self.fail(f'"{pattern}" does not match "{error}"')
        error.with_traceback(None)
        return True


class _WarnsContext(_AssertContext):
    base = Warning
    title = "assertWarns"
    wanted = "a warning type or tuple of warning types"
    verb = "triggered"

    def __enter__(self):
        import warnings

        self.manager = warnings.catch_warnings(record=True)
        self.warnings = self.manager.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, kind, error, trace):
        self.manager.__exit__(kind, error, trace)
        if kind is not None:
            return
        first = None
        for entry in self.warnings:
            warning = entry.message
            if not isinstance(warning, self.expected):
                continue
            if first is None:
                first = warning
            if self.expected_regex is not None and not self.matches(str(warning)):
                continue
            self.warning = warning
            self.filename = entry.filename
            self.lineno = entry.lineno
            return
        if first is not None:
            pattern = self.expected_regex
            pattern = pattern if isinstance(pattern, str) else pattern.pattern
            self.fail(f'"{pattern}" does not match "{first}"')
        self.missed()


class _SubTestContext:
    """`with self.subTest(...)`."""

    def __init__(self, test, message, parameters):
        self.test = test
        self.message = message
        self.parameters = parameters

    def __enter__(self):
        test = self.test
        self.outer = test._subtest
        if test._outcome is not None:
            if self.outer is not None:
                self.parameters = {**self.outer.parameters, **self.parameters}
            test._subtest = _SubTest(test, self.message, self.parameters)

    def __exit__(self, kind, error, trace):
        outcome = self.test._outcome
        if outcome is None:
            return False
        subtest = self.test._subtest
        self.test._subtest = self.outer
        if kind is None:
            if not outcome.expecting:
                outcome.result.addSubTest(self.test, subtest, None)
            return False
        if outcome.expecting or not issubclass(kind, Exception):
            return False
        if issubclass(kind, _ShouldStop):
            return False
        outcome.success = False
        if issubclass(kind, SkipTest):
            outcome.result.addSkip(subtest, str(error))
        else:
            outcome.result.addSubTest(self.test, subtest, (kind, error, trace))
            if outcome.result.failfast:
                raise _ShouldStop
        return True


class TestCase:
    """A test: an object of a subclass for each of its methods whose name begins with `test`."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _outcome = None
    _subtest = None
    _class_cleanups = ()

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []
        if methodName != "runTest" and getattr(self, methodName, None) is None:
            raise ValueError(f"no such test method in {type(self)}: {methodName}")

    def addTypeEqualityFunc(self, kind, function):
        """Have `assertEqual` use a function for two values of exactly this type."""
        self.__dict__.setdefault("_equalities", {})[kind] = function

    # Fixtures.

    def setUp(self):
        """Runs before the test."""

    def tearDown(self):
        """Runs after the test."""

    @classmethod
    def setUpClass(cls):
        """Runs before the tests of the class."""

    @classmethod
    def tearDownClass(cls):
        """Runs after the tests of the class."""

    def addCleanup(self, function, /, *args, **keywords):
        """Call a function after the test and `tearDown`; the last one first."""
        self._cleanups.append((function, args, keywords))

    def enterContext(self, context):
        """Enter a context manager until the test ends."""
        return _enter(context, self.addCleanup)

    def doCleanups(self):
        """Call what `addCleanup` was given; whether all went well."""
        outcome = self._outcome or _Outcome(TestResult())
        while self._cleanups:
            function, args, keywords = self._cleanups.pop()
            outcome.attempt(self, function, *args, **keywords)
        return outcome.success

    @classmethod
    def addClassCleanup(cls, function, /, *args, **keywords):
        """Call a function after the tests of the class."""
        if "_class_cleanups" not in cls.__dict__:
            cls._class_cleanups = []
        cls._class_cleanups.append((function, args, keywords))

    @classmethod
    def enterClassContext(cls, context):
        """Enter a context manager until the tests of the class end."""
        return _enter(context, cls.addClassCleanup)

    @classmethod
    def doClassCleanups(cls):
        """Call what `addClassCleanup` was given."""
        cls.tearDown_exceptions = _run_cleanups(cls._class_cleanups)

    # What it is.

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return TestResult()

    def id(self):
        return f"{_class_name(type(self))}.{self._testMethodName}"

    def shortDescription(self):
        doc = getattr(getattr(self, self._testMethodName), "__doc__", None)
        return doc.strip().split("\n")[0].strip() if doc else None

    def __str__(self):
        return f"{self._testMethodName} ({self.id()})"

    def __repr__(self):
        return f"<{_class_name(type(self))} testMethod={self._testMethodName}>"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    # Running.

    def __call__(self, *args, **keywords):
        return self.run(*args, **keywords)

    def run(self, result=None):
        """Run the test; what happens goes to the result."""
        own_result = result is None
        if own_result:
            result = self.defaultTestResult()
            result.startTestRun()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            for item in (type(self), method):
                if getattr(item, "__unittest_skip__", False):
                    result.addSkip(self, getattr(item, "__unittest_skip_why__", ""))
                    return result
            expecting = getattr(self, "__unittest_expecting_failure__", False) or getattr(
                method, "__unittest_expecting_failure__", False
            )
            self._outcome = outcome = _Outcome(result)
            try:
                self._run_parts(outcome, method, expecting)
            finally:
                self._outcome = None
                outcome.failure = None
            return result
        finally:
            result.stopTest(self)
            if own_result:
                result.stopTestRun()

    def _run_parts(self, outcome, method, expecting):
        """Run the fixtures and the test, and tell the result how it ended."""
        if outcome.attempt(self, self.setUp):
            outcome.expecting = expecting
            outcome.attempt(self, self._call_test, method)
            outcome.expecting = False
            outcome.attempt(self, self.tearDown)
        self.doCleanups()
        if outcome.success:
            if not expecting:
                outcome.result.addSuccess(self)
            elif outcome.failure:
                outcome.result.addExpectedFailure(self, outcome.failure)
            else:
                outcome.result.addUnexpectedSuccess(self)

    def _call_test(self, method):
        method()

    def debug(self):
        """Run the test and let its exceptions pass."""
        method = getattr(self, self._testMethodName)
        for item in (type(self), method):
            if getattr(item, "__unittest_skip__", False):
                raise SkipTest(getattr(item, "__unittest_skip_why__", ""))
        self.setUp()
        self._call_test(method)
        self.tearDown()
        while self._cleanups:
            function, args, keywords = self._cleanups.pop()
            function(*args, **keywords)

    def skipTest(self, reason):
        """Skip the rest of the test."""
        raise SkipTest(reason)

    def subTest(self, msg=None, **parameters):
        """A context whose failure does not end the test."""
        return _SubTestContext(self, msg, parameters)

    # Assertions. `msg` is added to the standard message, or replaces it without `longMessage`.

    def _formatMessage(self, msg, standard):
        if not self.longMessage:
            return msg or standard
        return standard if msg is None else f"{standard} : {msg}"

    def _fail(self, msg, standard):
        raise self.failureException(self._formatMessage(msg, standard))

    def fail(self, msg=None):
        raise self.failureException(msg)

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, f"{_shown(expr)} is not true")

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, f"{_shown(expr)} is not false")

    def assertEqual(self, first, second, msg=None):
        kind = type(first)
        if kind is type(second):
            special = self.__dict__.get("_equalities", _NOTHING).get(kind)
            if special is not None:
                special = getattr(self, special) if isinstance(special, str) else special
                special(first, second, msg=msg)
                return
            if kind in _EQUALITIES:
                getattr(self, _EQUALITIES[kind])(first, second, msg=msg)
                return
        if not first == second:
            self._fail(msg, f"{_shown(first)} != {_shown(second)}")

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, f"{_shown(first)} == {_shown(second)}")

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if first == second:
            return
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            if difference <= delta:
                return
            within = f"within {_shown(delta)} delta"
        else:
            places = 7 if places is None else places
            if round(difference, places) == 0:
                return
            within = f"within {places} places"
        self._fail(
            msg, f"{_shown(first)} != {_shown(second)} {within} ({_shown(difference)} difference)"
        )

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            if not first == second and difference > delta:
                return
            within = f"within {_shown(delta)} delta ({_shown(difference)} difference)"
        else:
            places = 7 if places is None else places
            if not first == second and round(difference, places) != 0:
                return
            within = f"within {places} places"
        self._fail(msg, f"{_shown(first)} == {_shown(second)} {within}")

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        name = "sequence"
        if seq_type is not None:
            name = seq_type.__name__
            for number, value in (("First", first), ("Second", second)):
                if not isinstance(value, seq_type):
                    raise self.failureException(
                        f"{number} sequence is not a {name}: {_shown(value)}"
                    )
        text = None
        for number, value in (("First", first), ("Second", second)):
            try:
                len(value)
            except (TypeError, NotImplementedError):
                text = f"{number} {name} has no length.    Non-sequence?"
                break
        if text is None:
            if first == second:
                return
            difference = _sequence_difference(first, second, name)
            if not difference and len(first) == len(second) and type(first) is not type(second):
                return
            text = f"{name[0].upper()}{name[1:]}s differ: {_shown(first, True)} != "
            text += f"{_shown(second, True)}\n{difference}"
        self._fail(msg, text)

    def assertListEqual(self, list1, list2, msg=None):
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        lines = []
        for title, one, other in (("first", set1, set2), ("second", set2, set1)):
            try:
                extra = one.difference(other)
            except TypeError as error:
                self.fail(f"invalid type when attempting set difference: {error}")
            except AttributeError as error:
                self.fail(f"{title} argument does not support set difference: {error}")
            if extra:
                lines.append(f"Items in the {title} set but not the {_OTHER[title]}:")
                lines += [_shown(item) for item in extra]
        if lines:
            self._fail(msg, "\n".join(lines))

    def assertDictEqual(self, d1, d2, msg=None):
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            self._fail(msg, f"{_shown(d1, True)} != {_shown(d2, True)}")

    def assertMultiLineEqual(self, first, second, msg=None):
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first != second:
            self._fail(msg, f"{_shown(first, True)} != {_shown(second, True)}")

    def assertCountEqual(self, first, second, msg=None):
        differences = _count_differences(list(first), list(second))
        if differences:
            lines = ["Element counts were not equal:"]
            lines += [f"First has {n}, Second has {m}:  {item!r}" for n, m, item in differences]
            self._fail(msg, "\n".join(lines))

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, f"{_shown(a)} not less than {_shown(b)}")

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, f"{_shown(a)} not less than or equal to {_shown(b)}")

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, f"{_shown(a)} not greater than {_shown(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, f"{_shown(a)} not greater than or equal to {_shown(b)}")

    def assertIs(self, expr1, expr2, msg=None):
        if expr1 is not expr2:
            self._fail(msg, f"{_shown(expr1)} is not {_shown(expr2)}")

    def assertIsNot(self, expr1, expr2, msg=None):
        if expr1 is expr2:
            self._fail(msg, f"unexpectedly identical: {_shown(expr1)}")

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, f"{_shown(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, "unexpectedly None")

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, f"{_shown(member)} not found in {_shown(container)}")

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, f"{_shown(member)} unexpectedly found in {_shown(container)}")

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail(msg, f"{_shown(obj)} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail(msg, f"{_shown(obj)} is an instance of {cls!r}")

    def assertRegex(self, text, expected_regex, msg=None):
        import re

        pattern = expected_regex
        if isinstance(pattern, (str, bytes)):
            pattern = re.compile(pattern)
        if not pattern.search(text):
            self._fail(msg, f"Regex didn't match: {pattern.pattern!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        import re

        pattern = unexpected_regex
        if isinstance(pattern, (str, bytes)):
            pattern = re.compile(pattern)
        match = pattern.search(text)
        if match:
            found = text[match.start() : match.end()]
            self._fail(msg, f"Regex matched: {found!r} matches {pattern.pattern!r} in {text!r}")

    def assertRaises(self, expected_exception, *args, **kwargs):
        return _RaisesContext(expected_exception, self).handle(args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        context = _RaisesContext(expected_exception, self, expected_regex)
        return context.handle(args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        return _WarnsContext(expected_warning, self).handle(args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        return _WarnsContext(expected_warning, self, expected_regex).handle(args, kwargs)


_NOTHING = {}
_OTHER = {"first": "second", "second": "first"}
_EQUALITIES = {
    dict: "assertDictEqual",
    list: "assertListEqual",
    tuple: "assertTupleEqual",
    set: "assertSetEqual",
    frozenset: "assertSetEqual",
    str: "assertMultiLineEqual",
}


def _sequence_difference(first, second, name):
    """What is said of two sequences that are not equal."""
    sizes = len(first), len(second)
    for index in range(min(sizes)):
        try:
            one = first[index]
        except (TypeError, IndexError, NotImplementedError):
            return f"\nUnable to index element {index} of first {name}\n"
        try:
            other = second[index]
        except (TypeError, IndexError, NotImplementedError):
            return f"\nUnable to index element {index} of second {name}\n"
        if one != other:
            shown = f"{_shown(one, True)}\n{_shown(other, True)}"
            return f"\nFirst differing element {index}:\n{shown}\n"
    if sizes[0] == sizes[1]:
        return ""
    title, longer = ("First", first) if sizes[0] > sizes[1] else ("Second", second)
    index = min(sizes)
    text = f"\n{title} {name} contains {abs(sizes[0] - sizes[1])} additional elements.\n"
    return text + f"First extra element {index}:\n{_shown(longer[index], True)}\n"


def _count_differences(first, second):
    """(times in first, times in second, item) where these differ."""
    result = []
    while first or second:
        item = first[0] if first else second[0]
        counts = []
        for items in (first, second):
            rest = [other for other in items if not (other is item or other == item)]
            counts.append(len(items) - len(rest))
            items[:] = rest
        if counts[0] != counts[1]:
            result.append((*counts, item))
    return result


class FunctionTestCase(TestCase):
    """A test made of functions."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._setup = setUp
        self._teardown = tearDown
        self._function = testFunc
        self._description = description

    def setUp(self):
        if self._setup is not None:
            self._setup()

    def tearDown(self):
        if self._teardown is not None:
            self._teardown()

    def runTest(self):
        self._function()

    def id(self):
        return self._function.__name__

    def shortDescription(self):
        return self._description or super().shortDescription()

    def __str__(self):
        return f"{_class_name(type(self))} ({self.id()})"

    def __eq__(self, other):
        return isinstance(other, FunctionTestCase) and self._function is other._function

    def __hash__(self):
        return hash(self._function)


class _SubTest(TestCase):
    """What results hear of a subtest."""

    def __init__(self, test, message, parameters):
        super().__init__()
        self.test_case = test
        self.message = message
        self.parameters = parameters
        self.failureException = test.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _description(self):
        parts = []
        if self.message is not None:
            parts.append(f"[{self.message}]")
        if self.parameters:
            pairs = ", ".join(f"{name}={value!r}" for name, value in self.parameters.items())
            parts.append(f"({pairs})")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._description()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._description()}"


class _ErrorHolder:
    """Stands for a test where a fixture of a class or module has failed."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __str__(self):
        return self.description

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def countTestCases(self):
        return 0

    def run(self, result):
        pass


# Results.


class TestResult:
    """Collects what happens."""

    failfast = False
    buffer = False
    shouldStop = False
    testsRun = 0

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.failures = []
        self.errors = []
        self.skipped = []
        self.expectedFailures = []
        self.unexpectedSuccesses = []

    def startTestRun(self):
        """Before all tests."""

    def stopTestRun(self):
        """After all tests."""

    def startTest(self, test):
        self.testsRun += 1

    def stopTest(self, test):
        """After a test."""

    def addError(self, test, err):
        self._add_bad(self.errors, test, err)

    def addFailure(self, test, err):
        self._add_bad(self.failures, test, err)

    def _add_bad(self, kept, test, err):
        kept.append((test, self._exc_info_to_string(err, test)))
        if self.failfast:
            self.stop()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            bad = self.failures if issubclass(err[0], test.failureException) else self.errors
            TestResult._add_bad(self, bad, subtest, err)

    def addSuccess(self, test):
        """A test has passed."""

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        if self.failfast:
            self.stop()

    def wasSuccessful(self):
        return not (self.failures or self.errors or self.unexpectedSuccesses)

    def stop(self):
        self.shouldStop = True

    def _exc_info_to_string(self, err, test):
        return "".join(traceback.format_exception(err[1]))

    def __repr__(self):
        return (
            f"<{_class_name(type(self))} run={self.testsRun} errors={len(self.errors)} "
            f"failures={len(self.failures)}>"
        )


class _Stream:
    """A text stream with `writeln`."""

    def __init__(self, stream):
        self.stream = stream

    def write(self, text):
        self.stream.write(text)

    def writeln(self, text=""):
        self.stream.write(text + "\n")

    def flush(self):
        flush = getattr(self.stream, "flush", None)
        if flush is not None:
            flush()


class TextTestResult(TestResult):
    """Writes a mark or a line for each test."""

    separator1 = "=" * 70
    separator2 = "-" * 70

    def __init__(self, stream, descriptions, verbosity, **others):
        super().__init__(stream, descriptions, verbosity)
        self.stream = stream
        self.descriptions = descriptions
        self.showAll = verbosity > 1
        self.dots = verbosity == 1
        self._new_line = True

    def getDescription(self, test):
        first = test.shortDescription()
        return f"{test}\n{first}" if self.descriptions and first else str(test)

    def startTest(self, test):
        super().startTest(test)
        if self.showAll:
            self.stream.write(self.getDescription(test) + " ... ")
            self.stream.flush()
            self._new_line = False

    def _show(self, test, word, mark):
        if self.showAll:
            if isinstance(test, _SubTest):
                if not self._new_line:
                    self.stream.writeln()
                self.stream.write("  ")
            elif self._new_line:
                self.stream.write(self.getDescription(test) + " ... ")
            if isinstance(test, _SubTest):
                self.stream.write(self.getDescription(test) + " ... ")
            self.stream.writeln(word)
            self._new_line = True
        elif self.dots:
            self.stream.write(mark)
        self.stream.flush()

    def addSubTest(self, test, subtest, err):
        if err is not None:
            bad = issubclass(err[0], subtest.failureException)
            self._show(subtest, *(("FAIL", "F") if bad else ("ERROR", "E")))
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        self._show(test, "ok", ".")

    def addError(self, test, err):
        super().addError(test, err)
        self._show(test, "ERROR", "E")

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self._show(test, "FAIL", "F")

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self._show(test, f"skipped {reason!r}", "s")

    def addExpectedFailure(self, test, err):
        super().addExpectedFailure(test, err)
        self._show(test, "expected failure", "x")

    def addUnexpectedSuccess(self, test):
        super().addUnexpectedSuccess(test)
        self._show(test, "unexpected success", "u")

    def printErrors(self):
        if self.dots or self.showAll:
            self.stream.writeln()
        self.printErrorList("ERROR", self.errors)
        self.printErrorList("FAIL", self.failures)
        if self.unexpectedSuccesses:
            self.stream.writeln(self.separator1)
            for test in self.unexpectedSuccesses:
                self.stream.writeln(f"UNEXPECTED SUCCESS: {self.getDescription(test)}")

    def printErrorList(self, flavour, errors):
        for test, text in errors:
            self.stream.writeln(self.separator1)
            self.stream.writeln(f"{flavour}: {self.getDescription(test)}")
            self.stream.writeln(self.separator2)
            self.stream.writeln(text)


class TextTestRunner:
    """Runs tests and writes what happens."""

    resultclass = TextTestResult

    def __init__(
        self,
        stream=None,
        descriptions=True,
        verbosity=1,
        failfast=False,
        buffer=False,
        resultclass=None,
        warnings=None,
        *,
        tb_locals=False,
        durations=None,
    ):
        self.stream = _Stream(sys.stderr if stream is None else stream)
        self.descriptions = descriptions
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        if resultclass is not None:
            self.resultclass = resultclass

    def _makeResult(self):
        return self.resultclass(self.stream, self.descriptions, self.verbosity)

    def run(self, test):
        result = self._makeResult()
        result.failfast = self.failfast
        result.buffer = self.buffer
        begin = time.time()
        result.startTestRun()
        try:
            test(result)
        finally:
            result.stopTestRun()
        seconds = time.time() - begin
        if hasattr(result, "printErrors"):
            result.printErrors()
            self.stream.writeln(result.separator2)
        run = result.testsRun
        self.stream.writeln(f"Ran {run} test{'' if run == 1 else 's'} in {seconds:.3f}s\n")
        self._summary(result, run)
        return result

    def _summary(self, result, run):
        parts = []
        for title, kept in (
            ("failures", result.failures),
            ("errors", result.errors),
            ("skipped", result.skipped),
            ("expected failures", result.expectedFailures),
            ("unexpected successes", result.unexpectedSuccesses),
        ):
            if kept:
                parts.append(f"{title}={len(kept)}")
        word = "FAILED"
        if result.wasSuccessful():
            word = "NO TESTS RAN" if run == 0 and not result.skipped else "OK"
        self.stream.writeln(word + (f" ({', '.join(parts)})" if parts else ""))
        self.stream.flush()


# Suites.


class TestSuite:
    """Tests and other suites, run one after the other with the fixtures of classes and modules."""

    def __init__(self, tests=()):
        self._tests = []
        self._removed = 0
        self.addTests(tests)

    def addTest(self, test):
        if not callable(test):
            raise TypeError(f"{test!r} is not callable")
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError(
                "TestCases and TestSuites must be instantiated before passing them to addTest()"
            )
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def __iter__(self):
        return iter(self._tests)

    def __eq__(self, other):
        if not isinstance(other, type(self)):
            return NotImplemented
        return list(self) == list(other)

    def __repr__(self):
        return f"<{_class_name(type(self))} tests={list(self)}>"

    def countTestCases(self):
        return self._removed + sum(test.countTestCases() for test in self._tests if test)

    def __call__(self, *args, **keywords):
        return self.run(*args, **keywords)

    def debug(self):
        for test in self:
            test.debug()

    def run(self, result, debug=False):
        top = not hasattr(result, "_fixtures")
        if top:
            result._fixtures = _Fixtures(result)
        for index, test in enumerate(self._tests):
            if result.shouldStop:
                break
            if isinstance(test, TestCase):
                if not result._fixtures.enter(type(test)):
                    continue
            test(result)
            self._removed += test.countTestCases()
            self._tests[index] = None
        if top:
            result._fixtures.leave()
            del result._fixtures
        return result


class _Fixtures:
    """The fixtures of the class and module whose tests are running."""

    def __init__(self, result):
        self.result = result
        self.cls = None
        self.module = None
        self.class_ok = self.module_ok = True

    def enter(self, cls):
        """Have the fixtures of a class set up; whether its tests can run."""
        if cls is self.cls:
            return self.class_ok and self.module_ok
        self.leave_class()
        if cls.__module__ != self.module:
            self.leave_module()
            self.enter_module(cls.__module__)
        self.cls = cls
        self.class_ok = True
        if self.module_ok and not getattr(cls, "__unittest_skip__", False):
            try:
                cls.setUpClass()
            except Exception as error:
                self.class_ok = False
                self.report(error, f"setUpClass ({_class_name(cls)})")
                self.clean_class()
        return self.class_ok and self.module_ok

    def leave(self):
        """Tear down what is set up."""
        self.leave_class()
        self.leave_module()

    def leave_class(self):
        cls, self.cls = self.cls, None
        if cls is None or not self.class_ok or not self.module_ok:
            return
        if getattr(cls, "__unittest_skip__", False):
            return
        try:
            cls.tearDownClass()
        except Exception as error:
            self.report(error, f"tearDownClass ({_class_name(cls)})")
        self.cls = cls
        self.clean_class()
        self.cls = None

    def clean_class(self):
        self.cls.doClassCleanups()
        for _, error, _ in self.cls.tearDown_exceptions:
            self.report(error, f"tearDownClass ({_class_name(self.cls)})")

    def enter_module(self, title):
        self.module = title
        self.module_ok = True
        self.call_module("setUpModule")

    def leave_module(self):
        if self.module is not None and self.module_ok:
            self.call_module("tearDownModule")
        for _, error, _ in _run_cleanups(_module_cleanups):
            self.report(error, f"tearDownModule ({self.module})")
        self.module = None

    def call_module(self, name):
        function = getattr(sys.modules.get(self.module), name, None)
        if function is None:
            return
        try:
            function()
        except Exception as error:
            self.module_ok = False
            self.report(error, f"{name} ({self.module})")

    def report(self, error, description):
        holder = _ErrorHolder(description)
        if isinstance(error, SkipTest):
            self.result.addSkip(holder, str(error))
        else:
            self.result.addError(holder, _info(error))


# Loading.


class TestLoader:
    """Finds tests in classes and modules."""

    testMethodPrefix = "test"
    testNamePatterns = None
    suiteClass = TestSuite

    def __init__(self):
        self.errors = []

    def getTestCaseNames(self, testCaseClass):
        """Names of the tests of a class, in order."""
        return [name for name in sorted(dir(testCaseClass)) if self._chosen(testCaseClass, name)]

    def _chosen(self, cls, name):
        if not name.startswith(self.testMethodPrefix) or not callable(getattr(cls, name)):
            return False
        patterns = self.testNamePatterns
        full = f"{_class_name(cls)}.{name}"
        return patterns is None or any(_matches(full, pattern) for pattern in patterns)

    def loadTestsFromTestCase(self, testCaseClass):
        if issubclass(testCaseClass, TestSuite):
            raise TypeError(
                "Test cases should not be derived from TestSuite. "
                "Maybe you meant to derive from TestCase?"
            )
        names = self.getTestCaseNames(testCaseClass)
        if not names and hasattr(testCaseClass, "runTest"):
            names = ["runTest"]
        return self.suiteClass([testCaseClass(name) for name in names])

    def loadTestsFromModule(self, module, *, pattern=None):
        tests = []
        for name in dir(module):
            item = getattr(module, name)
            if (
                isinstance(item, type)
                and issubclass(item, TestCase)
                and item not in (TestCase, FunctionTestCase)
            ):
                tests.append(self.loadTestsFromTestCase(item))
        tests = self.suiteClass(tests)
        custom = getattr(module, "load_tests", None)
        return tests if custom is None else custom(self, tests, pattern)

    def loadTestsFromName(self, name, module=None):
        """The tests of `[module.][Class[.method]]`."""
        parts = name.split(".")
        place = module
        if place is None:
            used = len(parts)
            while True:
                try:
                    __import__(".".join(parts[:used]))
                    place = sys.modules[".".join(parts[:used])]
                    break
                except ImportError:
                    used -= 1
                    if not used:
                        raise
            parts = parts[used:]
        owner = None
        for part in parts:
            owner, place = place, getattr(place, part)
        if isinstance(place, type) and issubclass(place, TestCase):
            return self.loadTestsFromTestCase(place)
        if isinstance(owner, type) and issubclass(owner, TestCase):
            return self.suiteClass([owner(parts[-1])])
        if not parts or isinstance(place, type(sys)):
            return self.loadTestsFromModule(place)
        if isinstance(place, TestSuite):
            return place
        test = place()
        if isinstance(test, TestSuite):
            return test
        if isinstance(test, TestCase):
            return self.suiteClass([test])
        raise TypeError(f"calling {place} returned {test}, not a test")

    def loadTestsFromNames(self, names, module=None):
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])


defaultTestLoader = TestLoader()


def _matches(name, pattern):
    """Whether a name has the form of a pattern with `*` for anything."""
    first, *rest = pattern.split("*")
    if not rest:
        return name == first
    if not name.startswith(first):
        return False
    at = len(first)
    for part in rest[:-1]:
        at = name.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return name.endswith(rest[-1]) and len(name) - len(rest[-1]) >= at


class TestProgram:
    """`unittest.main()`: runs the tests that the arguments name, or all of a module."""

    usage = "usage: [-v] [-q] [-f] [-b] [-k PATTERN] [NAME ...]"

    def __init__(
        self,
        module="__main__",
        defaultTest=None,
        argv=None,
        testRunner=None,
        testLoader=defaultTestLoader,
        exit=True,
        verbosity=1,
        failfast=None,
        catchbreak=None,
        buffer=None,
        warnings=None,
        *,
        tb_locals=False,
        durations=None,
    ):
        if isinstance(module, str):
            __import__(module)
            module = sys.modules[module]
        self.module = module
        self.exit = exit
        self.verbosity = verbosity
        self.failfast = failfast
        self.buffer = buffer
        self.testRunner = testRunner
        self.testLoader = testLoader
        names = self._parse((sys.argv if argv is None else argv)[1:])
        if not names and defaultTest is not None:
            names = [defaultTest] if isinstance(defaultTest, str) else defaultTest
        if names:
            self.test = testLoader.loadTestsFromNames(names, module)
        elif module is None:
            print(self.usage)
            sys.exit(2)
        else:
            self.test = testLoader.loadTestsFromModule(module)
        self.runTests()

    def _parse(self, arguments):
        """Take the options; the names that are left."""
        names = []
        patterns = []
        arguments = iter(arguments)
        for argument in arguments:
            if argument in ("-v", "--verbose"):
                self.verbosity = 2
            elif argument in ("-q", "--quiet"):
                self.verbosity = 0
            elif argument in ("-f", "--failfast"):
                self.failfast = True
            elif argument in ("-b", "--buffer"):
                self.buffer = True
            elif argument.startswith("-k"):
                pattern = argument[2:] or next(arguments, "")
                patterns.append(pattern if "*" in pattern else f"*{pattern}*")
            elif argument.startswith("-"):
                print(self.usage)
                sys.exit(0 if argument in ("-h", "--help") else 2)
            else:
                names.append(argument)
        if patterns:
            self.testLoader.testNamePatterns = patterns
        return names

    def runTests(self):
        runner = self.testRunner or TextTestRunner
        if isinstance(runner, type):
            runner = runner(
                verbosity=self.verbosity, failfast=bool(self.failfast), buffer=bool(self.buffer)
            )
        self.result = runner.run(self.test)
        if self.exit:
            if self.result.testsRun == 0 and not self.result.skipped:
                sys.exit(5)
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
