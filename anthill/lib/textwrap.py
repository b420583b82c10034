"""Text in lines: filled, indented, without its common margin."""

import re

__all__ = ["TextWrapper", "dedent", "fill", "indent", "shorten", "wrap"]

_BLANKS = "\t\n\x0b\x0c\r "
_SPACE = "[" + _BLANKS + "]"
_LETTER = r"[^\d\W]"
_BEFORE_DASH = r"(?<=[\w!\"'&.,?])"
_HYPHEN = f"-(?:(?<={_LETTER}{{2}}-)|(?<={_LETTER}-{_LETTER}-))(?={_LETTER}-?{_LETTER})"
"""A hyphen with letters on both sides, behind which a word may be broken."""
_CHUNK = re.compile(
    f"{_SPACE}+|{_BEFORE_DASH}-{{2,}}(?=\\w)"
    f"|[^{_BLANKS}]+?(?:{_HYPHEN}|(?={_SPACE}|\\Z)|{_BEFORE_DASH}(?=-{{2,}}\\w))"
)
"""What is not broken: blanks, a dash between words, a word or a part of one with hyphens."""
_WORD = re.compile(f"{_SPACE}+|[^{_BLANKS}]+")
_SENTENCE_END = re.compile(r"[a-z][.!?][\"']?\Z")


class TextWrapper:
    """Fills paragraphs; the attributes are those of CPython's."""

    def __init__(
        self,
        width=70,
        initial_indent="",
        subsequent_indent="",
        expand_tabs=True,
        replace_whitespace=True,
        fix_sentence_endings=False,
        break_long_words=True,
        drop_whitespace=True,
        break_on_hyphens=True,
        tabsize=8,
        *,
        max_lines=None,
        placeholder=" [...]",
    ):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def wrap(self, text):
        """The text as a list of lines."""
        self._check_width()
        chunks = self._split(self._plain(text))
        if self.fix_sentence_endings:
            _widen_sentence_ends(chunks)
        chunks.reverse()
        lines = []
        while chunks:
            margin = self.subsequent_indent if lines else self.initial_indent
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            line = self._take_line(chunks, self.width - len(margin))
            if not line:
                continue
            if self._is_allowed(line, chunks, len(lines) + 1, self.width - len(margin)):
                lines.append(margin + "".join(line))
            else:
                self._end(lines, line, margin)
                break
        return lines

    def fill(self, text):
        """The text as one string of lines."""
        return "\n".join(self.wrap(text))

    def _check_width(self):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            margin = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(margin) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")

    def _plain(self, text):
        """The text with spaces for other blanks."""
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = "".join(" " if char in _BLANKS else char for char in text)
        return text

    def _split(self, text):
        """The pieces that lines are made of."""
        return (_CHUNK if self.break_on_hyphens else _WORD).findall(text)

    def _take_line(self, chunks, width):
        """Take what fits into a line off the end of the chunks."""
        line = []
        size = 0
        while chunks and size + len(chunks[-1]) <= width:
            size += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > width:
            self._break(chunks, line, width, size)
        if self.drop_whitespace and line and not line[-1].strip():
            line.pop()
        return line

    def _break(self, chunks, line, width, size):
        """Take a part of a word that is too long for any line."""
        if not self.break_long_words:
            if not line:
                line.append(chunks.pop())
            return
        word = chunks[-1]
        if not word:  # what is left of one where there is no room at all
            chunks.pop()
            return
        end = 1 if width < 1 else width - size
        if self.break_on_hyphens and len(word) > end:
            hyphen = word.rfind("-", 0, end)
            if hyphen > 0 and word[:hyphen].strip("-"):
                end = hyphen + 1
        line.append(word[:end])
        chunks[-1] = word[end:]

    def _is_allowed(self, line, rest, count, width):
        """Whether a line can stand as it is, and more text follow if there is some."""
        if self.max_lines is None or count < self.max_lines:
            return True
        nothing_left = not rest or (self.drop_whitespace and len(rest) == 1 and not rest[0].strip())
        return nothing_left and len("".join(line)) <= width

    def _end(self, lines, line, margin):
        """Add the last line that there may be, with the placeholder at its end."""
        width = self.width - len(margin)
        while line:
            if line[-1].strip() and len("".join(line)) + len(self.placeholder) <= width:
                lines.append(margin + "".join(line) + self.placeholder)
                return
            line.pop()
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(margin + self.placeholder.lstrip())


def _widen_sentence_ends(chunks):
    """Two spaces where a sentence ends."""
    for index in range(len(chunks) - 1):
        if chunks[index + 1] == " " and _SENTENCE_END.search(chunks[index]):
            chunks[index + 1] = "  "


def wrap(text, width=70, **options):
    return TextWrapper(width=width, **options).wrap(text)


def fill(text, width=70, **options):
    return TextWrapper(width=width, **options).fill(text)


def shorten(text, width, **options):
    """The words of a text in one line, as many as fit."""
    return TextWrapper(width=width, max_lines=1, **options).fill(" ".join(text.strip().split()))


def dedent(text):
    """The text without the blanks that all its lines begin with; lines of blanks are emptied."""
    lines = ["" if not line.strip(" \t") else line for line in text.split("\n")]
    filled = [line for line in lines if line]
    margin = 0
    if filled:
        low, high = min(filled), max(filled)
        while margin < len(low) and low[margin] == high[margin] and low[margin] in " \t":
            margin += 1
    return "\n".join([line[margin:] for line in lines])


def indent(text, prefix, predicate=None):
    """The text with a prefix before each line that is not blank."""
    result = []
    for line in text.splitlines(True):
        if predicate(line) if predicate is not None else line.strip():
            result.append(prefix)
        result.append(line)
    return "".join(result)
