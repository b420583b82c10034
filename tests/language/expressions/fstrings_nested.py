# python: 3.12
# f-strings as in 3.12: quotes, nesting, comments and newlines inside.
d = {"a": 1}
print(f"{d["a"]}", f"{'x' + "y"}", f"{f"{f"{1}"}"}")
print(f"{"\n".join(["a", "b"])}")
print(f"{
    1 +  # a comment
    2
}")
print(f'{'nested'!r:>{"1" "0"}}')
print(f"{ {'k': 2}['k'] } { [1][0] }", f"{d}")
