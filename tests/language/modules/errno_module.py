# The numbers of errors.
import errno

print(errno.ENOENT, errno.EINVAL, errno.EIO, errno.ENOMEM, errno.EAGAIN, errno.EEXIST, errno.EACCES, errno.EISDIR, errno.ETIMEDOUT)
