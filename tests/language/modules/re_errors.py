# What is no regular expression.
# boards: virtual
import re

for pattern in (
    "(", ")", "a)", "(a", "[a", "[", "[]", "[^]", "*", "+a", "a**", "a*+*", "a+?*", "a{2}{3}", "a{3,2}", "^*", "(*)", "|*",
    "\\", "\\q", "\\x1", "\\u12", "\\U0011000g", "\\U00110000", "\\8", "(a)\\2", "(a\\1)", "\\400", "[\\400]", "[b-a]",
    "[a-\\d]", "[\\d-z]", "[\\q]", "(?", "(?P", "(?P<", "(?P<>a)", "(?P<1a>b)", "(?P<a", "(?P<a>x)(?P<a>y)", "(?P=a)", "(?P=",
    "(?Px)", "(?<", "(?<x)", "(?z)", "(?i", "(?i-", "(?i-z)", "(?i-i:a)", "(?-a:a)", "(?L:a)", "(?au:a)", "a(?i)", "(?#", "(?(",
    "(?(1", "(?(1)a)", "(?(0)a)", "(?(x)a)", "(a)(?(1)a|b|c)", "(?<=a*)", "(?<=a|bb)", "(?<!a{1,2})b", "(?<=(a)\\1)", "(?:a",
    "(?=a", "\\N{x}", "\\N", "a\nb)", "a\n\n(", "(?P<é>a)(?P<é>b)", "(?P<a b>c)", "(?i)(?q)", "(?-", "(?-:a)", "(?ix-s", "(?sb:)",
):
    try:
        re.compile(pattern)
        print(repr(pattern), "compiles")
    except re.error as error:
        print(repr(pattern), error, [error.msg, error.pattern == pattern, error.pos, error.lineno, error.colno])
for pattern in (b"(", b"\\q", b"(?u)", b"\\u0041", b"[z-a]"):
    try:
        print(re.compile(pattern))
    except re.error as error:
        print(error, error.msg, error.pos)
error = re.error("message", "ab\ncd", 4)
print(error, error.args, error.msg, error.pattern, error.pos, error.lineno, error.colno)
error = re.error("message")
print(error, error.pattern, error.pos, error.lineno)
