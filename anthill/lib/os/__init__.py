"""Files, directories and what the process was started with."""

import abc
import sys
from os import path

import _os

name = "posix"
sep = "/"
altsep = None
curdir = "."
pardir = ".."
extsep = "."
pathsep = ":"
linesep = "\n"
devnull = "/dev/null"
error = OSError
F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
O_RDONLY, O_WRONLY, O_RDWR = 0, 1, 2

getcwd = _os.getcwd
urandom = _os.urandom


def fspath(path):
    """The str or bytes that a path is."""
    if isinstance(path, (str, bytes)):
        return path
    try:
        result = type(path).__fspath__(path)
    except AttributeError:
        raise TypeError(
            f"expected str, bytes or os.PathLike object, not {type(path).__name__}"
        ) from None
    if not isinstance(result, (str, bytes)):
        raise TypeError(
            f"expected {type(path).__name__}.__fspath__() to return str or bytes, "
            f"not {type(result).__name__}"
        )
    return result


def fsencode(filename):
    """A path as bytes."""
    filename = fspath(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    """A path as a str."""
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


class PathLike(abc.ABC):
    """An object with `__fspath__`."""

    __class_getitem__ = classmethod(type(list[int]))

    @abc.abstractmethod
    def __fspath__(self):
        """The path as str or bytes."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, other):
        if cls is PathLike:
            return hasattr(other, "__fspath__") or NotImplemented
        return NotImplemented


def chdir(path):
    """Set the directory that paths begin at."""
    _os.change(_os.GO_TO, fsdecode(path), None)


def listdir(path="."):
    """The names in a directory."""
    return _os.listdir(fsdecode(path))


def mkdir(path, mode=0o777):
    """Make a directory."""
    _os.change(_os.MAKE_DIRECTORY, fsdecode(path), None)


def makedirs(name, mode=0o777, exist_ok=False):
    """Make a directory and those around it."""
    name = fsdecode(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == curdir:
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def remove(path):
    """Remove a file."""
    _os.change(_os.REMOVE, fsdecode(path), None)


unlink = remove


def rmdir(path):
    """Remove an empty directory."""
    _os.change(_os.REMOVE_DIRECTORY, fsdecode(path), None)


def removedirs(name):
    """Remove a directory, and those around it that become empty."""
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def rename(src, dst):
    """Give a file another path."""
    _os.change(_os.RENAME, fsdecode(src), fsdecode(dst))


replace = rename


class stat_result(tuple):
    """What `stat` tells."""

    __slots__ = ()
    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])
    st_atime_ns = property(lambda self: self[10])
    st_mtime_ns = property(lambda self: self[11])
    st_ctime_ns = property(lambda self: self[12])
    st_atime = property(lambda self: self[10] / 1e9)
    st_mtime = property(lambda self: self[11] / 1e9)
    st_ctime = property(lambda self: self[12] / 1e9)

    def __repr__(self):
        names = "mode ino dev nlink uid gid size atime mtime ctime".split()
        shown = (f"st_{name}={value}" for name, value in zip(names, self, strict=False))
        return f"os.stat_result({', '.join(shown)})"


def stat(path, *, follow_symlinks=True):
    """What is known of a file."""
    mode, ino, nlink, uid, gid, size, *times = _os.status(fsdecode(path), follow_symlinks)
    seconds = [moment // 1_000_000_000 for moment in times]
    return stat_result((mode, ino, 0, nlink, uid, gid, size, *seconds, *times))


def lstat(path):
    """What is known of a file, or of a symbolic link itself."""
    return stat(path, follow_symlinks=False)


def access(path, mode):
    """Whether a file is there, and its mode allows something to anybody."""
    try:
        bits = stat(path).st_mode
    except OSError:
        return False
    return (bits | bits >> 3 | bits >> 6) & mode == mode


class DirEntry:
    """A name in a directory, as `scandir` gives it."""

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, directory, name):
        self.name = name
        self.path = path.join(directory, name)

    def stat(self, *, follow_symlinks=True):
        """What is known of it."""
        return stat(self.path, follow_symlinks=follow_symlinks)

    def is_dir(self, *, follow_symlinks=True):
        """Whether it is a directory."""
        return path.isdir(self.path)

    def is_file(self, *, follow_symlinks=True):
        """Whether it is a file."""
        return path.isfile(self.path)

    def is_symlink(self):
        """Whether it is a symbolic link."""
        return path.islink(self.path)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _Entries:
    """What `scandir` returns: an iterator that can be closed."""

    def __init__(self, directory, names):
        self._entries = iter([DirEntry(directory, name) for name in names])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()

    def close(self):
        """Give no more entries."""
        self._entries = iter(())


def scandir(path="."):
    """The entries of a directory."""
    path = fsdecode(path)
    return _Entries(path, listdir(path))


def ilistdir(dir="."):
    """MicroPython's: by name (name, type, inode, size); 0x4000 is a directory, 0x8000 a file."""
    return (_described(entry.name, entry.stat(follow_symlinks=False)) for entry in scandir(dir))


def _described(name, known):
    return name, known.st_mode & 0xF000, known.st_ino, known.st_size


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Directories below one, each as (path, names of directories, names of files)."""
    top = fsdecode(top)
    try:
        names = listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    dirs, files = [], []
    for entry in names:
        (dirs if path.isdir(path.join(top, entry)) else files).append(entry)
    if topdown:
        yield top, dirs, files
    for entry in dirs:
        below = path.join(top, entry)
        if followlinks or not path.islink(below):
            yield from walk(below, topdown, onerror, followlinks)
    if not topdown:
        yield top, dirs, files


def _read_environment():
    try:
        with open("/proc/self/environ", "rb") as file:
            entries = file.read().split(b"\0")
    except OSError:
        return {}
    return dict(
        entry.decode("utf-8", "replace").split("=", 1) for entry in entries if b"=" in entry
    )


environ = _read_environment()


def getenv(key, default=None):
    """A variable of the environment."""
    return environ.get(key, default)


def putenv(key, value):
    """Set a variable of the environment."""
    environ[key] = value


def unsetenv(key):
    """Remove a variable of the environment."""
    environ.pop(key, None)


def uname():
    """Names of the system and of the machine."""
    from collections import namedtuple

    result = namedtuple("uname_result", "sysname nodename release version machine")
    implementation = sys.implementation
    release = ".".join(map(str, implementation.version))
    return result(sys.platform, sys.platform, release, release, implementation._machine)


def get_terminal_size(fd=1):
    """The size of a terminal, not looked up."""
    from collections import namedtuple

    return namedtuple("terminal_size", "columns lines")(80, 24)


def cpu_count():
    """Processors that can be used."""
    return 1


def strerror(code):
    """The text of an error."""
    import _files

    return _files.describe(code) if hasattr(_files, "describe") else f"error {code}"


def _exit(n):
    """End the process."""
    raise SystemExit(n)
