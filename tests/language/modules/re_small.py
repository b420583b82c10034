# Regular expressions as scripts on boards use them.
import re

line = re.compile(r"(?P<name>\w+)\s*=\s*(?P<value>-?\d+(?:\.\d+)?)")
found = line.match("temp = -12.5 C")
print(found.group("name"), found["value"], found.span(), found.groups(), found.groupdict())
print(line.search("no value here"), line.findall("a=1 b = 2.5,c=-3"))
print(re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "3 of 14"), re.subn("a", "-", "banana", count=2))
print(re.split(r"[,;]\s*", "a, b;c,,d"), re.split(r"(-)", "1-2-3"))
print([m.start() for m in re.finditer(r"(?i)an(?=a)", "bANana")], re.fullmatch("a*?b", "aab"))
print(re.match(r"^(a+)+$", "a" * 12 + "b"), re.escape("1.5*x"))
try:
    re.compile("(a")
except re.error as error:
    print(error)
print(re.search("(?<=x)é+", "éxéé").span(), re.search("a(?!b)", "abac").start())
print(re.findall(r"(?m)^\w", "ab\ncd"))
print(re.fullmatch(r"(?ix) A b # end", "aB"), re.findall("[^a-c]", "AbcD", re.I))
print(re.sub("(.)(?P<y>.)", r"\g<y>\1", "abcd"))
for pattern in ")", "*a", "a**", "[a", "(?P<x", "(?P=x)", "[b-a]", "(?!a", "a)":
    try:
        re.compile(pattern)
    except re.error as error:
        print(error, error.msg, error.pos)
