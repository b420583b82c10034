# Modules by the names that MicroPython gave them.
import sys
import time

if sys.implementation.name == "cpython":
    sys.modules["utime"] = time
import utime

print(utime is time)
for name in ("u", "unothing", "utime.x", "nothing"):
    try:
        __import__(name)
    except ImportError as error:
        print(type(error).__name__, error)
