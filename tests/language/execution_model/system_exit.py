# boards: virtual
# sys.exit ends the program with its status.
import sys
print("before")
try:
    sys.exit(3)
except SystemExit as e:
    print(e.code, e.args)
try:
    print("body")
    sys.exit(7)
finally:
    print("finally")
