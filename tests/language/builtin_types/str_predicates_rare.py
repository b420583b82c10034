# boards: virtual
# is... methods that small boards leave out, and text beyond ASCII.
for s in ("", "abc", "ABC", "123", "a1", " ", "\t\n", "a b", "_x", "1x", "x1", "-1", "é", "€", "\x80"):
    print(repr(s), s.isdecimal(), s.isnumeric(), s.isidentifier(), s.isascii(), s.isprintable(), s.isalpha(), s.isalnum(), s.isspace())
