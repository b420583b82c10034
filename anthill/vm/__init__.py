"""The interpreter, in typed Python: its compiler, its loop, its objects.

Its modules refer to each other in circles, as the parts of a language do. Importing any of them
comes through here first and loads the core in one order, from the operations down.
"""

from anthill.vm import operations  # noqa: F401
