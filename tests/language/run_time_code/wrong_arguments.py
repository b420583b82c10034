"""What `eval` refuses."""


def attempt(function, *args):
    try:
        print(function(*args))
    except (TypeError, NameError) as error:
        print(type(error).__name__, error)


attempt(eval, "1", 1)
attempt(eval, "1", {}, 1)
attempt(eval, 1)
attempt(eval, None)
attempt(eval, "x", {})
attempt(eval, "len('abc')", {"__builtins__": {}})
attempt(eval, "len('abc')", {"__builtins__": {"len": lambda x: -1}})
attempt(eval, "len('abc')", {})
