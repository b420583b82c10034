# quick
# repr of strings: quotes, escapes, what is printable.
for s in ("", "a", "'", '"', "'\"", "\\", "\n\t\r", "\0", "\x1b", "\x7f", "\x80", "é", "€", "🐍", "a'b", 'a"b', "\\'", "tab\there", "\xa0", "\u200b"):
    print(repr(s))
print(["a", "'"], ("b",), {"k": "v"}, ascii("é€🐍\n"), ascii("plain"))
