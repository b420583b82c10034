"""CPython's package `test`, with `support` in front of its own.

The directory that the tests are installed in is the second place to look for submodules.
"""

import sys

__path__.append(sys.argv[1])
