# Expression statements evaluate and drop; a docstring is one.
"module docstring like"
1
[print("side"), print("effects")]
print("x") if True else None
print("a") or print("b")
(lambda: print("called"))()
{}
...
None
"end"
