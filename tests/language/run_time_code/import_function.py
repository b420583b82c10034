# boards: virtual
"""`__import__`, the function behind the import statement."""

print(__import__("sys").byteorder)
print(__import__("time", globals(), locals(), [], 0).__name__)
print(__import__("sys", fromlist=["path"]).maxsize > 0)


def attempt(*args, **keywords):
    try:
        print(__import__(*args, **keywords))
    except (ImportError, ValueError, TypeError) as error:
        print(type(error).__name__, error)


attempt("not_there")
attempt("")
attempt("sys", level=-1)
attempt(1)
attempt("sys.nothing")
