"""Runs CPython's own test suite, from where it is installed, on the native build.

    python tests/conformance/run.py [MODULE ...] [--failures] [--write]

The suite is that of the newest CPython found. It runs through our `unittest`, with stand-ins for
the parts of `test.support` that ask for CPython. What CPython itself runs and passes counts: the
same file is run there first. A test that ends the process or hangs has failed, and the file goes
on behind it. `--write` puts the table into docs/conformance.md.
"""

from __future__ import annotations

import argparse
import datetime
import functools
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from anthill.cli import project  # noqa: E402
from tests.language.run import oracle_path  # noqa: E402

HERE = Path(__file__).parent
DOCUMENT = ROOT / "docs" / "conformance.md"
TIMEOUT = 60.0
HEAP_SIZE = "256m"
MODULES = (
    "test_grammar test_bool test_int test_long test_float test_complex test_list test_tuple"
    " test_dict test_set test_range test_slice test_string test_str test_bytes test_fstring"
    " test_format test_unpack test_unpack_ex test_extcall test_keywordonlyarg"
    " test_positional_only_arg test_generators test_coroutines test_asyncgen test_with test_raise"
    " test_exceptions test_except_star test_exception_group test_scope test_super test_class"
    " test_descr test_metaclass test_property test_decorators test_patma test_named_expressions"
    " test_listcomps test_genexps test_augassign test_binop test_compare test_contains test_iter"
    " test_enumerate test_sort test_struct test_array"
    " test_json.test_decode test_json.test_default test_json.test_dump"
    " test_json.test_encode_basestring_ascii test_json.test_enum test_json.test_fail"
    " test_json.test_float test_json.test_indent"
    " test_json.test_pass1 test_json.test_pass2 test_json.test_pass3 test_json.test_recursion"
    " test_json.test_scanstring test_json.test_separators test_json.test_speedups"
    " test_json.test_unicode test_re test_collections test_dataclasses test_enum test_functools"
    " test_itertools test_heapq test_math test_bisect test_cmath test_contextlib test_copy"
    " test_defaultdict test_deque test_dictcomps test_dictviews test_fractions test_funcattrs"
    " test_genericclass test_global test_index test_operator test_ordered_dict test_pow"
    " test_pprint test_richcmp test_setcomps test_subclassinit test_syntax test_textwrap"
    " test_type_params test_typechecks test_unary test_userdict test_userlist test_userstring"
    " test_yield_from"
).split()
DETAIL = "CPython detail: "
ABSENT = "not carried: "
OWN_REASONS = {
    "test needs sys.getrefcount()": DETAIL + "reference counts",
    "test requires multiprocessing": ABSENT + "processes",
}
"""Why some tests skip themselves, in our words."""


@dataclass
class Outcome:
    """What became of the tests of one file: the name of each, with its outcome and reason."""

    module: str
    results: dict[str, tuple[str, str]] = field(default_factory=dict)
    problem: str = ""
    """Why the file did not run at all."""


@dataclass(frozen=True)
class Row:
    """The figures of one file."""

    module: str
    total: int
    passed: int
    failed: int
    skipped: Counter[str]
    failures: list[tuple[str, str]]


@functools.cache
def directory() -> str:
    """Where the package `test` of the oracle is."""
    command = [oracle_path(), "-c", "import test; print(test.__path__[0])"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def run(command: list[str], module: str) -> Outcome:
    """Runs one file on an interpreter, and goes on behind a test that ends it."""
    outcome = Outcome(module)
    while True:
        before = len(outcome.results)
        total, end = run_once(command, outcome, before)
        if total == len(outcome.results):
            return outcome
        if len(outcome.results) == before:
            outcome.problem = end or "no test ran"
            return outcome


def run_once(command: list[str], outcome: Outcome, done: int) -> tuple[int, str]:
    """One process: how many tests the file has, -1 if unknown, and how the process ended."""
    stand_in = str(HERE / "stand_in")
    here_only = f"{stand_in}:{HERE / 'absent'}"
    environment = dict(os.environ, ANTHILLPATH=here_only, PYTHONPATH=stand_in)
    arguments = [*command, str(HERE / "each.py"), directory(), outcome.module, str(done)]
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(
            arguments,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.PIPE,
            text=True,
            cwd=folder,
            env=environment,
        )
        try:
            _, errors = process.communicate(timeout=TIMEOUT)
            lines = errors.strip().splitlines()
            end = lines[-1] if lines else f"exit status {process.returncode}"
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            end = f"took more than {TIMEOUT:.0f} s"
        output.seek(0)
        return read_report(output.read(), outcome, end), end


def read_report(report: str, outcome: Outcome, end: str) -> int:
    """Takes the lines that each.py printed into the outcome."""
    total = -1
    name = ""
    for line in report.splitlines():
        if line.startswith("# "):
            total = int(line[2:])
        elif line.startswith("= ") and name:
            kind, _, reason = line[2:].partition(" ")
            outcome.results[unique(name, outcome)] = kind, reason
            name = ""
        elif re.fullmatch(r"[\w.<>]+", line) and line.startswith("test."):
            name = line
    if name:
        outcome.results[unique(name, outcome)] = "failed", end
    return total


def unique(name: str, outcome: Outcome) -> str:
    while name in outcome.results:
        name += "'"
    return name


def compare(wanted: Outcome, found: Outcome) -> Row:
    """The figures of a file. What CPython does not pass here, and nobody skipped, is left out."""
    passed = 0
    skipped: Counter[str] = Counter()
    failures = []
    for name, (kind, reason) in wanted.results.items():
        if kind == "ok":
            kind, reason = found.results.get(name, ("failed", found.problem or "was not run"))
            reason = OWN_REASONS.get(reason, reason)
        elif not reason.startswith((DETAIL, ABSENT)):
            continue
        if kind == "ok":
            passed += 1
        elif kind == "skipped" and reason.startswith((DETAIL, ABSENT)):
            skipped[reason] += 1
        else:
            failures.append((name, reason))
    total = passed + skipped.total() + len(failures)
    return Row(wanted.module, total, passed, len(failures), skipped, failures)


def measure(module: str, image: str) -> Row:
    wanted = run([oracle_path(), "-W", "ignore"], module)
    found = run([image, "-X", f"heapsize={HEAP_SIZE}"], module)
    return compare(wanted, found)


def share(rows: list[Row]) -> float:
    """Passed tests among those that were not skipped."""
    asked = sum(row.passed + row.failed for row in rows)
    return sum(row.passed for row in rows) / asked if asked else 0.0


def document(rows: list[Row]) -> str:
    """docs/conformance.md."""
    command = [oracle_path(), "-c", "import sys; print(sys.version.split()[0])"]
    version = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    lines = [
        "# Conformance",
        "",
        f"CPython {version}'s own suite on the virtual board, {datetime.date.today()}, written by",
        "`python tests/conformance/run.py --write`. It is run from where it is installed, through",
        "our `unittest`; `tests/conformance/stand_in` stands in for `test.support`. A test counts",
        "when CPython passes it so. Skipped are tests of what only CPython has, such as",
        "reference counts, sizes of objects and bytecode, and of modules that are not carried.",
        "",
        "| file | tests | passed | failed | skipped | passed of those not skipped |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for row in rows:
        lines.append(table_line(row.module, [row]))
    lines.append(table_line("**all**", rows))
    reasons: Counter[str] = sum((row.skipped for row in rows), Counter())
    lines += ["", "## Why tests are skipped", "", "| reason | tests |", "|---|---:|"]
    lines += [f"| {reason} | {count} |" for reason, count in reasons.most_common()]
    return "\n".join(lines) + "\n"


def table_line(title: str, rows: list[Row]) -> str:
    total = sum(row.total for row in rows)
    passed = sum(row.passed for row in rows)
    failed = sum(row.failed for row in rows)
    skipped = sum(row.skipped.total() for row in rows)
    return f"| {title} | {total} | {passed} | {failed} | {skipped} | {share(rows):.1%} |"


def main() -> None:
    parser = argparse.ArgumentParser(description="Run CPython's suite on the native build.")
    parser.add_argument("modules", nargs="*", default=MODULES, metavar="MODULE")
    parser.add_argument("--failures", action="store_true", help="show what failed, and how")
    parser.add_argument("--write", action="store_true", help="write docs/conformance.md")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count())
    arguments = parser.parse_args()
    image = str(project.build("virtual").image)
    with ThreadPoolExecutor(arguments.jobs) as pool:
        rows = []
        for row in pool.map(functools.partial(measure, image=image), arguments.modules):
            rows.append(row)
            print(table_line(row.module, [row]), flush=True)
            if arguments.failures:
                for name, reason in row.failures:
                    print(f"    {name}: {reason}")
    print(table_line("all", rows))
    if arguments.write:
        DOCUMENT.write_text(document(rows), "utf-8")


if __name__ == "__main__":
    main()
