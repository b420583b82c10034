# quick
# is... methods.
for s in ("", "abc", "ABC", "123", "a1", " ", "\t\n", "a b", "_x", "1x", "x1", "-1"):
    print(repr(s), s.isalpha(), s.isdigit(), s.isalnum(), s.isspace())
