"""What CPython's tests need of `test.support`, for an interpreter that is not CPython.

A test that needs what only CPython has is skipped with a reason that begins with DETAIL; one that
needs a process, a thread or gigabytes, which no board has, with a reason that begins with ABSENT.
"""

import contextlib
import functools
import gc
import io
import sys
import textwrap
import time
import unittest

__path__.append(sys.argv[1] + "/support")

DETAIL = "CPython detail: "
ABSENT = "not carried: "

verbose = False
SHORT_TIMEOUT = 30.0
LONG_TIMEOUT = 300.0
REPO_ROOT = sys.argv[1]
TEST_HOME_DIR = sys.argv[1]
MAX_Py_ssize_t = sys.maxsize
NHASHBITS = 64
_1M = 1 << 20
_1G = 1 << 30
_2G = 2 << 30
_4G = 4 << 30
Py_DEBUG = False
Py_GIL_DISABLED = False
Py_TRACE_REFS = False
PGO = False
MS_WINDOWS = False
is_wasi = is_emscripten = is_android = is_apple = is_apple_mobile = False
has_subprocess_support = has_fork_support = has_socket_support = False
HAVE_DOCSTRINGS = False
MISSING_C_DOCSTRINGS = True


class Error(Exception):
    """The root of what this module raises."""


class TestFailed(Error):
    """A check of this module failed."""


class ResourceDenied(unittest.SkipTest):
    """A test asks for what it was not given."""


def _skip(reason):
    return unittest.skip(reason)


def _unchanged(test):
    return test


def cpython_only(test):
    return unittest.skip(DETAIL + "marked cpython_only")(test)


def check_impl_detail(**guards):
    """Whether the details asked for are those of this interpreter; by default CPython's."""
    return bool(guards) and not any(guards.values())


def impl_detail(msg=None, **guards):
    if check_impl_detail(**guards):
        return _unchanged
    return unittest.skip(DETAIL + (msg or "implementation detail"))


def refcount_test(test):
    return unittest.skip(DETAIL + "reference counts")(test)


def no_tracing(test):
    return test


def suppress_immortalization(suppress=True):
    return _unchanged


skip_if_suppress_immortalization = suppress_immortalization
without_optimizer = _unchanged
force_not_colorized = _unchanged
requires_gil_enabled = suppress_immortalization


def requires_specialization(test):
    return unittest.skip(DETAIL + "specialising interpreter")(test)


def requires_docstrings(test):
    return unittest.skip(DETAIL + "docstrings of built-in objects")(test)


def requires_debug_ranges(reason=""):
    return unittest.skip(DETAIL + "positions in code objects")


def requires_limited_api(test):
    return unittest.skip(DETAIL + "C interface")(test)


def run_in_subinterp(code):
    raise unittest.SkipTest(DETAIL + "subinterpreters")


def requires_IEEE_754(test):
    return test


def requires_resource(resource):
    return unittest.skip("resource not asked for: " + resource)


def requires(resource, msg=None):
    raise ResourceDenied("resource not asked for: " + resource)


def is_resource_enabled(resource):
    return False


def requires_working_socket(*, module=False):
    if module:
        return None
    return unittest.skip(ABSENT + "sockets")


def requires_subprocess():
    return unittest.skip(ABSENT + "processes")


def requires_fork():
    return unittest.skip(ABSENT + "processes")


def requires_mac_ver(*version):
    return unittest.skip("for macOS")


def skip_if_pgo_task(test):
    return test


def skip_on_s390x(test):
    return test


def skip_if_buildbot(reason=None):
    return _unchanged


def skip_if_sanitizer(reason=None, **which):
    return _unchanged


def check_sanitizer(**which):
    return False


def bigmemtest(size, memuse, dry_run=True):
    """The test is run with a small size, as CPython's own runner does by default."""

    def decorate(test):
        @functools.wraps(test)
        def wrapper(self):
            if not dry_run:
                raise unittest.SkipTest("needs gigabytes of memory")
            return test(self, 5147)

        return wrapper

    return decorate


def bigaddrspacetest(test):
    return unittest.skip("needs gigabytes of memory")(test)


def findfile(name, subdir=None):
    """Where a file of the suite is."""
    return "/".join([TEST_HOME_DIR, *([subdir] if subdir else []), name])


def get_attribute(value, name):
    if not hasattr(value, name):
        raise unittest.SkipTest(f"{value!r} has no attribute {name!r}")
    return getattr(value, name)


def load_package_tests(directory, loader, standard_tests, pattern):
    return standard_tests


def gc_collect():
    gc.collect()


@contextlib.contextmanager
def disable_gc():
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextlib.contextmanager
def captured_output(stream):
    before = getattr(sys, stream)
    setattr(sys, stream, io.StringIO())
    try:
        yield getattr(sys, stream)
    finally:
        setattr(sys, stream, before)


def captured_stdout():
    return captured_output("stdout")


def captured_stderr():
    return captured_output("stderr")


def captured_stdin():
    return captured_output("stdin")


@contextlib.contextmanager
def swap_attr(owner, name, value):
    missing = object()
    before = getattr(owner, name, missing)
    setattr(owner, name, value)
    try:
        yield None if before is missing else before
    finally:
        if before is missing:
            delattr(owner, name)
        else:
            setattr(owner, name, before)


@contextlib.contextmanager
def swap_item(owner, key, value):
    missing = object()
    before = owner.get(key, missing)
    owner[key] = value
    try:
        yield None if before is missing else before
    finally:
        if before is missing:
            del owner[key]
        else:
            owner[key] = before


def sortdict(values):
    return "{" + ", ".join(f"{key!r}: {value!r}" for key, value in sorted(values.items())) + "}"


def run_code(code):
    space = {}
    exec(textwrap.dedent(code), space)
    return space


def check_syntax_error(case, statement, errtext="", *, lineno=None, offset=None):
    with case.assertRaisesRegex(SyntaxError, errtext) as caught:
        compile(statement, "<test string>", "exec")
    error = caught.exception
    case.assertIsNotNone(error.lineno)
    if lineno is not None:
        case.assertEqual(error.lineno, lineno)
    case.assertIsNotNone(error.offset)
    if offset is not None:
        case.assertEqual(error.offset, offset)


def check_free_after_iterating(case, make_iterator, cls, args=()):
    raise unittest.SkipTest(DETAIL + "an iterator lets go of what it exhausted at once")


def check_sizeof(case, value, size):
    raise unittest.SkipTest(DETAIL + "sizes of objects")


def calcobjsize(layout):
    raise unittest.SkipTest(DETAIL + "sizes of objects")


calcvobjsize = calcobjsize


def check_disallow_instantiation(case, cls, *args, **keywords):
    case.assertRaises(TypeError, cls, *args, **keywords)


def check__all__(case, module, name_of_module=None, extra=(), not_exported=()):
    wanted = {name for name in vars(module) if not name.startswith("_")} | set(extra)
    case.assertLessEqual(set(module.__all__), wanted)


def run_with_locale(category, *locales):
    return unittest.skip(ABSENT + "locales")


def run_with_tz(zone):
    return unittest.skip(ABSENT + "time zones")


def setswitchinterval(interval):
    return None


def collision_stats(bins, balls):
    """Mean and standard deviation of collisions of random throws: n - k + k (1 - 1/k)^n."""
    empty = bins * (1.0 - 1.0 / bins) ** balls
    mean = balls - bins + empty
    pairs = bins * (bins - 1) * (1.0 - 2.0 / bins) ** balls
    return mean, max(pairs + empty * (1.0 - empty), 0.0) ** 0.5


class SuppressCrashReport:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None


class catch_unraisable_exception:
    """What CPython hands to sys.unraisablehook, which is not here."""

    def __enter__(self):
        raise unittest.SkipTest(DETAIL + "sys.unraisablehook")

    def __exit__(self, *error):
        return None


class CPUStopwatch:
    clock_info = None
    seconds = 0.0

    def __enter__(self):
        self.get_time = time.perf_counter
        self._begin = self.get_time()
        return self

    def __exit__(self, *error):
        self.seconds = self.get_time() - self._begin


@contextlib.contextmanager
def adjust_int_max_str_digits(digits):
    if not hasattr(sys, "set_int_max_str_digits"):
        raise unittest.SkipTest(DETAIL + "a limit for decimal digits")
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(digits)
    try:
        yield
    finally:
        sys.set_int_max_str_digits(before)


def get_c_recursion_limit():
    return 10_000


def exceeds_recursion_limit():
    return 150_000


@contextlib.contextmanager
def set_recursion_limit(limit):
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(limit)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def infinite_recursion(max_depth=None):
    return set_recursion_limit(max_depth or 20_000)


@contextlib.contextmanager
def ignore_deprecations_from(module, *, like):
    yield


def late_deletion(value):
    return None


class _AlwaysEqual:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False


class _NeverEqual:
    def __eq__(self, other):
        return False

    def __ne__(self, other):
        return True

    def __hash__(self):
        return 1


class _Largest:
    def __eq__(self, other):
        return isinstance(other, _Largest)

    def __lt__(self, other):
        return False

    def __le__(self, other):
        return self == other

    def __gt__(self, other):
        return not self == other

    def __ge__(self, other):
        return True


class _Smallest:
    def __eq__(self, other):
        return isinstance(other, _Smallest)

    def __gt__(self, other):
        return False

    def __ge__(self, other):
        return self == other

    def __lt__(self, other):
        return not self == other

    def __le__(self, other):
        return True


ALWAYS_EQ = _AlwaysEqual()
NEVER_EQ = _NeverEqual()
LARGEST = _Largest()
SMALLEST = _Smallest()


class BrokenIter:
    """An iterator that raises where it is told to, with a line that tracebacks may be asked for."""

    def __init__(self, init_raises=False, next_raises=False, iter_raises=False):
        if init_raises:
            1 / 0  # noqa: B018
        self.next_raises = next_raises
        self.iter_raises = iter_raises

    def __next__(self):
        if self.next_raises:
            1 / 0  # noqa: B018

    def __iter__(self):
        if self.iter_raises:
            1 / 0  # noqa: B018
        return self


def maybe_get_event_loop_policy():
    """There is one policy only."""
    return None
