"""Text in lines: filled, indented, without its common margin."""

import re

__all__ = ["TextWrapper", "dedent", "fill", "indent", "shorten", "wrap"]

_BLANKS = "\t\n\x0b\x0c\r "


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
        if fix_sentence_endings:
            raise NotImplementedError("fix_sentence_endings is not carried")
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def wrap(self, text):
        """The text as a list of lines."""
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        chunks = self._chunks(text)
        lines = []
        while chunks:
            margin = self.subsequent_indent if lines else self.initial_indent
            if self.drop_whitespace and lines and not chunks[0].strip():
                del chunks[0]
                continue
            line = self._line(chunks, self.width - len(margin))
            if self.drop_whitespace and line and not line[-1].strip():
                line.pop()
            if not line:
                continue
            left = any(chunk.strip() for chunk in chunks)
            if self.max_lines is None or len(lines) + 1 < self.max_lines or not left:
                lines.append(margin + "".join(line))
            else:
                lines.append(margin + self._cut(line, self.width - len(margin)))
                break
        return lines

    def fill(self, text):
        """The text as one string of lines."""
        return "\n".join(self.wrap(text))

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = "".join(" " if char in _BLANKS else char for char in text)
        chunks = []
        for part in re.split("([" + _BLANKS + "]+)", text):
            if self.break_on_hyphens and part.strip():
                chunks += [piece for piece in re.split(r"(?<=\w\w-)(?=\w\w)", part) if piece]
            elif part:
                chunks.append(part)
        return chunks

    def _line(self, chunks, width):
        """Take what fits into a line."""
        line = []
        size = 0
        while chunks and size + len(chunks[0]) <= width:
            size += len(chunks[0])
            line.append(chunks.pop(0))
        if chunks and len(chunks[0]) > width:
            if self.break_long_words:
                space = max(width - size, 1 if not line else 0)
                if space:
                    line.append(chunks[0][:space])
                    chunks[0] = chunks[0][space:]
            elif not line:
                line.append(chunks.pop(0))
        return line

    def _cut(self, line, width):
        while line:
            text = "".join(line).rstrip()
            if line[-1].strip() and len(text) + len(self.placeholder) <= width:
                return text + self.placeholder
            line.pop()
        return self.placeholder.lstrip()


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
