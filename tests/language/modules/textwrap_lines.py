# boards: virtual
"""Lines of `textwrap`: hyphens, dashes, ends of sentences, placeholders."""
import textwrap

text = "This is a well-known e-mail--read it, half-a-crown! Yes.  Supercalifragilistic-expialidocious no?"
for options in (
    {},
    {"break_long_words": False},
    {"break_on_hyphens": False},
    {"fix_sentence_endings": True},
    {"drop_whitespace": False},
    {"max_lines": 3},
    {"max_lines": 2, "placeholder": "...", "initial_indent": "* ", "subsequent_indent": "  "},
):
    for width in (1, 7, 13, 30):
        try:
            print(width, textwrap.wrap(text, width, **options))
        except ValueError as error:
            print(error)
print(textwrap.shorten("Hello  world, how are you?", 14), textwrap.shorten("Hello world!", 12))
print(repr(textwrap.dedent("\n    a\n      b\n  \n    c")), repr(textwrap.indent("a\n\nb", "> ")))
try:
    textwrap.wrap("a", 0)
except ValueError as error:
    print(error)
