# quick
# repr of strings: quotes and escapes.
for s in ("", "a", "'", '"', "'\"", "\\", "\n\t\r", "\0", "\x1b", "\x7f", "é", "€", "🐍", "a'b", 'a"b', "\\'", "tab\there"):
    print(repr(s))
print(["a", "'"], ("b",), {"k": "v"}, ascii("é€🐍\n"), ascii("plain"))
