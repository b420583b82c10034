# boards: virtual
# Calls in a module of the image leave the large frames of their callers alone, however small all
# frames of the program are.
import enum

print(enum.Enum)
