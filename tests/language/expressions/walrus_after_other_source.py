"""What a source before had in parentheses does not matter."""

for spaces in range(12):
    exec("(x)" + " " * spaces + "\n(x)", {"x": 1})
    names = {"a": spaces}
    exec("b = [a, (c := a), " + " " * spaces + "(d := 2)]\nif e := a: pass", names)
    print(names["b"], names["c"], names["d"], names["e"])
