# string: constants, capwords, Template, Formatter
# boards: virtual
import string
from string import Formatter, Template

print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits)
print(repr(string.punctuation), repr(string.whitespace), len(string.printable))
print(string.capwords("  the quick\tbrown  fox "), string.capwords("a-b-cc", "-"))

t = Template("$who likes ${what}s, $$100 and $who")
print(t.substitute(who="tim", what="kung pao"), t.template)
print(t.substitute({"who": "x", "what": "y"}, what="z"))
print(t.safe_substitute(who="tim"), t.is_valid(), t.get_identifiers())
try:
    t.substitute(who="x")
except KeyError as e:
    print("KeyError", e)
for text in ("$", "a $1", "ab\n${bad", "${}", "$$ok $-"):
    bad = Template(text)
    try:
        print(bad.substitute(a=1))
    except ValueError as e:
        print(e)
    print(repr(bad.safe_substitute()), bad.is_valid())


class Percent(Template):
    delimiter = "%"


print(Percent("%a and %% and $b").substitute(a=1))

f = Formatter()
print(f.format("{0} {1!r} {x:>5} {{}} {y[k]} {z.real}", 1, "s", x=2, y={"k": 3}, z=4))
print(f.format("{} {} {:{}}", "a", "b", "c", 4), f.vformat("{0}{a}", (1,), {"a": 2}))
print(list(f.parse("a{b!r:c}d{{e}}{0.x[1]:{w}}")))
print(f.get_field("0.real", (7,), {}))
for text in ("{", "}", "{0", "{0!x}", "{a}{}", "{}{0}", "{!}"):
    try:
        print(f.format(text, 1, a=2))
    except (ValueError, KeyError, IndexError) as e:
        print(type(e).__name__, e)


class Defaults(Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, args, kwargs)

    def check_unused_args(self, used_args, args, kwargs):
        print(sorted(map(str, used_args)))


print(Defaults().format("{0} {missing} {here}", "zero", here="h"))
