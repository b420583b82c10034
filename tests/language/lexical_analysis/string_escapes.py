# quick
# Every escape sequence of str literals.
print(repr("\a\b\f\n\r\t\v\\\'\""))
print(repr("\0\1\12\101\377"))
print(repr("\x00\x41\x7f\xe9"))
print(repr("\u0041\u00e9\u20ac"))
print(repr("\U00000041\U0001F40D"))
print(len("a\
b"))
print("a\
b")
print("\q" == "\\q", len("\q"))
print(repr('it\'s'), repr("it's"), repr('"'), repr('\'"'))
print(len("\U0001F40D"), "\x41\102\u0043")
