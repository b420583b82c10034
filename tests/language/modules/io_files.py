# boards: virtual
# skip: fail
# Files of the file system.
import io, sys

path = "anthill_io_test_%d.txt" % (id(sys) % 99991)
def attempt(f, *args, **keywords):
    try:
        print(f(*args, **keywords))
    except (TypeError, ValueError, OSError) as e:
        print(type(e).__name__, str(e).replace(path, "PATH"))
with open(path, "w", encoding="utf-8") as f:
    print(f.write("first\nzw\u00f6lf\n"), f.tell(), f.readable(), f.writable(), f.seekable(), f.mode, f.encoding, f.closed)
    print("third", 3, file=f)
print(f.closed)
with open(path, encoding="utf-8") as f:
    print(f.readline(), f.tell(), f.readline(), f.tell(), f.read(), f.read())
    print(f.seek(6), f.read(3), f.tell(), f.readlines(), f.seek(0), list(f))
for line in open(path, encoding="utf-8"): print(line, end="")
with open(path, "a") as f: print(f.tell()); f.write("end"); print(f.tell())
with open(path, "rb") as f:
    print(f.read(5), f.tell(), f.readline(), f.peek(3)[:3], f.read(2), f.seek(-3, 2), f.read(), f.read(), f.seek(2), f.read1(3), f.seek(1, 1), f.read(4))
with open(path, "r+b") as f:
    f.seek(2); f.write(b"XYZ"); print(f.tell(), f.read(3)); f.seek(0); print(f.readlines()); print(f.truncate(4)); f.seek(0); print(f.read())
with open(path, "w+") as f:
    f.write("a\nb\n"); f.seek(0); print(f.read()); f.seek(2); f.write("X"); f.seek(0); print(f.read())
with open(path, "wb") as f: f.write(b"1\r\n2\r3\n")
for newline in (None, "", "\n", "\r", "\r\n"):
    with open(path, newline=newline) as f: print(f.readlines(), f.newlines)
with open(path, newline=None) as f: print([f.read(1) for _ in range(7)])
with open(path, "w", newline="\r\n") as f: f.write("a\nb\n")
print(open(path, "rb").read())
with open(path, "wb") as f: f.write(b"abc\xff\xe2\x82\xac" * 3)
print(open(path, encoding="utf-8", errors="replace").read(), open(path, encoding="latin-1").read(4), open(path, encoding="ascii", errors="ignore").read())
attempt(lambda: open(path, encoding="utf-8").read())
big = "\u20ac\u00e4x\n" * 5000
with open(path, "w") as f: f.write(big)
with open(path) as f: print(f.read() == big)
with open(path) as f: print(sum(len(line) for line in f), sum(1 for _ in open(path)))
with open(path, "rb", buffering=0) as f: print(type(f).__name__, f.read(3), f.readinto(bytearray(2)), f.tell())
with open(path, "rb") as f: print(io.TextIOWrapper(f, encoding="utf-8").readline())
attempt(open, "no/such/file")
attempt(open, "/tmp")
attempt(open, path, "x")
attempt(open, path, "z")
attempt(open, path, "rw")
attempt(open, path, "rbt")
attempt(open, path, "rb", encoding="utf-8")
attempt(open, path, "r", 0)
attempt(open, 1.5)
attempt(f.read)
with open(path) as f: attempt(f.write, "x")
with open(path, "w") as f: attempt(f.read); attempt(f.write, b"x")
with open(path, "rb") as f: attempt(f.write, b"x")
with open(path, "wb") as f: attempt(f.read); attempt(f.write, "x")
try:
    open("no/such/file")
except FileNotFoundError as e:
    print(e.errno, e.strerror, e.filename, isinstance(e, OSError))
print(repr(OSError(13, "no")), OSError(17, "x", "name"), OSError("just"), OSError(5, "x").errno, type(OSError(1, "x")), OSError(2, "x").filename)
import os

os.remove(path)
