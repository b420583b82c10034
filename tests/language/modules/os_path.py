# boards: virtual
from os import path


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


for p in ("", "/", "//", "a", "a/b", "/a/b/", "a//b", "./a/../b", "/..", "../x", "a/b.tar.gz", ".hidden", "a.b/c", "..", "x.", "///a", "a/.b.c", "é/ü.txt"):
    print(repr(p), path.split(p), path.splitext(p), path.basename(p), path.dirname(p), path.normpath(p), path.isabs(p))
print(path.join("a", "b", "c"), path.join("a/", "/b", "c"), path.join("", "a"), path.join("a", ""), path.join(b"a", b"b"))
print(path.commonprefix(["abc", "abd", "ab"]), path.commonprefix([]), path.commonpath(["/a/b", "/a/c/d"]), path.commonpath(["a/b", "a"]))
print(path.relpath("/a/b/c", "/a/x"), path.relpath("/a", "/a"), path.abspath("/a/../b"), path.splitdrive("/a"), path.split(b"a/b"))
print(path.normpath(b"a/./b"), path.splitroot("//a/b"), path.splitroot("/a"), path.normcase("A"))
attempt(lambda: path.join("a", b"b"))
attempt(lambda: path.commonpath(["/a", "b"]))
attempt(lambda: path.relpath(""))
attempt(lambda: path.basename(3))
print(path.exists("/"), path.isdir("/"), path.isfile("/"), path.exists("/no/such"), path.sep, path.pardir, path.curdir)
