# boards: virtual
# compare: traceback
# The error stream is separate.
import sys
print("out")
print("err", file=sys.stderr)
sys.stderr.write("err 2\n")
print("out 2")
