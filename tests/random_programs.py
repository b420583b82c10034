"""Small random programs, run on CPython and on Anthill; what they print must be the same.

Programs are valid and end; what they compute may raise, and the error's type and text count too.
Integers are of any size. A program follows from its seed, so a number is a test case:

    python tests/random_programs.py --count 1000
    python tests/random_programs.py --seed 17 --show
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "language")]

import random_scenes  # noqa: E402

LEFT_SUSPENDED = ("generator ignored GeneratorExit", "exit w RuntimeError")
"""What remains of a generator runs when it is found dead: see docs/differences.md."""
BATCH = 20
DEPTH = 3
MOST_TRIES = 40
"""In one program: a function of Anthill's has room for some eighty."""
TIMEOUT = 20.0
"""Seconds for a batch."""
MOST_OUTPUT = 100_000
"""Characters; a program that prints more may run out of memory where CPython does not."""
KINDS = ("int", "float", "str", "list", "dict", "tuple", "bool", "bytes")
WORDS = ("ant", "hill", "", "a", "Zz", "x y", "é", "tab\t", "0", "12", "-", "nest")
LARGE = (
    "1073741823",
    "-1073741824",
    "4294967296",
    "4611686018427387904",
    "-(1 << 62)",
    "10**20",
    "-3**50",
    "((1 << 96) - 1)",
)
"""Integers at the edges of machine words and beyond."""
FLOATS = ("0.5", "1.25", "-2.0", "3.75", "100.0", "0.1", "-0.3", "1e3", "0.0")


class Generator:
    """Writes one program. Names are known by the kind of value they hold."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.lines: list[str] = []
        self.indent = 0
        self.names: dict[str, list[str]] = {kind: [] for kind in KINDS}
        self.functions: list[tuple[str, list[str], str]] = []
        self.count = 0
        self.tries = 0

    def program(self) -> str:
        """The whole text: a function `program`, and nothing else at module level."""
        self.write("def program():")
        self.indent += 1
        for kind in KINDS:
            self.bind(kind)
        for _ in range(self.random.randint(4, 10)):
            if self.chance(0.4):
                self.random.choice(random_scenes.SCENES)(self)
            else:
                self.statement(2)
        self.report()
        return "\n".join(self.lines) + "\n"

    def write(self, line: str) -> None:
        self.lines.append("    " * self.indent + line)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def pick(self, *options: str) -> str:
        return self.random.choice(options)

    def fresh(self, kind: str) -> str:
        self.count += 1
        return f"{kind[0]}{self.count}"

    def report(self) -> None:
        """Prints every name in scope."""
        known = [name for kind in KINDS for name in self.names[kind]]
        self.write(f"print({', '.join(known)})")

    # Statements.

    def statement(self, depth: int) -> None:
        """One statement; nested blocks while `depth` lasts."""
        simple = [self.assign_any, self.augment, self.change, self.show, self.unpack]
        nested = [self.branch, self.loop, self.attempt, self.function, self.while_loop, self.klass]
        if depth and self.chance(0.5):
            self.random.choice(nested)(depth - 1)
        else:
            self.random.choice(simple)()

    def block(self, depth: int) -> None:
        known = {kind: list(names) for kind, names in self.names.items()}
        self.indent += 1
        for _ in range(self.random.randint(1, 3)):
            self.statement(depth)
        self.indent -= 1
        self.names = known  # names first bound in a block may be unbound after it

    def bind(self, kind: str) -> str:
        """Binds a fresh name to a plain value, which cannot fail."""
        name = self.fresh(kind)
        self.write(f"{name} = {self.expression(kind, 0)}")
        self.names[kind].append(name)
        return name

    def guarded(self, line: str) -> None:
        """Most lines report their error and go on; some end the program."""
        if self.tries == MOST_TRIES:
            self.write("pass")
            return
        if self.chance(0.05):
            self.write(line)
            return
        self.tries += 1
        self.write(f"try: {line}")
        self.write("except Exception as e: print(type(e).__name__, e)")

    def assign(self, kind: str) -> None:
        value = self.expression(kind, DEPTH)
        name = self.random.choice(self.names[kind]) if self.chance(0.5) else self.bind(kind)
        self.guarded(f"{name} = {value}")

    def assign_any(self) -> None:
        self.assign(self.random.choice(KINDS))

    def augment(self) -> None:
        if self.chance(0.5):
            name = self.random.choice(self.names["int"])
            operator = self.pick("+", "-", "//", "%", "&", "|", "^")
            self.guarded(f"{name} {operator}= {self.integer(1)}")
            self.write(f"{name} %= {self.random.randint(50, 5000)}")
        elif self.chance(0.5):
            name = self.random.choice(self.names["str"])
            self.guarded(f"{name} += {self.text(1)}")
            self.write(f"{name} = {name}[-24:]")
        else:
            name = self.random.choice(self.names["list"])
            self.guarded(f"{name} += {self.sequence(1)}")
            self.write(f"{name} = {name}[-9:]")

    def change(self) -> None:
        """Changes a container in place; may raise."""
        items = self.random.choice(self.names["list"])
        table = self.random.choice(self.names["dict"])
        self.guarded(
            self.pick(
                f"{items}.append({self.integer(1)})",
                f"{items}.insert({self.integer(0)}, {self.text(0)})",
                f"{items}.reverse()",
                f"{items}[{self.integer(0)}] = {self.integer(1)}",
                f"{items}[{self.bound()}:{self.bound()}] = {self.sequence(0)}",
                f"del {items}[{self.bound()}:]",
                f"{items}.sort(key=str)",
                f"{items} = sorted([v for v in {items} if isinstance(v, int)])",
                f"{items}.pop()",
                f"{items}.remove({self.integer(0)})",
                f"{table}[{self.key()}] = {self.integer(1)}",
                f"{table}.pop({self.key()}, None)",
                f"del {table}[{self.key()}]",
                f"{table}.update({self.mapping(0)})",
                f"{table}.setdefault({self.key()}, {self.text(0)})",
            )
        )

    def show(self) -> None:
        kind = self.random.choice(KINDS)
        self.guarded(f"print({self.expression(kind, DEPTH)}, {self.expression('str', 1)})")

    def unpack(self) -> None:
        first, rest = self.bind("int"), self.bind("list")
        form = self.pick(
            f"{first}, *{rest} = {self.integer(1)}, *{self.sequence(1)}",
            f"*{rest}, {first} = *{self.sequence(1)}, {self.integer(1)}",
            f"{first}, {rest} = {self.integer(1)}, {self.sequence(1)}",
        )
        self.guarded(form)

    def branch(self, depth: int) -> None:
        self.write(f"if {self.condition(2)}:")
        self.block(depth)
        if self.chance(0.4):
            self.write(f"elif {self.condition(2)}:")
            self.block(depth)
        if self.chance(0.5):
            self.write("else:")
            self.block(depth)

    def loop(self, depth: int) -> None:
        name = self.fresh("int")
        source = self.pick(
            f"range({self.random.randint(0, 5)})",
            f"range({self.random.randint(-3, 3)}, {self.random.randint(-3, 8)}, "
            f"{self.pick('1', '2', '-1', '3')})",
            f"[ord(c) for c in {self.text(1)}][:5]",
            f"{self.octets()}[:4]",
        )
        self.write(f"for {name} in {source}:")
        self.names["int"].append(name)
        self.block(depth)
        if self.chance(0.3):
            self.indent += 1
            self.write(f"if {self.condition(1)}: {self.pick('break', 'continue')}")
            self.write(f"print({name})")
            self.indent -= 1
        self.names["int"].remove(name)
        if self.chance(0.2):
            self.write("else:")
            self.block(depth)

    def while_loop(self, depth: int) -> None:
        name = self.fresh("count")
        self.write(f"{name} = {self.random.randint(0, 5)}")
        self.write(f"while {name} > 0 and {self.condition(1)}:")
        self.indent += 1
        self.write(f"{name} -= 1")
        self.indent -= 1
        self.block(depth)

    def attempt(self, depth: int) -> None:
        if self.tries == MOST_TRIES:
            self.write("pass")
            return
        self.tries += 1
        self.write("try:")
        self.block(depth)
        if self.chance(0.3):
            self.indent += 1
            error = self.pick("ValueError", "KeyError", "IndexError")
            self.write(f"raise {error}({self.text(1)})")
            self.indent -= 1
        caught = self.pick("ValueError", "(KeyError, IndexError)", "LookupError", "Exception")
        self.write(f"except {caught} as e:")
        self.indent += 1
        self.write("print(type(e).__name__, e.args)")
        self.indent -= 1
        if self.chance(0.3):
            self.write("else:")
            self.block(depth)
        if self.chance(0.3):
            self.write("finally:")
            self.block(0)

    def function(self, depth: int) -> None:
        """A nested function, which may read and rebind names around it, and a call of it."""
        name = self.fresh("function")
        outer = {kind: list(names) for kind, names in self.names.items()}
        parameters = [self.random.choice(KINDS) for _ in range(self.random.randint(0, 3))]
        titles = [self.fresh(kind) for kind in parameters]
        heads = list(titles)
        if titles and self.chance(0.4):
            heads[-1] += "=" + self.expression(parameters[-1], 0)
        if self.chance(0.2):
            heads.append("*rest")
        self.write(f"def {name}({', '.join(heads)}):")
        self.indent += 1
        if self.chance(0.4):
            rebound = self.random.choice(outer["int"])
            self.write(f"nonlocal {rebound}")
            self.write(f"{rebound} = ({rebound} + 1) % 500")
        # Only parameters are assigned below, so that no outer name turns local.
        self.names = {
            kind: outer[kind] + [t for t, k in zip(titles, parameters, strict=True) if k == kind]
            for kind in KINDS
        }
        result = self.random.choice(KINDS)
        if self.chance(0.5):
            self.write(f"if {self.condition(1)}:")
            self.write(f"    return {self.expression(result, 1)}")
        self.write(f"return {self.expression(result, 2)}")
        self.indent -= 1
        self.names = outer
        arguments = [self.expression(kind, 1) for kind in parameters]
        if titles and self.chance(0.3):
            arguments[-1] = f"{titles[-1]}={arguments[-1]}"
        target = self.bind(result)
        self.guarded(f"{target} = {name}({', '.join(arguments)})")
        self.write(f"print({target})")
        if depth and self.chance(0.3):
            self.statement(depth - 1)

    def klass(self, depth: int) -> None:
        """A class with a few methods, one instance, and uses of it."""
        name, base = self.fresh("Class"), self.fresh("Base")
        value = self.integer(0)
        self.write(f"class {base}:")
        self.write(f"    kind = {self.text(0)}")
        self.write("    def __init__(self, n): self.n = n")
        self.write("    def get(self, by=1): return self.n + by")
        self.write("    def __repr__(self): return '%s(%r)' % (type(self).__name__, self.n)")
        self.write(f"class {name}({base}):")
        methods = (
            "def __add__(self, other): return type(self)(self.n + 1)",
            "def __eq__(self, other): return self.n == getattr(other, 'n', None)",
            "def __lt__(self, other): return self.n < other.n",
            "def __len__(self): return abs(self.n) % 5",
            "def __getitem__(self, i): return range(self.n % 7)[i]",
            "def __call__(self, *args): return len(args)",
            "def get(self, by=2): return super().get(by) * 2",
            "def __bool__(self): return self.n % 2 == 0",
            "def __contains__(self, item): return item == self.n",
        )
        for method in self.random.sample(methods, self.random.randint(1, 5)):
            self.write("    " + method)
        one, two = self.fresh("object"), self.fresh("object")
        self.write(f"{one}, {two} = {name}({value}), {name}({self.integer(0)})")
        uses = [
            f"{one}.get()", f"{one} == {two}", f"{one} + {two}", f"len({one})", f"list({one})",
            f"{one}[0]", f"{one}(1, 2)", f"bool({one})", f"3 in {one}", f"sorted([{one}, {two}])",
            f"{one}.kind", f"{one}.missing", f"{name}.get({two}, 5)", f"{one} < {two}",
        ]  # fmt: skip
        for use in self.random.sample(uses, 3):
            self.guarded(f"print({use})")
        self.guarded(f"{one}.n = {self.integer(depth)}")
        self.write(f"{one}.extra = {one}.n")
        self.write(f"print({one}, {one}.extra, {two})")

    # Expressions, by the kind of their value.

    def expression(self, kind: str, depth: int) -> str:
        makers = {
            "int": self.integer, "float": self.real, "str": self.text, "list": self.sequence,
            "dict": self.mapping, "tuple": self.fixed, "bool": self.condition,
        }  # fmt: skip
        return makers[kind](depth) if kind in makers else self.octets()

    def known(self, kind: str) -> str | None:
        names = self.names[kind]
        return self.random.choice(names) if names and self.chance(0.6) else None

    def bound(self) -> str:
        return str(self.random.randint(-4, 6))

    def integer(self, depth: int) -> str:
        if depth <= 0:
            if self.chance(0.08):
                return self.random.choice(LARGE)
            return self.known("int") or str(self.random.choice((0, 1, 2, 3, 7, -1, -5, 10, 255)))
        a, b = self.integer(depth - 1), self.integer(depth - 1)
        return self.pick(
            f"({a} + {b})",
            f"({a} - {b})",
            f"({a} * {b}) % 977",
            f"({a} * {b}) % {self.random.choice(LARGE)}",
            f"({a} // {b})",
            f"({a} % {b})",
            f"({a} & {b})",
            f"({a} | {b})",
            f"({a} ^ {b})",
            f"-{a}",
            f"~{a}",
            f"({a} >> {self.random.randint(0, 4)})",
            f"({a} % 100 << {self.random.randint(0, 70)})",
            f"abs({a})",
            f"max({a}, {b})",
            f"len({self.text(depth - 1)})",
            f"len({self.sequence(depth - 1)})",
            f"({a} if {self.condition(depth - 1)} else {b})",
            f"sum([v for v in {self.sequence(depth - 1)} if isinstance(v, int)]) % 911",
            f"int({self.real(depth - 1)}) % 1009",
            f"{self.text(depth - 1)}.find({self.text(0)})",
            f"{self.text(0)}.count({self.text(0)})",
            f"[*{self.sequence(depth - 1)}, {a}].index({a})",
            f"ord(({self.text(depth - 1)} + 'q')[0])",
            f"int({self.text(depth - 1)}[:6] if {self.condition(0)} else '12')",
            f"({self.octets()} + b'wxyz')[{self.bound()}]",
            f"round({self.real(depth - 1)}) % 1013",
            f"divmod({a}, {b})[{self.pick('0', '1')}]",
            f"(lambda v, w={b}: v - w)({a})",
        )

    def real(self, depth: int) -> str:
        if depth <= 0:
            return self.known("float") or self.random.choice(FLOATS)
        a, b = self.real(depth - 1), self.real(depth - 1)
        return self.pick(
            f"({a} + {b})",
            f"({a} - {b})",
            f"({a} * {b} % 1e4)",
            f"({a} / {b} % 1e4)",
            f"({a} // {b} % 1e4)",
            f"({self.integer(depth - 1)} / {self.integer(depth - 1)})",
            f"round({a}, {self.random.randint(0, 3)})",
            f"float({self.integer(depth - 1)})",
            f"abs({a})",
            f"min({a}, {b})",
            f"(abs({a}) ** 0.5)",
            f"({a} + {self.integer(depth - 1)})",
        )

    def text(self, depth: int) -> str:
        if depth <= 0:
            return self.known("str") or repr(self.random.choice(WORDS))
        a, b = self.text(depth - 1), self.text(depth - 1)
        kind = self.random.choice(KINDS)
        value = self.expression(kind, depth - 1)
        number = self.integer(depth - 1)
        spec = self.pick("", "5", "<6", ">4", "^7", "03", "+", "x", "*^9", ".1", "05d", ",", "b")
        real_spec = self.pick("", ".2f", "8.1f", "e", "g", ".3g", "+.0f", "%", "010.2f")
        return self.pick(
            f"({a} + {b})",
            f"({a} * {self.random.randint(-1, 3)})",
            f"{a}[{self.bound()}:{self.bound()}]",
            f"{a}[::{self.pick('-1', '2', '1', '-2')}]",
            f"str({value})",
            f"repr({value})",
            f"f'<{{{self.known(kind) or number}!r:>6}}>'",
            f"format({number}, {spec!r})",
            f"format({self.real(depth - 1)}, {real_spec!r})",
            f"'%s|%5d|%r' % ({value}, {number}, {a})",
            f"'%.2f|%-6s|%x' % ({self.real(0)}, {a}, abs({number}))",
            f"{a}.upper()",
            f"{a}.title()",
            f"{a}.strip()",
            f"{a}.replace({self.text(0)}, {self.text(0)})[:24]",
            f"{a}.center({self.random.randint(0, 9)}, '.')",
            f"{a}.zfill(6)",
            f"{b}.join([str(v) for v in {self.sequence(0)}])[:24]",
            f"chr({number} % 300)",
            f"({a} or {b})",
            f"({a} if {self.condition(depth - 1)} else {b})",
            f"max({a}, {b})",
        )

    def sequence(self, depth: int) -> str:
        if depth <= 0:
            name = self.known("list")
            return (
                name or f"[{', '.join(self.integer(0) for _ in range(self.random.randint(0, 4)))}]"
            )
        a = self.sequence(depth - 1)
        item = self.expression(self.random.choice(KINDS), depth - 1)
        return self.pick(
            f"({a} + {self.sequence(depth - 1)})[:9]",
            f"({a} * {self.random.randint(0, 2)})[:9]",
            f"[{item}, *{a}][:9]",
            f"{a}[{self.bound()}:{self.bound()}]",
            f"{a}[::{self.pick('-1', '2', '3')}]",
            f"[v for v in {a} if v]",
            f"[(i, v) for i, v in enumerate({a})]",
            f"[v * 2 for v in range({self.random.randint(0, 5)})]",
            f"sorted({self.text(depth - 1)})[:9]",
            f"sorted({a}, key=repr)",
            f"list({self.mapping(depth - 1)})",
            f"list(zip({a}, {self.text(0)}))",
            f"{self.text(depth - 1)}.split({self.pick('', repr(' '), repr('a'))})",
            f"list(map(str, {a}))",
            f"list(reversed({a}))",
            f"list({self.mapping(0)}.values())",
            f"list({self.fixed(0)})",
        )

    def mapping(self, depth: int) -> str:
        if depth <= 0:
            return self.known("dict") or "{" + ", ".join(self.pair(0) for _ in range(3)) + "}"
        return self.pick(
            "{" + f"**{self.mapping(depth - 1)}, {self.pair(depth - 1)}" + "}",
            "{" + f"k: v for v, k in enumerate({self.text(depth - 1)})" + "}",
            f"dict(zip({self.text(0)}, {self.sequence(depth - 1)}))",
            f"dict.fromkeys({self.text(0)}, {self.integer(0)})",
            "{" + f"str(v): v for v in {self.sequence(depth - 1)}" + "}",
        )

    def pair(self, depth: int) -> str:
        return f"{self.key()}: {self.expression(self.random.choice(KINDS), depth)}"

    def key(self) -> str:
        return self.pick(self.integer(0), self.text(0), "None", "True", "(1, 'a')", "1.0")

    def fixed(self, depth: int) -> str:
        if depth <= 0:
            return self.known("tuple") or f"({self.integer(0)}, {self.text(0)})"
        return self.pick(
            f"({self.integer(depth - 1)}, {self.sequence(depth - 1)})",
            f"tuple({self.sequence(depth - 1)})",
            f"({self.fixed(depth - 1)} + {self.fixed(0)})[:6]",
            f"{self.fixed(depth - 1)}[::-1]",
            f"{self.text(depth - 1)}.partition({self.text(0)})",
        )

    def condition(self, depth: int) -> str:
        if depth <= 0:
            return self.known("bool") or self.pick("True", "False")
        a, b = self.integer(depth - 1), self.integer(depth - 1)
        operator = self.pick("<", "<=", "==", "!=", ">", ">=")
        return self.pick(
            f"({a} {operator} {b})",
            f"({a} {operator} {b} {operator} {self.integer(0)})",
            f"({self.text(depth - 1)} {operator} {self.text(0)})",
            f"({self.real(depth - 1)} {operator} {self.real(0)})",
            f"({self.sequence(depth - 1)} == {self.sequence(0)})",
            f"not {self.condition(depth - 1)}",
            f"({self.condition(depth - 1)} and {self.condition(depth - 1)})",
            f"({self.condition(depth - 1)} or {self.condition(depth - 1)})",
            f"({a} in {self.sequence(depth - 1)})",
            f"({self.text(0)} in {self.text(depth - 1)})",
            f"({self.key()} in {self.mapping(depth - 1)})",
            f"bool({self.expression(self.random.choice(KINDS), depth - 1)})",
            f"isinstance({a}, {self.pick('int', 'str', '(int, float)', 'bool')})",
            f"{self.text(depth - 1)}.startswith({self.text(0)})",
            f"{self.text(0)}.isalpha()",
        )

    def octets(self) -> str:
        return self.known("bytes") or self.pick(
            "b'abc'", "b''", "b'\\x00\\xff'", "bytes([1, 2, 3])"
        )


END = "-- end --\n"
RUN_ALL = f"""
for run in programs:
    try:
        run()
    except Exception as e:
        print(type(e).__name__, e)
    print({END!r}, end="")
"""


def batch(seeds: range) -> str:
    """One script that runs the programs of several seeds, each by itself."""
    parts = [random_scenes.PRELUDE, "programs = []\n"]
    for seed in seeds:
        parts += [Generator(seed).program(), "programs.append(program)\n"]
    return "".join(parts) + RUN_ALL


def outputs(command: list[str], source: str) -> list[str] | None:
    """What each program of a batch printed; the last one may be an error of the run. None if it
    takes too long."""
    with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8") as file:
        file.write(source)
        file.flush()
        try:
            done = subprocess.run([*command, file.name], capture_output=True, timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            return None
    texts = done.stdout.decode("utf-8", "replace").split(END)
    if done.returncode:
        texts[-1] += f"exit status {done.returncode}\n" + done.stderr.decode("utf-8", "replace")
    return texts


def differences(binary: Path, seeds: range) -> Iterator[tuple[int, str, str]]:
    """Seed, CPython's output and Anthill's, where they differ. Programs that take CPython too long,
    or Anthill and CPython together with others, are run by themselves."""
    from run import oracle_path

    source = batch(seeds)
    wanted = outputs([oracle_path(), "-W", "ignore", "-X", "utf8"], source)
    got = outputs([str(binary)], source)
    if (wanted is None or got is None) and len(seeds) > 1:
        for seed in seeds:
            yield from differences(binary, range(seed, seed + 1))
        return
    if wanted is None:
        return
    if got is None:
        got = ["takes too long\n"]
    got += ["nothing\n"] * (len(wanted) - len(got))
    left = False
    for seed, ours, theirs in zip(seeds, got, wanted, strict=False):
        if any(text in theirs for text in LEFT_SUSPENDED):
            left = True
        elif ours != theirs and len(theirs) < MOST_OUTPUT:
            if left:  # what remained of an earlier program may have run in this one
                yield from differences(binary, range(seed, seed + 1))
            else:
                yield seed, theirs, ours


def main() -> int:
    parser = argparse.ArgumentParser(description="Run random programs on CPython and Anthill.")
    parser.add_argument("--seed", type=int, default=0, help="the first program's number")
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print the first program")
    parser.add_argument("--binary", type=Path, default=ROOT / "build" / "virtual" / "anthill")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()
    if options.show:
        print(Generator(options.seed).program())
    end = options.seed + options.count
    batches = [range(i, min(i + BATCH, end)) for i in range(options.seed, end, BATCH)]
    failed = 0
    with ThreadPoolExecutor(options.jobs) as pool:
        for found in pool.map(lambda seeds: list(differences(options.binary, seeds)), batches):
            for seed, wanted, got in found:
                failed += 1
                print(f"--- seed {seed}: CPython\n{wanted}--- Anthill\n{got}", flush=True)
    print(f"{options.count} programs, {failed} with a difference")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
