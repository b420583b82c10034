# boards: virtual
# What `exec` and `compile` take and refuse on large boards.
print(eval(compile(source="2 + 1", filename="f", mode="eval", flags=0, dont_inherit=True, optimize=-1)))


def attempt(function, *args):
    try:
        print(function(*args))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


attempt(exec, "1", 1)
attempt(exec, "1", {}, 1)
attempt(exec, 1)
attempt(__import__, "sys", None, None, (), -1)
attempt(compile, "1", "", "exec", 1 << 29)
attempt(compile, "1", "", "exec", 0, False, 9)
attempt(compile, "1", "f")
