# boards: virtual
# skip: vm
# A request that is too large raises MemoryError and leaves the program usable.
def big():
    return bytearray(1 << 40)
try:
    big()
except (MemoryError, OverflowError):
    print("MemoryError")
try:
    [0] * (1 << 45)
except (MemoryError, OverflowError):
    print("MemoryError")
print([1, 2, 3], "still working")
