# boards: virtual
# Files of text in memory.
import io

f = io.StringIO()
print(f.write("hello\n"), f.write("w\u00f6rld"), f.tell(), f.getvalue(), repr(f.read()))
f.seek(0); print(repr(f.read(3)), repr(f.readline()), repr(f.readline(2)), repr(f.read()), repr(f.readline()))
f.seek(2); f.write("XY"); print(repr(f.getvalue()), f.tell(), f.truncate(), repr(f.getvalue()))
f.seek(8); f.write("!"); print(repr(f.getvalue()))
f = io.StringIO("a\nb\r\nc\rd")
print(list(f), f.read()); f.seek(0); print(f.readlines(), f.readlines()); f.seek(0); print(f.readlines(2), next(f))
print(list(io.StringIO("a\nb\r\nc\rd", newline=None)), list(io.StringIO("a\nb\r\nc\rd", newline="")), list(io.StringIO("a\nb", newline="\r\n")))
with io.StringIO("x") as g:
    print(g.readable(), g.writable(), g.seekable(), g.closed, g.isatty(), g.read(), file=f)
f.seek(0); print(f.read()); print(g.closed)
f = io.StringIO(); f.writelines(["a", "b"]); print("c", 1, sep="-", file=f); print(repr(f.getvalue()))
def attempt(f, *args):
    try:
        print(f(*args))
    except (TypeError, ValueError, OSError) as e:
        print(type(e).__name__, e)
attempt(g.read)
attempt(g.write, "a")
attempt(f.write, b"a")
attempt(f.seek, -1)
attempt(f.seek, 1, 1)
attempt(f.seek, 0, 3)
attempt(f.fileno)
attempt(io.StringIO, 5)
attempt(io.StringIO, "", "x")
class Lines(io.StringIO):
    def write(self, text): return super().write(text.upper())
u = Lines(); print("abc", file=u); print(u.getvalue(), isinstance(u, io.TextIOBase), isinstance(u, io.IOBase))
