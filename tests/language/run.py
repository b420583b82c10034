"""Runs the language scripts in every way Anthill can run them and shows the matrix.

What a script prints must be what the newest CPython on this machine prints for it. A script may
say in its first comment lines:

  # needs: match         a feature named in MISSING is not there yet: the script is skipped
  # boards: virtual      too large for the micro:bit, or needs files
  # python: 3.12         the oracle must be at least this version
  # compare: traceback   the uncaught error on the error stream counts too
  # skip: vm stress      not in these ways: needs the real heap, or takes too long
  # quick                also run on CPython by `make test`, where everything is slow

    python tests/language/run.py                       all scripts, native
    python tests/language/run.py -w vm,native -k slice
    python tests/language/run.py -w all --failures
"""

from __future__ import annotations

import argparse
import difflib
import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = ROOT / "build"

MISSING: frozenset[str] = frozenset()
"""Parts of the language that are not there yet."""

DEVICES = {"microbit": "microbit", "core": "microbit_core"}
"""The emulated boards, by way."""

LEFT_OUT = "left out"
"""Instead of a difference, and before the error: the script is as on CPython up to where it comes
upon a part of the language, or a module, that the board is without."""

CHAPTER_ERRORS = re.compile(
    r"(SyntaxError|OverflowError): this board has no "
    r"|NameError: name '(aiter|anext|frozenset|memoryview|set|(Base)?ExceptionGroup)' is not defined"
    r"|TypeError: type '\w+' is not an acceptable base type"
    r"|TypeError: cannot create 'type' instances"
)
"""How a board says that it is without a chapter of the language."""

LAST_TO_FAIL = 1_000_000
TIMEOUT = 20.0
FAIL_TIMEOUT = 30.0
VM_TIMEOUT = 120.0


@dataclass(frozen=True)
class Outcome:
    """What a run left behind; `error` is compared only where the script asks for it."""

    output: str
    error: str
    status: int


@dataclass(frozen=True)
class Script:
    """One file of this folder."""

    path: Path

    @property
    def name(self) -> str:
        return str(self.path.relative_to(HERE).with_suffix(""))

    @property
    def chapter(self) -> str:
        return self.path.parent.name

    @property
    def directives(self) -> dict[str, str]:
        found = {}
        for line in self.path.read_text("utf-8").splitlines():
            if not line.startswith("#"):
                break
            key, _, value = line[1:].strip().partition(":")
            if key in ("needs", "boards", "python", "compare", "skip", "quick"):
                found[key] = value.strip()
        return found

    @property
    def skipped(self) -> list[str]:
        """Ways in which this script is not run."""
        return self.directives.get("skip", "").split()

    def missing(self) -> str:
        """Why this script cannot run yet; empty when it can."""
        directives = self.directives
        wanted = set(directives.get("needs", "").split()) & MISSING
        if wanted:
            return "needs " + ", ".join(sorted(wanted))
        version = directives.get("python")
        if version and oracle_version() < tuple(map(int, version.split("."))):
            return f"the oracle is older than {version}"
        return ""


def scripts(pattern: str = "") -> list[Script]:
    """All scripts whose name contains the pattern, by chapter and name."""
    found = (Script(path) for path in sorted(HERE.glob("*/[!_]*.py")))
    return [script for script in found if pattern in script.name]


@cache
def oracle_path() -> str:
    """The newest CPython on this machine, 3.11 or later."""
    places = [Path(p) for p in os.environ.get("PATH", "").split(os.pathsep) if p]
    places += sorted(Path.home().glob(".pyenv/versions/*/bin"))
    best, best_version = sys.executable, sys.version_info[:2]
    for place in places:
        if place.name == "shims":
            continue
        for candidate in place.glob("python3.*"):
            version = re.fullmatch(r"python3\.(\d+)", candidate.name)
            if version and (3, int(version[1])) > best_version and _works(candidate):
                best, best_version = str(candidate), (3, int(version[1]))
    return best


def _works(python: Path) -> bool:
    try:
        return subprocess.run([python, "-c", ""], capture_output=True, timeout=20).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


@cache
def oracle_version() -> tuple[int, ...]:
    code = "import sys; print(*sys.version_info[:3])"
    text = subprocess.run([oracle_path(), "-c", code], capture_output=True, text=True).stdout
    return tuple(map(int, text.split()))


def expected(script: Script) -> Outcome:
    """What CPython makes of the script; kept below build/ until the script changes."""
    version = ".".join(map(str, oracle_version()))
    key = hashlib.sha256(f"{version}\0{script.name}\0".encode() + script.path.read_bytes())
    kept = BUILD / "oracle" / key.hexdigest()[:24]
    if not kept.exists():
        outcome = run_process([oracle_path(), "-s", "-E", "-X", "utf8"], script)
        kept.parent.mkdir(parents=True, exist_ok=True)
        draft = kept.with_suffix(f".{os.getpid()}")
        draft.write_text(f"{outcome.status}\0{outcome.output}\0{outcome.error}", "utf-8")
        draft.replace(kept)
    status, output, error = kept.read_text("utf-8").split("\0", 2)
    return Outcome(output, error, int(status))


def run_process(command: list[str], script: Script, timeout: float = TIMEOUT) -> Outcome:
    """Runs a script from its chapter's folder, as a user would."""
    environment = dict(os.environ, PYTHONPATH=str(ROOT), PYTHONDONTWRITEBYTECODE="1")
    try:
        done = subprocess.run(
            [*command, script.path.name],
            cwd=script.path.parent,
            capture_output=True,
            timeout=timeout,
            env=environment,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired as error:
        return Outcome((error.stdout or b"").decode("utf-8", "replace"), "timed out", -1)
    return Outcome(
        done.stdout.decode("utf-8", "replace"),
        done.stderr.decode("utf-8", "replace"),
        done.returncode,
    )


def bare_traceback(text: str) -> str:
    """A traceback without what a chip cannot know: source lines, marks below them, file names."""
    lines = [line for line in text.splitlines() if not re.match(r"( *\| )?    (?! *[|+])", line)]
    return re.sub(r'File "[^"]*"', 'File "script"', "\n".join(lines))


def difference(script: Script, wanted: Outcome, got: Outcome) -> str:
    """Empty when the run is right, else a short diff to read."""
    parts = []
    if got.output.replace("\r\n", "\n") != wanted.output:
        parts.append(_diff(wanted.output, got.output.replace("\r\n", "\n")))
    if script.directives.get("compare") == "traceback":
        if bare_traceback(got.error) != bare_traceback(wanted.error):
            parts.append(_diff(bare_traceback(wanted.error), bare_traceback(got.error)))
    elif got.error and not wanted.error:
        parts.append("on the error stream: " + got.error.strip()[-800:])
    if got.status != wanted.status:
        parts.append(f"exit status {got.status}, not {wanted.status}")
    return "\n".join(parts)


def _diff(wanted: str, got: str) -> str:
    lines = difflib.unified_diff(
        wanted.splitlines(), got.splitlines(), "CPython", "Anthill", lineterm="", n=1
    )
    return "\n".join(list(lines)[:24])


def check_process(command: list[str], timeout: float = TIMEOUT) -> Callable[[Script], str]:
    """A check that runs the script by a command of the host."""

    def check(script: Script) -> str:
        return difference(script, expected(script), run_process(command, script, timeout))

    return check


def allocations_to_fail(every: bool) -> Iterator[int]:
    """All of them, or the first and then ever fewer: an error path is rarely far from another."""
    number = 1
    while True:
        yield number
        number += 1 if every else 1 + number // 8


def check_failing(binary: Path, every: bool = False) -> Callable[[Script], str]:
    """A check that lets one allocation after the other fail: never a crash, never a hang."""

    def check(script: Script) -> str:
        wanted = expected(script)
        for number in allocations_to_fail(every):
            got = run_process([str(binary), "-X", f"failalloc={number}"], script, FAIL_TIMEOUT)
            if got.status not in (0, 1, wanted.status):
                return f"allocation {number} failed: exit status {got.status}\n{got.error[-800:]}"
            if not difference(script, wanted, got) or number > LAST_TO_FAIL:
                return ""
        return ""

    return check


def left_out(board: str, wanted: Outcome, got: Outcome) -> str:
    """What a run comes upon that the board is without; empty where there is no such thing, or where
    something else was not as on CPython before."""
    from anthill import boards

    if board != "microbit_core" or not got.error:
        return ""
    end = got.error.strip().splitlines()[-1]
    module = re.match(r"ModuleNotFoundError: No module named '(\w+)", end)
    if module and module[1] in boards.find(board).modules:
        return ""
    absent = module or CHAPTER_ERRORS.match(end)
    as_before = wanted.output.startswith(got.output.replace("\r\n", "\n"))
    return f"{LEFT_OUT}: {end}" if absent and as_before else ""


def check_device(chosen: Iterable[Script], board: str) -> dict[str, str]:
    """Runs scripts on one emulated board, restarted softly between them."""
    from anthill.cli.emulator import Emulator

    results = {}
    with Emulator(BUILD / board / "firmware.elf") as machine:
        machine.link.enter_raw()
        for script in chosen:
            source = script.path.read_text("utf-8")
            try:
                output, error = machine.link.execute(source, timeout=60.0)
            except (OSError, TimeoutError) as problem:
                results[script.name] = f"no answer: {problem}"
                break
            wanted = expected(script)
            status = 1 if error and b"SystemExit" not in error else wanted.status
            got = Outcome(
                output.decode("utf-8", "replace"), error.decode("utf-8", "replace"), status
            )
            absent = left_out(board, wanted, got)
            results[script.name] = absent or difference(script, wanted, got)
            machine.link.soft_reset()
    return results


def ways(every: bool = False) -> dict[str, Callable[[Script], str]]:
    """How a script can be run, other than on an emulated board."""
    return {
        "vm": check_process([sys.executable, "-m", "anthill.vm"], VM_TIMEOUT),
        "native": check_process([str(BUILD / "virtual" / "anthill")]),
        "stress": check_process([str(BUILD / "virtual-stress" / "anthill")], 60.0),
        "sanitize": check_process([str(BUILD / "virtual-sanitize" / "anthill")]),
        "fail": check_failing(BUILD / "virtual-fail" / "anthill", every),
    }


ALL_WAYS = ["vm", "native", "stress", "sanitize", "fail", *DEVICES]


def fits_device(script: Script) -> bool:
    return script.directives.get("boards", "microbit") != "virtual"


def run_way(way: str, chosen: list[Script], jobs: int = 2, every: bool = False) -> dict[str, str]:
    """The difference for every script that can run this way; empty text means right, and what
    begins with LEFT_OUT is no difference either."""
    ready = [script for script in chosen if not script.missing() and way not in script.skipped]
    if way in DEVICES:
        return check_device((s for s in ready if fits_device(s)), DEVICES[way])
    check = ways(every)[way]
    with ThreadPoolExecutor(jobs) as pool:
        return dict(zip((s.name for s in ready), pool.map(check, ready), strict=True))


def failures(results: dict[str, str]) -> list[str]:
    """The scripts whose runs were wrong."""
    return [name for name, text in results.items() if text and not text.startswith(LEFT_OUT)]


def mark(results: dict[str, str], name: str) -> str:
    """What the matrix shows for a script."""
    if name not in results:
        return "-"
    if results[name].startswith(LEFT_OUT):
        return LEFT_OUT
    return "FAIL" if results[name] else "ok"


def show(chosen: list[Script], results: dict[str, dict[str, str]], only_failures: bool) -> None:
    """The matrix: one row per script, one column per way; then the differences."""
    width = max(len(script.name) for script in chosen)
    print(" " * width, *results)
    for script in chosen:
        cells = []
        for way, result in results.items():
            cells.append(mark(result, script.name).ljust(len(way)))
        if not only_failures or any("FAIL" in cell for cell in cells):
            print(script.name.ljust(width), *cells)
    for way, result in results.items():
        right = list(result.values()).count("")
        print(f"{way}: {right} of {len(result)} as CPython {oracle_path()}")
        bad = failures(result)
        absent = Counter(text for name, text in result.items() if text and name not in bad)
        for text, count in absent.most_common():
            print(f"{count:4} {text}")
        for name in bad:
            print(f"\n--- {name} ({way})\n{result[name]}")


def main() -> int:
    parser = argparse.ArgumentParser(description="Run the language scripts.")
    parser.add_argument("-w", "--ways", default="native", help=f"of {','.join(ALL_WAYS)}, or all")
    parser.add_argument("-k", "--pattern", default="", help="only names containing this")
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("-f", "--failures", action="store_true", help="show only failing rows")
    parser.add_argument("--quick", action="store_true", help="only scripts marked quick")
    parser.add_argument("--every", action="store_true", help="fail: every allocation")
    options = parser.parse_args()
    chosen = [s for s in scripts(options.pattern) if not options.quick or "quick" in s.directives]
    if not chosen:
        parser.error(f"no script's name contains {options.pattern!r}")
    wanted = ALL_WAYS if options.ways == "all" else options.ways.split(",")
    for way in wanted:
        if way not in ALL_WAYS:
            parser.error(f"no way {way!r}; there are {', '.join(ALL_WAYS)}")
        if way in DEVICES and not shutil.which("qemu-system-arm"):
            parser.error("the emulated boards need qemu-system-arm (apt install qemu-system-arm)")
    results = {way: run_way(way, chosen, options.jobs, options.every) for way in wanted}
    show(chosen, results, options.failures)
    return int(any(map(failures, results.values())))


if __name__ == "__main__":
    sys.exit(main())
