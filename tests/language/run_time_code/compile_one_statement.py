# boards: virtual
"""What is compiled as one statement must not be several."""

for source in ("1\n2", "x = 1\ny = 2", "1; 2", "if 1:\n  2\n  3\n"):
    try:
        exec(compile(source, "f", "single"))
    except SyntaxError as error:
        print(error.msg)

# A string is shown as any other result, and is no documentation.
exec(compile("'text'", "f", "single"))
exec(compile("'text'; 'more'\n", "f", "single"))
