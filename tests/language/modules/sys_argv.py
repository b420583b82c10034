# boards: virtual
# sys.argv holds the script's name.
import sys
print(len(sys.argv), sys.argv[0].endswith("sys_argv.py"))
