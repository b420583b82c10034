# boards: virtual
import re


def show(pattern, string, flags=0):
    found = re.search(pattern, string, flags)
    print(repr(pattern), found and (found.span(), found.groups(), found.lastindex))


for pattern in (
    "b+", "^a", "c$", "a.*c", "a.*?c", "(a)(b)?", "(?:ab)+", "a{2}", "b{1,2}", "b{,2}c", "x|c", "[a-c]+",
    "[^a]", "[]a]+", "[a-]+", r"\w+", r"\W", r"\d", r"\bb", r"\Bb", r"\Aaab", r"c\Z", "(?=b)", "a(?!b)",
    "(?<=a)b", "(?<!a)b", "(?>a+)ab", "a++b", "(a)|(b)", "(?P<x>a)(?P=x)", r"(a)\1", "(?i)AAB", "(?i:A)ab",
    "(a)?(?(1)a|b)", "((a)(b))", "(?x) a a # comment\n b", "", "a*", "(?:a|aa)(?:b|bb)c", "{", "a{,", "a{1", "}",
    r"\x61\u0061\141", r"[\x61-\x63]{3}", "(?s:.)", "(a*)*", "(a*)+", "(?:a?)*?b", "(?:(a)|b)*", "[[]", r"[\]]",
):
    show(pattern, "aabbbcab")
for flags in (0, re.I, re.M, re.S, re.I | re.M, re.A, re.X):
    for pattern in ("^b", "A$", "a.b", r"\w+\s", "é", "[É]", "É É", "k", "ſ"):
        show(pattern, "a\nb é K S\na", flags)
show(r"\w+", "été ß_1")
show(r"(?a)\w+", "été ß_1")
show("[à-ü]+", "xéèx")
show("(?i)[à-ü]+", "xÉÈx")
show("😀+", "a😀😀b")
show("(?<=é)x", "xéx")
show(r"(.)\1", "abccd")
show(r"(?i)(é)\1", "éÉ")
show(rb"\w+", b"\xe9ab\xff")
show(b"(?i)A[^b]", b"aba\xe9")
show(b"[\x80-\xff]+", b"ab\xe9\xffc")

p = re.compile("a(b)?")
print(p.match("xab"), p.match("xab", 1), p.search("xab", 0, 2), p.fullmatch("ab"), p.fullmatch("abc"))
print(p.fullmatch("xabx", 1, 3), p.match("ab", 5), p.search("ab", -5), p.match("ab", pos=0, endpos=1))
print(re.compile("^b").search("ab", 1), re.compile(r"\bb").search("ab", 1), re.compile("(?<=a)b").search("ab", 1))
print(re.compile("$").search("ab", 0, 1).span(), re.compile("b").search("éèb", 1, 3).span())

# What backtracks a lot, and what is long.
print(re.match("(?:a|b)*c", "ab" * 20000 + "c").end(), re.match("(a|b)*?c", "ab" * 5000 + "c").end())
print(re.search("a*b", "a" * 1000), re.match("(?:a?){20}a{20}", "a" * 20).end())
print(re.match(".*.*.*x", "y" * 60), re.match("(x+x+)+y", "x" * 14))
print(re.findall("|".join(str(n) for n in range(300)), "5 77 299"))
try:
    re.compile("(" * 100000 + ")" * 100000)
except RecursionError:
    print("too deep")
