# boards: virtual
# The names of errors by number.
import errno

print(errno.errorcode[errno.ENOENT], errno.errorcode[22], errno.ENOTDIR, errno.ENOTEMPTY, errno.EPIPE, len(errno.errorcode) > 100)
