# boards: virtual
# Where syntax errors are: line, columns, and how they are printed.
BAD = [
    "x = = 1", "a\nb c\nd", "f(", "é = = 2", "  x", "x = 1 +", "f(x for x in y, 1)", "None = 1", "f() = 1", "del f()",
    "f() += 1", "class C\n pass", "if x\n  pass", "}", "(]", "[1 2]", "{a b}", "f(a, b c)", "f(a.b=1)", "if x = 3: pass",
    "1a", "0777", "for 1 in x: pass", "with a as 1: pass", "x = 5 if 3", "a = 1 = b", "a < b = 1", "(True := 1)", "a, b += 1",
    "def f(x=1, y): pass", "while True print", "'abc", "print 3", "x=1\n  y=2", "1 2",
]
for source in BAD:
    try:
        compile(source, "f.py", "exec")
    except SyntaxError as e:
        print(repr(source), type(e).__name__, e.filename, e.lineno, e.offset, e.end_lineno, repr(e.text).replace("\\n", ""), e.msg)
e = SyntaxError("msg", ("file", 3, 5, "the text\n", 3, 8))
print(e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, e.print_file_and_line, str(e))
e = SyntaxError("only")
print(e.msg, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.end_offset, str(e))
print(issubclass(TabError, IndentationError), TabError("x"))
