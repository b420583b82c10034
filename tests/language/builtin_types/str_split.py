# quick
# split, rsplit, splitlines, partition.
print("a b  c".split(), " a b ".split(), "".split(), "   ".split(), "a,b,,c".split(","), "".split(","), ",".split(","), "a--b--c".split("--"))
print("a b c d".split(None, 2), "a b c d".split(maxsplit=1), "a,b,c".split(",", 1), "a,b,c".split(",", 0), "a,b,c".split(",", -1), " a  b  c ".split(None, 1), "a b".split(" ", maxsplit=5))
print("a b c d".rsplit(None, 2), "a,b,c".rsplit(",", 1), " a  b ".rsplit(), "a,b,c".rsplit(",", 0), " a b c ".rsplit(maxsplit=1))
print("a\nb\r\nc\rd".splitlines(), "a\n".splitlines(), "\n".splitlines(), "".splitlines(), "a\nb\n".splitlines(True), "a\n\nb".splitlines(keepends=True))
print("a=b=c".partition("="), "abc".partition("="), "a=b=c".rpartition("="), "abc".rpartition("="), "=a".partition("="), "a::b".partition("::"))
print("tab\tand\nnew".split(), "x".split("x"), "xx".split("x"), "aXbXc".split("X", 1))
for f in (lambda: "a".split(""), lambda: "a".partition(""), lambda: "a".split(5), lambda: "a".rsplit("")):
    try:
        f()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
