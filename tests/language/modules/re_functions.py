# boards: virtual
import re


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


print(re.findall("a", "banana"), re.findall("a(n)", "banana"), re.findall("(a)(n)?", "banana"), re.findall("x*", "axb"))
print([m.span() for m in re.finditer("x*", "axxb")], [m.group() for m in re.finditer(r"\d+", "1 22 333")])
print(re.split(r"\s*,\s*", "a , b,c"), re.split("(,)", "a,b,c"), re.split("x*", "axbc"), re.split(",", "a,b,c", 1))
print(re.split("(a)|b", "xaybz"), re.split(",", "a,b,c", maxsplit=1), re.split("", "ab"), re.split("é", "aébéc"))
print(re.sub("a", "b", "banana"), re.sub("a", "b", "banana", 2), re.sub("a", "b", "banana", count=1))
print(re.sub("(a)(n)?", r"<\1|\2|\g<0>>", "banana"), re.sub("(?P<x>a)", r"[\g<x>\g<1>]", "banana"))
print(re.sub("x*", "-", "abxd"), re.sub("", "-", "ab"), re.sub("a|$", "E", "ab"), re.subn("a", "", "banana"))
print(re.sub("a", lambda m: m.group().upper() + str(m.start()), "banana"), re.sub("a", lambda m: None or "", "ba"))
print(re.sub("a", r"\n\t\\\x2d".replace(r"\x2d", ""), "ba").encode(), re.sub("b", r"\101\0", "abc").encode())
print(re.sub(b"a", rb"<\g<0>>", b"banana"), re.split(b",", b"a,b"), re.findall(rb"\w", b"a b"), re.sub("é", "e", "été"))
print(re.sub("(?i)A", "x", "aA"), re.sub("a", "x", "aA", flags=re.I), re.subn("(b)", r"\1\1", "abc", flags=0))
print(re.sub(r"(\w+) (\w+)", r"\2 \1", "hello world"), re.sub(r"(?:)(?P<first_name>\w)", r"\g<first_name>!", "ab"))
print(re.escape("a.b*c[d]\n é_1"), re.escape(b"a+\xff"), re.escape(""))
for action in (
    lambda: re.sub("a", r"\1", "a"),
    lambda: re.sub("(a)", r"\2", "a"),
    lambda: re.sub("a", r"\q", "a"),
    lambda: re.sub("a", r"\g", "a"),
    lambda: re.sub("a", r"\g<", "a"),
    lambda: re.sub("a", r"\g<>", "a"),
    lambda: re.sub("a", r"\g<x", "a"),
    lambda: re.sub("a", r"\g<x>", "a"),
    lambda: re.sub("a", r"\g<1x>", "a"),
    lambda: re.sub("a", "\\", "a"),
    lambda: re.match("a", b"a"),
    lambda: re.match(b"a", "a"),
    lambda: re.match("a", 5),
    lambda: re.compile(5),
    lambda: re.compile(re.compile("a"), re.I),
    lambda: re.compile("a", re.L),
    lambda: re.compile(b"a", re.U),
    lambda: re.compile("a", re.A | re.U),
    lambda: re.sub("a", lambda m: 1 / 0, "a"),
):
    attempt(action)

m = re.match(r"(?P<first>\w+) (?P<second>\w+)?( x)?", "Isaac Newton")
print(m, m.group(), m.group(0), m.group(1), m.group(1, 2), m.group("first", "second"), m["first"], m[2], m[3])
print(m.groups(), m.groups("-"), m.groupdict(), m.start(), m.end(2), m.span("second"), m.span(3), m.start(3))
print(m.lastindex, m.lastgroup, m.string, m.pos, m.endpos, m.re is re.compile(m.re.pattern), m.regs)
print(m.expand(r"\2, \1"), bool(m), m.re.groups, dict(m.re.groupindex), m.re.pattern, m.re.flags)
attempt(lambda: m.group(9))
attempt(lambda: m.group("third"))
attempt(lambda: m[-1])
attempt(lambda: m.start(4))
m = re.search("é(.)", "aéèa")
print(m.span(), m.span(1), m)
m = re.match(b"(.)", bytearray(b"ab"))
print(m.group(), m.string, re.match(b"a", bytearray(b"ab")))
for flags in (0, re.I, re.I | re.M, re.A, re.X | re.S):
    print(re.compile("a'b", flags), re.compile(b"x", flags).flags, re.compile("x", flags).flags)
print(re.compile("(?im)a").flags, re.compile("a") == re.compile("a"), re.compile("a") == re.compile("a", re.I))
print(re.compile("a") is re.compile("a"), len({re.compile("a"), re.compile("a"), re.compile("b")}))
print(re.error is not None, issubclass(re.error, Exception), re.purge())
it = re.finditer("a", "aa")
print(iter(it) is it, next(it).span(), next(it).span(), next(it, None))

print(re.compile("a", 0x4000 | re.I), re.fullmatch("(?i)\ufb05", "\ufb06") is not None, re.search("(?<=.{70000})b", "a" * 70000 + "b").start())
attempt(lambda: m.group(2**70))
attempt(lambda: re.compile("(?P<\u0967x>a)"))
attempt(lambda: re.compile("(?P<\u3280>a)"))
