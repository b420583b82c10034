# sys.exit with a bool: it is a number
import sys

sys.exit(True)
