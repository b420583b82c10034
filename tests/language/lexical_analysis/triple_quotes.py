# Triple-quoted strings span lines and hold quotes.
s = """first
  "second" ''third''
last\tx\
joined"""
print(s)
print(repr('''a"b'c'''))
print(repr("""a""b"""), repr(""""a"""))
print(len("""
"""))
def f():
    """A docstring
    over lines."""
    return '''x
y'''
print(repr(f()))
print(r'''a\
b''')
print(b"""x
y""")
