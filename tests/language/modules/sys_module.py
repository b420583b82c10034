# What sys tells.
import sys
print(sys.byteorder, type(sys.version).__name__, sys.version_info[0], sys.version_info[:1] >= (3,), type(sys.platform).__name__, type(sys.path).__name__)
print(sys.maxsize > 0, "sys" in sys.modules, type(sys.implementation.name).__name__, hasattr(sys, "stdout"), hasattr(sys, "exit"))
n = sys.stdout.write("written\n")
print(n)
try:
    sys.exit("leaving")
except SystemExit as e:
    print(repr(e), e.code)
try:
    sys.exit()
except SystemExit as e:
    print(repr(e), e.code)
try:
    sys.exit(0)
except SystemExit as e:
    print(e.code)
