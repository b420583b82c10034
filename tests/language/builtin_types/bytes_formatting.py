# boards: virtual
# The % operator on bytes.
print(b"%d %s" % (1, b"a"), b"%x" % 255, b"%5d|%-5d" % (1, 2), b"%c%c" % (65, b"B"), b"%%" % ())
print(b"%b" % b"x", b"%.2f" % 1.5, b"%(k)d" % {b"k": 5}, b"%a" % "e")
