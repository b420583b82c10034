# Names that look like keywords; soft keywords as plain names.
If = 1
_ = 2
__ = 3
print_ = print
match = 4
case = 5
type_ = 6
None_ = 7
in_ = 8
nonlocal_ = 9
é = 10
print_(If, _, __, match, case, type_, None_, in_, nonlocal_, é)
match[0] if False else print("match is a name")
