"""Examples in docstrings: each is a test of its own, those of one docstring share their names."""

import io
import re
import sys
import types
import unittest

ELLIPSIS, NORMALIZE_WHITESPACE, IGNORE_EXCEPTION_DETAIL, DONT_ACCEPT_BLANKLINE, SKIP = (
    1 << n for n in range(5)
)
FLAGS = {
    "ELLIPSIS": ELLIPSIS,
    "NORMALIZE_WHITESPACE": NORMALIZE_WHITESPACE,
    "IGNORE_EXCEPTION_DETAIL": IGNORE_EXCEPTION_DETAIL,
    "DONT_ACCEPT_BLANKLINE": DONT_ACCEPT_BLANKLINE,
    "SKIP": SKIP,
}


class Example(unittest.TestCase):
    """A statement behind `>>>` and what it prints."""

    def __init__(self, title, source, want, space):
        super().__init__()
        self.title = title
        self.source = source
        self.want = want
        self.space = space
        self.flags = 0
        found = re.search(r"#\s*doctest:\s*(.*)", source)
        for option in re.split(r"[\s,]+", found.group(1)) if found else ():
            self.flags |= FLAGS.get(option.lstrip("+"), 0)

    def id(self):
        return self.title

    def runTest(self):
        if self.flags & SKIP:
            self.skipTest("marked so")
        raised = None
        before = sys.stdout
        sys.stdout = output = io.StringIO()
        sys.displayhook = sys.__displayhook__
        try:
            exec(compile(self.source, "<example>", "single"), self.space)
        except unittest.SkipTest:
            raise
        except Exception as error:
            raised = error
        finally:
            sys.stdout = before
        wanted = expected_error(self.want)
        if wanted is not None:
            self.assertIsNotNone(raised, "no error")
            self.check_error(wanted, raised)
        elif raised is not None:
            raise raised
        else:
            self.check(self.want, output.getvalue())

    def check(self, want, got):
        want = want.replace("<BLANKLINE>", "")
        if self.flags & NORMALIZE_WHITESPACE:
            want, got = " ".join(want.split()), " ".join(got.split())
        if self.flags & ELLIPSIS:
            pattern = ".*".join(re.escape(part) for part in want.split("..."))
            if re.fullmatch(pattern, got, re.DOTALL):
                return
        self.assertEqual(got, want)

    def check_error(self, want, error):
        kind = type(error)
        title = kind.__qualname__
        if kind.__module__ not in ("builtins", "__main__"):
            title = kind.__module__ + "." + title
        text = error.msg if isinstance(error, SyntaxError) else str(error)
        if self.flags & IGNORE_EXCEPTION_DETAIL:
            self.assertEqual(kind.__name__, want.split(":")[0].strip().rpartition(".")[2])
        else:
            self.check(want, f"{title}: {text}\n" if text else f"{title}\n")


def expected_error(want):
    """The end of a traceback, which says what was raised; None for other text."""
    lines = want.splitlines(True)
    if not lines or not lines[0].startswith("Traceback ("):
        return None
    for number, line in enumerate(lines[1:], 1):
        if not line[0].isspace():
            return "".join(lines[number:])
    return None


def examples_in(text):
    """Pairs of a statement and what it is said to print."""
    lines = text.expandtabs().splitlines()
    at = 0
    while at < len(lines):
        line = lines[at]
        indent = len(line) - len(line.lstrip())
        at += 1
        if not line.lstrip().startswith(">>>"):
            continue
        source = [line[indent + 4 :]]
        while at < len(lines) and lines[at].lstrip().startswith("..."):
            source.append(lines[at][indent + 4 :])
            at += 1
        want = []
        while at < len(lines) and lines[at].strip() and not lines[at].lstrip().startswith(">>>"):
            want.append(lines[at][indent:])
            at += 1
        yield "\n".join(source) + "\n", "".join(line + "\n" for line in want)


def docstrings(owner, title, module):
    """The texts of a module, a class or a function, and of what is in it, by their names."""
    if isinstance(getattr(owner, "__doc__", None), str):
        yield title, owner.__doc__
    inner = vars(owner).items() if isinstance(owner, (type, types.ModuleType)) else ()
    for name, member in sorted(inner):
        member = getattr(member, "__func__", member)
        if isinstance(member, (type, types.FunctionType)) and member.__module__ == module:
            yield from docstrings(member, f"{title}.{name}", module)


def tests_in(module):
    """The examples of a module."""
    texts = list(docstrings(module, module.__name__, module.__name__))
    for name, text in sorted(getattr(module, "__test__", {}).items()):
        if not isinstance(text, str):
            text = text.__doc__ or ""
        texts.append((f"{module.__name__}.__test__.{name}", text))
    for title, text in texts:
        space = vars(module).copy()
        for number, (source, want) in enumerate(examples_in(text)):
            yield Example(f"{title}.{number:04}", source, want, space)


def DocTestSuite(module=None, **options):
    """The examples of a module, by default of the one that is run."""
    return unittest.TestSuite(tests_in(module or sys.modules["test." + sys.argv[2]]))


def DocFileSuite(*names, **options):
    return unittest.TestSuite()


class DocTestFinder:
    """Finds nothing."""

    def find(self, *args, **options):
        return []
