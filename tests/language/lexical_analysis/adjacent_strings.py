# Adjacent literals join at compile time, across kinds of quotes and lines.
print("a" 'b' """c""" r'\d')
x = ("long "
     "text "  # comment
     'here')
print(x)
n = 3
print("a" f"{n}" "b" f'{n + 1}')
print(f"{n}" "{n}" r"\{n}")
