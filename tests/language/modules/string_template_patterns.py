# boards: virtual
from string import Template


class Percent(Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


print(Percent("%a_b %x %{c_d} %%").safe_substitute(a_b=1, c_d=2))


class Braced(Template):
    braceidpattern = "[a-z]+:[a-z]+"


print(Braced("${a:b} $name").substitute({"a:b": 1}, name=2))
print(Braced("${name}").safe_substitute(name=2), Braced("${name}").is_valid())


class Upper(Template):
    flags = 0


print(Upper("$a $A").safe_substitute(a=1, A=2))


class Own(Template):
    pattern = r"""
    (?P<escaped>@{2}) | @(?P<named>[_a-z][._a-z0-9]*) | @{(?P<braced>[_a-z][._a-z0-9]*)} |
    (?P<invalid>@)
    """


own = Own("@a.b and @{c.d} @@ x")
print(own.substitute({"a.b": 1, "c.d": 2}), own.get_identifiers(), own.is_valid())
try:
    Own("line\n  @1").substitute()
except ValueError as error:
    print(error)
print(Template("$who likes ${what} $$5").substitute(who="tim", what="ham"))
for text in "$", "$1", "${a", "x\n$ {y}":
    template = Template(text)
    print(template.is_valid(), template.safe_substitute(a=1) == text)
    try:
        template.substitute()
    except ValueError as error:
        print(error)
print(Template("$a $b $a ${c} $$").get_identifiers(), Template("$A").substitute(A="upper"))
