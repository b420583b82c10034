"""Paths of POSIX as text."""

sep = "/"
curdir = "."
pardir = ".."
extsep = "."
altsep = None
pathsep = ":"
devnull = "/dev/null"
defpath = "/bin:/usr/bin"
supports_unicode_filenames = True


def _plain(path):
    import os

    return os.fspath(path)


def _like(path, text):
    """A text in the type of a path."""
    return text.encode() if isinstance(path, bytes) else text


def normcase(s):
    """The path itself."""
    return _plain(s)


def isabs(s):
    """Whether a path begins at the root."""
    s = _plain(s)
    return s.startswith(_like(s, sep))


def join(a, *p):
    """Paths one behind the other; one that begins at the root drops those before it."""
    a = _plain(a)
    slash = _like(a, sep)
    result = a
    for part in map(_plain, p):
        if isinstance(part, str) != isinstance(a, str):
            raise TypeError("Can't mix strings and bytes in path components")
        if part.startswith(slash) or not result:
            result = part
        elif result.endswith(slash):
            result += part
        else:
            result += slash + part
    return result


def split(p):
    """What is before the last slash, and what is behind it."""
    p = _plain(p)
    slash = _like(p, sep)
    at = p.rfind(slash) + 1
    head, tail = p[:at], p[at:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    """A path without its extension, and this."""
    p = _plain(p)
    slash, dot = _like(p, sep), _like(p, extsep)
    start = p.rfind(slash) + 1
    at = p.rfind(dot)
    if at > start and p[start:at].strip(dot):
        return p[:at], p[at:]
    return p, p[:0]


def splitdrive(p):
    """There are no drives."""
    p = _plain(p)
    return p[:0], p


def splitroot(p):
    """No drive, the slashes of the root, and the rest."""
    p = _plain(p)
    slash = _like(p, sep)
    if not p.startswith(slash):
        return p[:0], p[:0], p
    if p.startswith(slash * 2) and not p.startswith(slash * 3):
        return p[:0], p[:2], p[2:]
    return p[:0], p[:1], p[1:]


def basename(p):
    """What is behind the last slash."""
    return split(p)[1]


def dirname(p):
    """What is before the last slash."""
    return split(p)[0]


def normpath(path):
    """A path without `.`, `..` and double slashes."""
    path = _plain(path)
    slash, dot, dots = _like(path, sep), _like(path, curdir), _like(path, pardir)
    if not path:
        return dot
    _, root, path = splitroot(path)
    parts = []
    for part in path.split(slash):
        if not part or part == dot:
            continue
        if part != dots or (not root and not parts) or (parts and parts[-1] == dots):
            parts.append(part)
        elif parts:
            parts.pop()
    return root + slash.join(parts) or dot


def abspath(path):
    """A path from the root."""
    path = _plain(path)
    if not isabs(path):
        import os

        path = join(_like(path, os.getcwd()), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    """A path from the root; there are no symbolic links to follow."""
    path = abspath(filename)
    if strict:
        import os

        os.stat(path)
    return path


def relpath(path, start=None):
    """A path from another one."""
    if not path:
        raise ValueError("no path specified")
    path = _plain(path)
    slash = _like(path, sep)
    there = [part for part in abspath(path).split(slash) if part]
    start = _like(path, curdir) if start is None else start
    here = [part for part in abspath(start).split(slash) if part]
    common = 0
    while common < min(len(here), len(there)) and here[common] == there[common]:
        common += 1
    parts = [_like(path, pardir)] * (len(here) - common) + there[common:]
    return slash.join(parts) or _like(path, curdir)


def commonprefix(m):
    """The characters with which all begin."""
    if not m:
        return ""
    low, high = min(m), max(m)
    for at, char in enumerate(low):
        if char != high[at]:
            return low[:at]
    return low


def commonpath(paths):
    """The directories with which all paths begin."""
    paths = [_plain(path) for path in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    slash, dot = _like(paths[0], sep), _like(paths[0], curdir)
    if len({isabs(path) for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[part for part in path.split(slash) if part and part != dot] for path in paths]
    common = commonprefix(parts) or []
    return (slash if isabs(paths[0]) else slash[:0]) + slash.join(common)


def expanduser(path):
    """A path with the home directory for `~`."""
    import os

    path = _plain(path)
    if path == "~" or path.startswith("~/"):
        return os.environ.get("HOME", "~") + path[1:]
    return path


def _status(path):
    import os

    try:
        return os.stat(path)
    except (OSError, ValueError):
        return None


def exists(path):
    """Whether there is something at a path."""
    return _status(path) is not None


lexists = exists


def isfile(path):
    """Whether there is a regular file at a path."""
    status = _status(path)
    return status is not None and status.st_mode & 0o170000 == 0o100000


def isdir(s):
    """Whether there is a directory at a path."""
    status = _status(s)
    return status is not None and status.st_mode & 0o170000 == 0o040000


def islink(path):
    """Whether there is a symbolic link at a path."""
    import os

    try:
        return os.lstat(path).st_mode & 0o170000 == 0o120000
    except (OSError, ValueError):
        return False


def getsize(filename):
    """The size of a file."""
    import os

    return os.stat(filename).st_size


def getmtime(filename):
    """When a file was changed."""
    import os

    return os.stat(filename).st_mtime


def samefile(f1, f2):
    """Whether two paths lead to the same file."""
    import os

    one, other = os.stat(f1), os.stat(f2)
    return one.st_ino == other.st_ino
