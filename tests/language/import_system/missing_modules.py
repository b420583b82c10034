# boards: virtual
"""What import says when there is no such module or name."""

import sys


def attempt(source):
    try:
        exec(source, {"__name__": "__main__", "__package__": None})
    except ImportError as error:
        print(type(error).__name__, str(error).split(" (/")[0], error.name, error.name_from)


import _garden

attempt("import nowhere")
attempt("import nowhere.at.all")
attempt("import _garden.nowhere")
attempt("import _garden.rose.petal")
attempt("import sys.petal")
attempt("from _garden import nowhere")
attempt("from _garden.rose import nowhere")
attempt("from nowhere import x")
attempt("from sys import nowhere")
attempt("from . import x")
attempt("from .x import y")
attempt("import _garden.tools.broken")
sys.modules["forbidden"] = None
attempt("import forbidden")


class Stranger:
    x = 3


sys.modules["stranger"] = Stranger()
attempt("import stranger\nprint(stranger.x)")
attempt("from stranger import x\nprint(x)")
attempt("from stranger import y")
error = ImportError("text", name="n", path="p")
print(error, error.name, error.path, error.msg, repr(error))
print(ImportError().name, ImportError("a").path)
