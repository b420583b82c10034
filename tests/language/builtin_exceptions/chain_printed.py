# compare: traceback
# The printed traceback of an error with a cause.
def read():
    try:
        return {}["key"]
    except KeyError as e:
        raise ValueError("no such setting") from e


read()
