"""The tokenizer: source bytes to tokens, one at a time.

It reads no further than the token it returns, so that a statement typed at the prompt is done at
the end of its line. Text is kept from the position `keep` on: a place in it that was marked can be
gone back to. Otherwise only the current piece of text is in memory.
"""

from __future__ import annotations

from enum import IntEnum, auto
from typing import TYPE_CHECKING, NoReturn

from anthill.runtime.errors import PyError
from anthill.typed import (
    NULL,
    SMALL_MAX,
    Array,
    Static,
    Value,
    array_of,
    cold,
    items_of,
    noinline,
    same,
    small,
    u16,
)
from anthill.vm import dtoa, errors, unicode_names, utf8
from anthill.vm.compiler.buffer import ByteBuffer
from anthill.vm.compiler.reader import Reader
from anthill.vm.features import BIG_INTEGERS, COMPLEX, LARGE
from anthill.vm.messages import limit, message, uncommon
from anthill.vm.objects import bigint, exception
from anthill.vm.objects import bytes as bytes_object
from anthill.vm.objects import complex as complex_object
from anthill.vm.objects import float as float_object
from anthill.vm.objects.bigint import digit_value
from anthill.vm.objects.builtin import Constant, constant_value, host_constant
from anthill.vm.objects.str import EMPTY_STR, Str, hash_of, intern, is_ascii, name, new_str

if TYPE_CHECKING:
    from anthill.vm.objects.type import Type


class Token(IntEnum):
    """Kinds of tokens. Binary operators, augmented assignments and comparisons are in the order
    of the opcodes; keywords come last."""

    def _generate_next_value_(name, start, count, last_values):  # type: ignore[no-untyped-def,override] # noqa: N805
        return count

    END = auto()
    NEWLINE = auto()
    INDENT = auto()
    DEDENT = auto()
    IDENTIFIER = auto()
    NUMBER = auto()
    STRING = auto()
    FSTRING = auto()
    ADD = auto()
    SUB = auto()
    MUL = auto()
    FLOOR_DIV = auto()
    MOD = auto()
    LSHIFT = auto()
    RSHIFT = auto()
    BIT_AND = auto()
    BIT_OR = auto()
    XOR = auto()
    TRUE_DIV = auto()
    POW = auto()
    MATMUL = auto()
    AUG_ADD = auto()
    AUG_SUB = auto()
    AUG_MUL = auto()
    AUG_FLOOR_DIV = auto()
    AUG_MOD = auto()
    AUG_LSHIFT = auto()
    AUG_RSHIFT = auto()
    AUG_AND = auto()
    AUG_OR = auto()
    AUG_XOR = auto()
    AUG_TRUE_DIV = auto()
    AUG_POW = auto()
    AUG_MATMUL = auto()
    LT = auto()
    LE = auto()
    EQ = auto()
    NE = auto()
    GT = auto()
    GE = auto()
    ASSIGN = auto()
    WALRUS = auto()
    ARROW = auto()
    LPAREN = auto()
    RPAREN = auto()
    LBRACKET = auto()
    RBRACKET = auto()
    LBRACE = auto()
    RBRACE = auto()
    COMMA = auto()
    COLON = auto()
    SEMICOLON = auto()
    DOT = auto()
    ELLIPSIS = auto()
    INVERT = auto()
    EXCLAMATION = auto()
    FALSE = auto()
    NONE = auto()
    TRUE = auto()
    AND = auto()
    AS = auto()
    ASSERT = auto()
    ASYNC = auto()
    AWAIT = auto()
    BREAK = auto()
    CLASS = auto()
    CONTINUE = auto()
    DEF = auto()
    DEL = auto()
    ELIF = auto()
    ELSE = auto()
    EXCEPT = auto()
    FINALLY = auto()
    FOR = auto()
    FROM = auto()
    GLOBAL = auto()
    IF = auto()
    IMPORT = auto()
    IN = auto()
    IS = auto()
    LAMBDA = auto()
    NONLOCAL = auto()
    NOT = auto()
    OR = auto()
    PASS = auto()
    RAISE = auto()
    RETURN = auto()
    TRY = auto()
    WHILE = auto()
    WITH = auto()
    YIELD = auto()


FIRST_KEYWORD = int(Token.FALSE)
TO_AUGMENTED = Token.AUG_ADD - Token.ADD

_CHARS = "+-*%&|^/@~<>=!()[]{},:;."
_KINDS = (
    "ADD SUB MUL MOD BIT_AND BIT_OR XOR TRUE_DIV MATMUL INVERT LT GT ASSIGN EXCLAMATION LPAREN"
    " RPAREN LBRACKET RBRACKET LBRACE RBRACE COMMA COLON SEMICOLON DOT"
).split()

OPERATORS: bytes = _CHARS.encode()
OPERATOR_KINDS: bytes = bytes(int(Token[kind]) for kind in _KINDS)
"""The tokens that these characters alone are."""

_WORDS = [token.name.lower() for token in Token if token >= FIRST_KEYWORD]
_WORDS[:3] = map(str.capitalize, _WORDS[:3])
KEYWORDS: Array[Constant] = array_of(Constant, len(_WORDS))
"""The words of the tokens from FIRST_KEYWORD on."""
KEYWORDS.storage[:] = [host_constant(name(word)) for word in _WORDS]

KEYWORD_SLOTS = 64


def _keyword_table() -> bytes:
    table = bytearray(KEYWORD_SLOTS)
    for index, word in enumerate(_WORDS):
        at = hash_of(name(word)) % KEYWORD_SLOTS
        while table[at]:
            at = (at + 1) % KEYWORD_SLOTS
        table[at] = index + 1
    return bytes(table)


KEYWORD_TABLE: bytes = _keyword_table()
"""Hash table of the keywords: index into KEYWORDS plus 1, 0 where empty."""

ESCAPES = b"abfnrtv\\'\""
ESCAPED = b"\a\b\f\n\r\t\v\\'\""
"""What these characters mean behind a backslash."""

KEYWORD_STARTS = b"anelfonoifinisor"
"""The first two letters of each keyword that may stand right behind a number."""

# Kinds of string literals, and what ends a piece of one.
RAW = 1
BYTES = 2
FORMAT = 4
TRIPLE = 8
SPEC = 16
"""A format specification inside an f-string."""

PIECE_END = 0
PIECE_FIELD = 1
PIECE_SPEC_END = 2

MOST_INDENTS = 100
MOST_BRACKETS = 200 if SMALL_MAX > 1 << 31 else 50
BRACKET_WORDS = 3
LONGEST_INTERNED = 24
SURROGATE = 0xED
"""The first byte of half a character, which an escape may be."""

Mark = tuple[int, int, int]
"""A token's place in the source: position, position of the start of its line, and line and bracket
depth in one number."""

NO_READER = Reader()
NO_BUFFER = ByteBuffer()
NO_BRACKETS: Array[u16] = Array(u16, 0)


def is_name_char(c: int) -> bool:
    """Whether a byte may be in an identifier."""
    return is_name_start(c) or is_digit(c)


def is_name_start(c: int) -> bool:
    """Whether a byte may begin an identifier."""
    return c >= 128 or ord("a") <= (c | 32) <= ord("z") or c == ord("_")


def place_in(letters: bytes, c: int) -> int:
    """The place of a character among others, -1 if it is not there."""
    for place in range(len(letters)):
        if letters[place] == c:
            return place
    return -1


def is_digit(c: int) -> bool:
    """Whether a byte is a decimal digit."""
    return ord("0") <= c <= ord("9")


class Tokens(Static):
    """The state of the tokenizer and the current token."""

    reader: Reader = NO_READER
    file: Value = NULL
    window: ByteBuffer = NO_BUFFER
    """Text that has been read; `at` is the next byte, `base` the position of its first byte."""
    text: ByteBuffer = NO_BUFFER
    """The characters of a name, number or string."""
    indents: ByteBuffer = NO_BUFFER
    """Columns of the open indentations: with tabs to 8, and with tabs as one."""
    brackets: Array[u16] = NO_BRACKETS
    """The open brackets: character, line, column."""
    value: Value = NULL
    """Of a name, number or string."""
    at: int = 0
    base: int = 0
    keep: int = -1
    """Position from which on text is kept; -1: only the current token's."""
    target_start: int = 0
    """Where the expression begins that may turn out to be a target."""
    target_depth: int = -1
    """If it is a display: the bracket depth inside."""
    line: int = 1
    line_start: int = 0
    kind: int = 0
    start: int = 0
    """Where the current token begins; text before it is dropped unless `keep` says otherwise."""
    last_end: int = 0
    """The end of the token before the current one."""
    last_line_start: int = 0
    last_line_number: int = 0
    start_line: int = 1
    start_line_start: int = 0
    start_depth: int = 0
    depth: int = 0
    field_depth: int = -1
    """Bracket depth of the f-string field that is being read."""
    field_start: int = 0
    pending: int = 0
    """Dedents still to come."""
    quote: int = 0
    """Of the f-string that begins here; `flags` says what kind."""
    flags: int = 0
    fresh: bool = True
    """At the start of a line whose indentation counts."""
    interactive: bool = False
    ended: bool = False
    """Nothing more is read."""
    after_return: bool = False

    def open(self, reader: Reader, file: Value, interactive: bool) -> None:
        """Begin with a source."""
        self.reader = reader
        self.file = file
        self.window = ByteBuffer()
        self.text = ByteBuffer()
        self.indents = ByteBuffer()
        self.brackets = NO_BRACKETS
        self.at = 0
        self.base = 0
        self.keep = -1
        self.begin_value(-1)
        self.line = 1
        self.line_start = 0
        self.start = 0
        self.depth = 0
        self.field_depth = -1
        self.pending = 0
        self.fresh = True
        self.interactive = interactive
        self.ended = False
        self.after_return = False

    def close(self) -> None:
        """Forget the source."""
        self.reader = NO_READER
        self.file = NULL
        self.window = NO_BUFFER
        self.text = NO_BUFFER
        self.indents = NO_BUFFER
        self.brackets = NO_BRACKETS
        self.value = NULL

    # Errors.

    @cold
    def fail(self, message: int) -> NoReturn:
        """SyntaxError at the current token."""
        self.fail_with(message, NULL, NULL)

    @cold
    def fail_with(self, pattern: int, a: Value, b: Value) -> NoReturn:
        """SyntaxError at the current token, with a pattern as for `errors.error_with`."""
        column = self.start - self.start_line_start + 1
        self.fail_at(pattern, a, b, self.start_line, column, self.end_column(column))

    def end_column(self, column: int) -> int:
        """The column behind the current token, which begins at `column`."""
        if self.kind == Token.NEWLINE or self.start_line_start != self.line_start:
            return column + 1
        return self.base + self.at - self.line_start + 1

    @cold
    def fail_between(self, pattern: int, a: Value, start: int, end: int) -> NoReturn:
        """SyntaxError for what goes from a position to another one, on the last token's line."""
        if start < self.last_line_start:
            self.fail_with(pattern, a, NULL)
        column = start - self.last_line_start + 1
        end -= self.last_line_start - 1
        self.fail_at(pattern, a, NULL, self.last_line_number, column, end)

    @cold
    def fail_name(self, pattern: int, word: Str) -> NoReturn:
        """SyntaxError for a name, the last token, with a pattern that shows it."""
        self.fail_between(pattern, word, self.last_end - len(word.data), self.last_end)

    @cold
    def fail_here(self, message: int) -> NoReturn:
        """SyntaxError at the next character."""
        self.fail_here_with(message, NULL)

    @cold
    def fail_here_with(self, pattern: int, a: Value) -> NoReturn:
        """SyntaxError at the next character, with a pattern that shows one value; on boards with
        little flash at the current token."""
        if not LARGE:
            self.fail_with(pattern, a, NULL)
        column = self.base + self.at - self.line_start + 1
        self.fail_at(pattern, a, NULL, self.line, column, column)

    @cold
    def fail_number(self, message: int) -> NoReturn:
        """SyntaxError at the last character of a number."""
        if LARGE:
            self.at -= 1
        self.fail_here(message)

    @cold
    def fail_at(
        self, pattern: int, a: Value, b: Value, line: int, column: int, end: int
    ) -> NoReturn:
        """SyntaxError at a place; `end` is the column behind it."""
        self.fail_as(exception.SYNTAX_ERROR, errors.formatted(pattern, a, b), line, column, end)

    @cold
    def fail_as(self, kind: Type, message: Str, line: int, column: int, end: int) -> NoReturn:
        """An error of this kind at a place."""
        source: Str | None = None
        if LARGE:
            source = self.reader.line(line)
        raise errors.syntax_error(kind, message, self.file, line, column, end, source)

    @cold
    def fail_indent(self, pattern: int, a: Value = NULL, b: Value = NULL) -> NoReturn:
        """IndentationError at the current token."""
        column = self.start - self.start_line_start + 1
        self.fail_as(
            exception.INDENTATION_ERROR,
            errors.formatted(pattern, a, b),
            self.start_line,
            column,
            self.end_column(column),
        )

    @cold
    def invalid(self) -> NoReturn:
        """The SyntaxError for what has no better explanation."""
        if self.kind == Token.INDENT:
            self.start -= 1
            self.fail_indent(message("unexpected indent"))
        self.check_open()
        self.fail(message("invalid syntax"))

    @cold
    def check_open(self) -> None:
        """At an error: SyntaxError if it may come from a bracket left open on a line before."""
        depth = self.start_depth
        if depth and self.brackets[(depth - 1) * BRACKET_WORDS + 1] < self.start_line:
            self.never_closed(depth)

    @cold
    def never_closed(self, depth: int) -> NoReturn:
        """The SyntaxError for the innermost open bracket."""
        at = (depth - 1) * BRACKET_WORDS
        self.fail_at(
            message("'%s' was never closed"),
            self.bracket_text(int(self.brackets[at])),
            NULL,
            int(self.brackets[at + 1]),
            int(self.brackets[at + 2]),
            0,
        )

    @cold
    def bracket_text(self, char: int) -> Str:
        """A string of one ASCII character."""
        self.text.size = 0
        self.text.put(char)
        return new_str(self.text.start(), 1)

    # Characters. The byte 0 stands for the end of the source.

    def peek(self) -> int:
        """The next byte."""
        if self.at == self.window.size:
            self.fetch()
        return int(self.window.data[self.at])

    def peek_second(self) -> int:
        """The byte behind the next one."""
        if self.peek() == 0:
            return 0
        if self.at + 1 == self.window.size:
            self.fetch()
        return int(self.window.data[self.at + 1])

    def position(self) -> int:
        """The position of the next byte."""
        return self.base + self.at

    def fetch(self) -> None:
        """Read one more byte into the window, dropping text that nobody needs."""
        window = self.window
        if window.size == len(window.data):
            self.drop_unused()
        c = self.reader.read()
        if c <= ord("\r"):
            c = self.control(c)
        else:
            self.after_return = False
        window.put(c)

    @noinline
    def drop_unused(self) -> None:
        """Drop the text at the start of the window that nobody needs, if it is much."""
        window = self.window
        unused = self.start - self.base
        if self.keep >= 0:
            unused = min(unused, self.keep - self.base)
        if unused > window.size >> 1:
            window.drop(unused)
            self.at -= unused
            self.base += unused

    @noinline
    def control(self, c: int) -> int:
        """What stands in the window for a byte read that is no character: 0 for the end of the
        source, a newline for each kind of line end."""
        if c == ord("\n") and self.after_return:
            c = self.reader.read()
        self.after_return = c == ord("\r")
        if c == 0:
            self.fail_here(uncommon("source code cannot contain null bytes"))
        if c == ord("\r"):
            return ord("\n")
        return max(c, 0)

    def accept(self, c: int) -> bool:
        """Skip the next byte if it is `c`."""
        if self.peek() != c:
            return False
        self.at += 1
        return True

    def end_line(self) -> None:
        """Skip a newline."""
        self.at += 1
        self.line += 1
        self.line_start = self.base + self.at

    def skip_space(self, moving: bool) -> None:
        """Skip blanks, comments, joined lines and, in brackets, newlines. `moving`: on the way to
        the next token, so that the text of the current one is no longer needed."""
        while True:
            if moving:
                self.start = self.base + self.at
            c = self.peek()
            if c == ord(" ") or c == ord("\t") or c == ord("\f"):
                self.at += 1
            elif c == ord("#"):
                self.skip_comment(moving)
            elif c == ord("\n") and self.depth:
                self.end_line()
            elif c == ord("\\"):
                self.join_line()
            else:
                return

    @noinline
    def join_line(self) -> None:
        """Skip a backslash and the newline behind it."""
        self.at += 1
        if self.peek() == ord("\n"):
            self.end_line()
        elif self.peek() != 0:
            self.fail_here(uncommon("unexpected character after line continuation character"))
        if self.peek() == 0:
            self.fail_here(uncommon("unexpected EOF while parsing"))

    def skip_comment(self, moving: bool) -> None:
        """Skip to the end of the line."""
        while self.peek() != ord("\n") and self.peek() != 0:
            self.at += 1
            if moving:
                self.start = self.base + self.at

    # Going back.

    def mark(self) -> Mark:
        """The place of the current token, for `rewind`. Its text is kept if `keep` says so."""
        return self.start, self.start_line_start, self.start_line << 8 | self.start_depth

    def hold(self) -> int:
        """Keep the text from the current token on; the result goes to `release`."""
        before = self.keep
        if before < 0:
            self.keep = self.start - 1 if self.start else 0
        return before

    def hold_target(self) -> None:
        """As `hold`, for a statement that may turn out to be an assignment."""
        self.keep = self.start
        self.begin_value(-1 if LARGE else self.start)

    def begin_value(self, place: int) -> None:
        """At this position begins what may turn out to be a target; -1 for nothing."""
        self.target_start = place
        self.target_depth = -1

    def begin_display(self) -> None:
        """At a bracket: it may be all of a statement, or all behind a `=`."""
        if self.target_start == self.start:
            self.target_depth = self.depth

    def drop_target(self) -> None:
        """Inside a bracket: what it holds is no target. If that is all of a statement or all
        behind a `=`, no text of the statement is needed any more."""
        if self.target_depth == self.start_depth:
            self.keep = -1

    def drop_target_inside(self) -> None:
        """At a bracket that is no target: as `drop_target`."""
        if self.target_depth == self.depth:
            self.keep = -1

    def is_kept(self, place: int) -> bool:
        """Whether the text from a position on is still there."""
        return place >= self.base

    def release(self, before: int) -> None:
        """Undo `hold`."""
        self.keep = before

    def rewind(self, place: Mark) -> None:
        """Make the token at a marked place the current one again."""
        self.at = place[0] - self.base
        self.line_start = place[1]
        self.line = place[2] >> 8
        self.depth = place[2] & 255
        self.fresh = False
        self.advance()

    # Tokens.

    def advance(self) -> None:
        """Go to the next token."""
        self.last_end = self.base + self.at
        self.last_line_start = self.line_start
        self.last_line_number = self.line
        if self.fresh and self.begin_line():
            return
        self.skip_space(True)
        self.begin_token()
        c = self.peek()
        if is_name_start(c):
            self.name_token()
        elif is_digit(c) or (c == ord(".") and is_digit(self.peek_second())):
            self.number()
        elif c == ord('"') or c == ord("'"):
            self.string(0)
        elif c == ord("\n"):
            self.end_line()
            self.kind = Token.NEWLINE
            self.fresh = True
        elif c == 0:
            if self.depth:
                self.never_closed(self.depth)
            self.kind = Token.NEWLINE
            self.fresh = True
        else:
            self.operator(c)

    def begin_token(self) -> None:
        """Note where the token begins."""
        self.start = self.base + self.at
        self.start_line = self.last_line() if self.ended else self.line
        self.start_line_start = self.line_start
        self.start_depth = self.depth

    def begin_line(self) -> bool:
        """At the start of a line: whether the token is an indent, a dedent or the end."""
        if self.pending == 0:
            if self.ended:
                self.begin_token()
                self.kind = Token.END
                return True
            columns = self.indentation()
            self.begin_token()
            if columns < 0 or self.peek() == 0:
                self.ended = True
                self.pending = self.indents.size >> 1
                self.indents.size = 0
                return self.begin_line()
            self.fresh = False
            size = self.indents.size
            data = self.indents.data
            if columns == (int(data[size - 2]) << 8 | int(data[size - 1]) if size else 0):
                return False
            self.compare_indent(columns)
            if self.kind == Token.INDENT:
                return True
        self.begin_token()
        self.pending -= 1
        self.fresh = self.ended or self.pending > 0
        self.kind = Token.DEDENT
        return True

    def indentation(self) -> int:
        """Skip empty lines and blanks: the columns, with tabs to 8, times 256 plus those with tabs
        as one; -1 at the end of an interactive statement."""
        while True:
            column = 0
            alternative = 0
            while True:
                c = self.peek()
                if c == ord("\t"):
                    column |= 7
                elif c == ord("\f"):
                    column = -1
                    alternative = -1
                elif c != ord(" "):
                    break
                column += 1
                alternative += 1
                self.at += 1
                self.start = self.base + self.at
            if c == ord("#"):
                self.skip_comment(True)
                c = self.peek()
            elif c == ord("\n") and self.interactive and self.indents.size:
                self.end_line()
                return -1
            if c != ord("\n"):
                return column << 8 | alternative
            self.end_line()

    @noinline
    def compare_indent(self, columns: int) -> None:
        """Compare a line's indentation, another one than the last, with those that are open: sets
        the token, and `pending` to the number of dedents."""
        column = columns >> 8
        alternative = columns & 255
        if column > 255:
            self.fail_indent(limit("too many levels of indentation"))
        indents = self.indents
        size = indents.size
        top = 0
        top_alternative = 0
        if size:
            top = int(indents.data[size - 2])
            top_alternative = int(indents.data[size - 1])
        if column >= top:
            if column == top or alternative <= top_alternative:
                self.fail_tabs()
            if size == 2 * MOST_INDENTS:
                self.fail_indent(limit("too many levels of indentation"))
            indents.put(column)
            indents.put(alternative)
            self.kind = Token.INDENT
            return
        while size and column < int(indents.data[size - 2]):
            size -= 2
            self.pending += 1
        indents.size = size
        if column != (int(indents.data[size - 2]) if size else 0):
            self.skip_comment(True)
            self.fail_indent(message("unindent does not match any outer indentation level"))
        self.kind = Token.DEDENT

    @cold
    def fail_tabs(self) -> NoReturn:
        """The error for an indentation that means different things with other tab widths."""
        self.fail_as(
            exception.TAB_ERROR,
            errors.formatted(
                message("inconsistent use of tabs and spaces in indentation"), NULL, NULL
            ),
            self.start_line,
            1,
            1,
        )

    def name_token(self) -> None:
        """A name, keyword or prefixed string."""
        self.text.size = 0
        c = self.peek()
        while is_name_char(c):
            self.text.put(c)
            self.at += 1
            c = self.peek()
        if (c == ord('"') or c == ord("'")) and self.text.size <= 2:
            flags = self.string_prefix()
            if flags >= 0:
                self.string(flags)
                return
        word = intern(self.checked_text())
        self.value = word
        self.kind = Token.IDENTIFIER
        slot = hash_of(word) % KEYWORD_SLOTS
        while KEYWORD_TABLE[slot]:
            index = KEYWORD_TABLE[slot] - 1
            if same(constant_value(KEYWORDS[index]), word):
                self.kind = FIRST_KEYWORD + index
                return
            slot = (slot + 1) % KEYWORD_SLOTS

    def string_prefix(self) -> int:
        """The kind of string that a name right before a quote announces; -1 for none."""
        flags = 0
        for i in range(self.text.size):
            c = int(self.text.data[i]) | 32
            if c == ord("r"):
                flag = RAW
            elif c == ord("b"):
                flag = BYTES
            elif c == ord("f"):
                flag = FORMAT
            elif c == ord("u") and self.text.size == 1:
                return 0
            else:
                return -1
            if flags & flag or (flags | flag) & (BYTES | FORMAT) == BYTES | FORMAT:
                return -1
            flags |= flag
        return flags

    def checked_text(self) -> Str:
        """The collected text as a string; SyntaxError when it is no UTF-8."""
        size = self.text.size
        start = self.text.start()
        result = new_str(start, size)
        if is_ascii(result):
            return result
        start = self.text.start()
        at = 0
        while at < size:
            step = utf8.sequence_size(start + at, size - at)
            if step < 0 and start[at] == SURROGATE and size - at > 2:
                step = 3
            if step < 0:
                self.fail(uncommon("(unicode error) 'utf-8' codec can't decode byte"))
            at += step
        return result

    # Numbers.

    def number(self) -> None:
        """An integer or a float."""
        self.kind = Token.NUMBER
        self.text.size = 0
        if self.peek() == ord("0"):
            letter = self.peek_second() | 32
            base = 16 if letter == ord("x") else 8 if letter == ord("o") else 2
            if base == 16 or base == 8 or letter == ord("b"):
                self.at += 2
                self.based_integer(base)
                return
        self.digits()
        is_float = False
        if self.peek() == ord("."):
            is_float = True
            self.take()
            if is_digit(self.peek()):
                self.digits()
        if self.peek() | 32 == ord("e") and self.exponent_follows():
            is_float = True
            self.take()
            if not is_digit(self.peek()):
                self.take()
            if not is_digit(self.peek()):
                self.fail_number(message("invalid decimal literal"))
            self.digits()
        imaginary = self.peek() | 32 == ord("j")
        if imaginary:
            if not COMPLEX:
                self.fail(message("complex numbers are not supported"))
            self.at += 1
        self.check_number_end(message("invalid decimal literal"))
        if is_float or imaginary:
            parsed = dtoa.parse_decimal(self.text.start(), self.text.size)
            self.value = float_object.new_float(parsed[1])
            if COMPLEX and imaginary:
                self.value = complex_object.Complex(0.0, parsed[1])
        else:
            self.decimal_integer()

    def take(self) -> None:
        """Move the next byte to the text."""
        self.text.put(self.peek())
        self.at += 1

    def digits(self) -> None:
        """Collect decimal digits, if any; underscores between them are dropped."""
        while is_digit(self.peek()):
            self.take()
            if self.accept(ord("_")) and not is_digit(self.peek()):
                self.fail_number(message("invalid decimal literal"))

    def exponent_follows(self) -> bool:
        """Whether the next byte, an `e`, begins an exponent and not a keyword."""
        c = self.peek_second()
        return is_digit(c) or c == ord("+") or c == ord("-")

    def check_number_end(self, message: int) -> None:
        """SyntaxError when a name follows, unless it may be a keyword as in `1if x else y`."""
        c = self.peek()
        if not is_name_char(c):
            return
        second = self.peek_second()
        for at in range(0, len(KEYWORD_STARTS), 2):
            if c == KEYWORD_STARTS[at] and second == KEYWORD_STARTS[at + 1]:
                return
        self.fail_number(message)

    def based_integer(self, base: int) -> None:
        """The digits behind `0x`, `0o` or `0b`."""
        while True:
            self.accept(ord("_"))
            digit = digit_value(self.peek())
            if digit >= base:
                break
            self.take()
        reason = uncommon("invalid hexadecimal literal")
        pattern = reason
        if base == 8:
            reason = uncommon("invalid octal literal")
            pattern = uncommon("invalid digit '%s' in octal literal")
        elif base == 2:
            reason = uncommon("invalid binary literal")
            pattern = uncommon("invalid digit '%s' in binary literal")
        if LARGE and is_digit(self.peek()):
            self.fail_here_with(pattern, small(digit))
        if self.text.size == 0 or self.window.data[self.at - 1] == ord("_"):
            self.fail_number(reason)
        self.check_number_end(reason)
        self.set_integer(base)

    def set_integer(self, base: int) -> None:
        """Take the digits in the text as the token's value."""
        if BIG_INTEGERS:
            self.value = bigint.from_digits(self.text.start(), self.text.size, base)
            return
        try:
            self.value = bigint.from_digits(self.text.start(), self.text.size, base)
        except PyError:
            self.fail(message("this board has no big integers"))

    def decimal_integer(self) -> None:
        """The integer in the text."""
        if LARGE and bigint.is_limited(10) and self.text.size > bigint.limits.digits:
            self.fail_with(
                message(
                    "Exceeds the limit (%d digits) for integer string conversion: value has %d "
                    "digits; use sys.set_int_max_str_digits() to increase the limit - Consider "
                    "hexadecimal for huge integer literals to avoid decimal conversion limits."
                ),
                small(bigint.limits.digits),
                small(self.text.size),
            )
        self.set_integer(10)
        if self.text.data[0] == ord("0") and not bigint.is_zero(self.value):
            self.fail(
                uncommon(
                    "leading zeros in decimal integer literals are not permitted; "
                    "use an 0o prefix for octal integers"
                )
            )

    # Strings.

    def string(self, flags: int) -> None:
        """A string literal from its quote on; of an f-string only the quote."""
        quote = self.peek()
        self.at += 1
        empty = False
        if self.accept(quote):
            if self.accept(quote):
                flags |= TRIPLE
            else:
                empty = True
        self.quote = quote
        self.flags = flags
        if flags & FORMAT:
            self.kind = Token.FSTRING
            if empty:
                self.at -= 1
            return
        self.kind = Token.STRING
        self.text.size = 0
        if not empty:
            self.piece(quote, flags)
        self.value = self.string_value(flags)

    def string_value(self, flags: int) -> Value:
        """The collected text as a string or bytes; strings like names are interned."""
        if flags & BYTES:
            return bytes_object.new_bytes(self.text.start(), self.text.size)
        s = self.checked_text()
        if self.text.size > LONGEST_INTERNED:
            return s
        for i in range(self.text.size):
            if not is_name_char(int(self.text.data[i])):
                return s
        return intern(s)

    def piece(self, quote: int, flags: int) -> int:
        """Collect a string's text up to its end, or that of an f-string up to the next field; in
        a format specification, up to its `}`. Returns PIECE_*."""
        while True:
            c = self.peek()
            if c == 0 or (c == ord("\n") and flags & TRIPLE == 0):
                self.unterminated(flags)
            if c == ord("\n"):
                self.text.put(c)
                self.end_line()
                continue
            self.at += 1
            if c == quote and self.at_quote_end(quote, flags):
                if flags & SPEC:
                    self.fail_here(message("f-string: expecting '}'"))
                return PIECE_END
            brace = flags & FORMAT and (c == ord("{") or c == ord("}"))
            if brace and (flags & SPEC or not self.accept(c)):
                if c == ord("{"):
                    return PIECE_FIELD
                if flags & SPEC:
                    return PIECE_SPEC_END
                self.fail_number(uncommon("f-string: single '}' is not allowed"))
            if c == ord("\\"):
                self.escape(flags)
                continue
            if c >= 128 and flags & BYTES:
                self.fail(uncommon("bytes can only contain ASCII literal characters"))
            self.text.put(c)

    def at_quote_end(self, quote: int, flags: int) -> bool:
        """Behind a quote: whether it ends the string; the rest of a triple one is skipped."""
        if flags & TRIPLE == 0:
            return True
        if self.peek() == quote and self.peek_second() == quote:
            self.at += 2
            return True
        return False

    @cold
    def unterminated(self, flags: int) -> NoReturn:
        """The SyntaxError for a string without end."""
        if self.field_depth >= 0:
            self.fail(message("f-string: expecting '}'"))
        pattern = message("unterminated string literal (detected at line %d)")
        if LARGE and flags & FORMAT:
            pattern = message("unterminated f-string literal (detected at line %d)")
            if flags & TRIPLE:
                pattern = message(
                    "unterminated triple-quoted f-string literal (detected at line %d)"
                )
        elif flags & TRIPLE:
            pattern = message("unterminated triple-quoted string literal (detected at line %d)")
        self.fail_with(pattern, small(self.last_line()), NULL)

    def last_line(self) -> int:
        """The current line, at the end of the source its last one."""
        at_start = self.base + self.at == self.line_start
        return self.line - 1 if at_start and self.line > 1 else self.line

    def escape(self, flags: int) -> None:
        """Behind a backslash in a string."""
        c = self.peek()
        if flags & RAW:
            self.text.put(ord("\\"))
            if c == ord("\n"):
                self.text.put(c)
                self.end_line()
            elif c != 0 and not (flags & FORMAT and (c == ord("{") or c == ord("}"))):
                self.take()
            return
        if c == ord("\n"):
            self.end_line()
            return
        if ord("0") <= c <= ord("7"):
            self.put_code(self.octal(), flags)
            return
        if c == ord("x"):
            self.coded(2, flags)
        elif c == ord("u") and flags & BYTES == 0:
            self.coded(4, flags)
        elif c == ord("U") and flags & BYTES == 0:
            self.coded(8, flags)
        elif c == ord("N") and flags & BYTES == 0:
            self.named(flags)
        else:
            self.text.put(ord("\\"))
            place = place_in(ESCAPES, c)
            if place >= 0:
                self.at += 1
                self.text.data[self.text.size - 1] = ESCAPED[place]

    def named(self, flags: int) -> None:
        """`N{name}` behind a backslash: the character of this name."""
        if not LARGE:
            self.fail(uncommon("\\N{...} escapes are not supported"))
        self.at += 1
        if not self.accept(ord("{")):
            self.fail(uncommon("(unicode error) 'unicodeescape' codec can't decode bytes"))
        start = self.text.size
        while self.peek() != ord("}"):
            if self.peek() == 0 or self.peek() == ord("\n"):
                self.fail(uncommon("(unicode error) 'unicodeescape' codec can't decode bytes"))
            self.take()
        self.at += 1
        code = unicode_names.lookup(items_of(self.text.data, start), self.text.size - start)
        if code < 0:
            self.fail(message("(unicode error) unknown Unicode character name"))
        self.text.size = start
        self.put_code(code, flags)

    def octal(self) -> int:
        """Up to three octal digits."""
        n = 0
        for _ in range(3):
            c = self.peek()
            if not ord("0") <= c <= ord("7"):
                break
            self.at += 1
            n = n * 8 + c - ord("0")
        return n

    def coded(self, count: int, flags: int) -> None:
        """A character given by `count` hexadecimal digits."""
        self.at += 1
        n = 0
        for _ in range(count):
            digit = digit_value(self.peek())
            if digit >= 16 or n > 0x10FFFF >> 4:
                if flags & BYTES:
                    self.fail(uncommon("(value error) invalid \\x escape"))
                self.fail(uncommon("(unicode error) 'unicodeescape' codec can't decode bytes"))
            self.at += 1
            n = n * 16 + digit
        if n > 0x10FFFF:
            self.fail(uncommon("(unicode error) 'unicodeescape' codec can't decode bytes"))
        self.put_code(n, flags)

    def put_code(self, code: int, flags: int) -> None:
        """Add a character to the text, or a byte in bytes."""
        if flags & BYTES or code < 128:
            self.text.put(code)
            return
        count = 4 if code >= 0x10000 else 3 if code >= 0x800 else 2
        for _ in range(count):
            self.text.put(0)
        utf8.put_char(items_of(self.text.data, self.text.size - count), code)

    # Operators.

    def operator(self, c: int) -> None:
        """Operators, brackets and punctuation."""
        place = place_in(OPERATORS, c)
        if place < 0:
            self.at += 1
            self.fail(message("invalid syntax"))
        kind = int(OPERATOR_KINDS[place])
        self.at += 1
        if Token.LPAREN <= kind <= Token.RBRACE:
            self.bracket(kind, c)
        else:
            second = self.peek()
            if second == ord("=") or second == c or kind == Token.SUB:
                kind = self.longer_operator(kind, c)
        self.kind = kind

    @noinline
    def longer_operator(self, kind: int, c: int) -> int:
        """Operators that may be doubled or followed by `=`."""
        if kind == Token.DOT:
            if self.peek() == c and self.peek_second() == c:
                self.at += 2
                kind = Token.ELLIPSIS
        elif kind == Token.COLON:
            if self.depth != self.field_depth and self.accept(ord("=")):
                kind = Token.WALRUS
        elif kind == Token.ASSIGN or kind == Token.EXCLAMATION:
            if self.accept(ord("=")):
                return Token.EQ if kind == Token.ASSIGN else Token.NE
        elif kind == Token.SUB and self.accept(ord(">")):
            kind = Token.ARROW
        elif kind == Token.MUL and self.accept(c):
            kind = Token.POW
        elif kind == Token.TRUE_DIV and self.accept(c):
            kind = Token.FLOOR_DIV
        elif kind == Token.LT:
            kind = Token.LSHIFT if self.accept(c) else Token.LT
        elif kind == Token.GT:
            kind = Token.RSHIFT if self.accept(c) else Token.GT
        if kind <= Token.GT and self.accept(ord("=")):
            kind += 1 if kind >= Token.LT else TO_AUGMENTED
        return kind

    def bracket(self, kind: int, c: int) -> None:
        """Note an opening bracket, check a closing one."""
        at = self.depth * BRACKET_WORDS
        if kind == Token.LPAREN or kind == Token.LBRACKET or kind == Token.LBRACE:
            if self.depth == MOST_BRACKETS:
                self.fail(limit("too many nested parentheses"))
            if at == len(self.brackets):
                self.grow_brackets(at)
            self.brackets[at] = u16(c)
            self.brackets[at + 1] = u16(self.line)
            self.brackets[at + 2] = u16(self.start - self.start_line_start + 1)
            self.depth += 1
            return
        if self.depth == 0:
            self.fail_with(message("unmatched '%s'"), self.bracket_text(c), NULL)
        opened = int(self.brackets[at - BRACKET_WORDS])
        if c - opened != (1 if c == ord(")") else 2):
            self.mismatch(c, opened)
        self.depth -= 1

    @cold
    def mismatch(self, closing: int, opened: int) -> NoReturn:
        """The SyntaxError for a closing bracket of the wrong kind."""
        first = self.bracket_text(closing)
        if LARGE and self.depth == self.field_depth:
            self.fail_with(message("f-string: unmatched '%s'"), first, NULL)
        self.fail_with(
            message("closing parenthesis '%s' does not match opening parenthesis '%s'"),
            first,
            self.bracket_text(opened),
        )

    def open_field(self) -> int:
        """Behind the `{` of an f-string's field: go to its first token and keep its text from
        `field_start` on. The result goes to `close_field`."""
        before = self.field_depth
        self.begin_token()
        self.bracket(Token.LBRACE, ord("{"))
        self.field_depth = self.depth
        self.field_start = self.base + self.at
        if self.keep < 0:
            self.keep = self.field_start
        self.advance()
        return before

    def close_field(self, before: int) -> None:
        """At the end of a field."""
        self.field_depth = before

    def text_since(self, position: int) -> Str:
        """The source text from a position up to the current token."""
        start = self.window.start() + (position - self.base)
        return new_str(start, self.start - position)

    def text_since_start(self, size: int) -> Str:
        """The first bytes of the current token."""
        return new_str(self.window.start() + (self.start - self.base), size)

    def text_between(self, start: int, end: int) -> Str:
        """A piece of the source text that is still at hand, as a name; empty if it is not."""
        if start < self.base:
            return EMPTY_STR
        return intern(new_str(self.window.start() + (start - self.base), end - start))

    def trimmed_text(self, position: int) -> Str:
        """As `text_since`, without blanks at the end."""
        size = self.start - position
        start = self.window.start() + (position - self.base)
        while size > 1 and start[size - 1] <= ord(" "):
            size -= 1
        return new_str(start, size)

    def grow_brackets(self, size: int) -> None:
        """Have room for more open brackets."""
        larger: Array[u16] = Array(u16, size + 4 * BRACKET_WORDS)
        for i in range(size):
            larger[i] = self.brackets[i]
        self.brackets = larger


tokens = Tokens()
