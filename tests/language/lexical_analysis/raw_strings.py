# Raw literals keep their backslashes; a quote after one does not end them.
print(r"\n\t\x41")
print(len(r"\n"))
print(r'\'')
print(r"a\
b")
print(R"\\")
print(br"\x00\n", Rb"\d", rB"\\", bR'\'')
print(repr(r"\""))
