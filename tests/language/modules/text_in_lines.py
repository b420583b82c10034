# boards: virtual
import textwrap

text = "The quick brown fox, well-known for its jumping,\tleapt over twenty-three lazy dogs."
for width in (10, 17, 30, 70):
    for line in textwrap.wrap(text, width):
        print(repr(line))
print(textwrap.fill(text, 24, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 30), textwrap.shorten("  a  b ", 10))
print(repr(textwrap.dedent("""
    one
      two

    three
   	""")))
print(repr(textwrap.dedent("\ta\n\tb\n")), repr(textwrap.dedent(" a\n\tb")))
print(repr(textwrap.indent("a\n\n b\nc", "> ")), repr(textwrap.indent("a\n\nb", "-", lambda line: True)))
print(textwrap.wrap("", 5), textwrap.wrap("abcdefghij", 4), textwrap.wrap("abcdefghij kl", 4, break_long_words=False))
