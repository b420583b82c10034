# boards: virtual
# Files in memory, with all that large boards have.
import io

f = io.BytesIO(b"hello\nworld\n")
print(f.read(2), f.readline(), f.read(), f.read(), f.tell(), f.seek(0), f.readlines(), f.seek(-3, 2), f.getvalue())
f.seek(2); print(f.write(b"XY"), f.truncate(5), f.getvalue(), bytes(f.getbuffer()[1:3]), list(f))
f = io.StringIO("a\nb\n")
print(f.read(1), f.readlines(), f.write("c"), f.getvalue(), f.tell(), f.seek(1), repr(f.readline()))
with f:
    print("d", "e", file=f)
print(f.closed)
for g in (f, io.StringIO()):
    try:
        print(repr(g.read()))
    except ValueError as e:
        print(e)
for line in io.StringIO("1\n\n2"): print(repr(line))
# Text that is not ASCII, places behind the end, and line ends.
f = io.StringIO("h\u00e9llo\nw\u20acrld\n")
print(f.read(2), f.tell(), repr(f.readline()), f.tell(), f.readline(3), f.tell(), repr(f.read()), f.tell())
f.seek(1); print(f.write("\u20ac\u20ac"), f.getvalue(), f.truncate(4), f.getvalue(), f.tell())
f.seek(6); print(f.tell(), repr(f.read()), f.write("!"), repr(f.getvalue()), f.tell())
f.seek(3); f.write("ab\u00e4"); print(repr(f.getvalue()), f.tell(), f.seek(0, 2), f.writelines(["x", "y"]), repr(f.getvalue()))
f = io.BytesIO(); f.seek(3); print(f.write(bytearray(b"ab")), f.getvalue(), f.write(memoryview(b"c")), f.getvalue(), f.seek(-2, 1), f.read())
f = io.BytesIO(); print(f.writelines([b"1\n", b"23\n", b"4"]), f.seek(0), f.readlines(3), f.readlines(), f.closed, f.readable())
f = io.StringIO("1\n2\n3\n"); print(f.readlines(2), f.readlines(1), f.readlines(1))
print(list(io.StringIO("a\nb\r\nc\rd")), list(io.StringIO("a\nb\r\nc\rd", newline=None)))
print(list(io.StringIO("a\nb\r\nc\rd\r\r\n", newline="")), list(io.StringIO("a\nb", newline="\r\n")), list(io.StringIO("a\nb\nc", newline="\r")))
def attempt(f, *args):
    try:
        print(f(*args))
    except (TypeError, ValueError, OSError) as e:
        print(type(e).__name__, e)
attempt(io.BytesIO().write, "a")
attempt(io.BytesIO().write, 5)
attempt(io.BytesIO, "a")
attempt(io.BytesIO().seek, -1)
attempt(io.BytesIO().seek, 0, 5)
attempt(io.BytesIO().read, "a")
attempt(io.BytesIO().truncate, -1)
attempt(io.StringIO().write, b"a")
attempt(io.StringIO().seek, -1)
attempt(io.StringIO().seek, 1, 1)
attempt(io.StringIO().seek, 0, 3)
attempt(io.StringIO().truncate, -3)
attempt(io.StringIO, 5)
attempt(io.StringIO, "", "x")
attempt(io.StringIO, "", 4)
class Lines(io.StringIO):
    def write(self, text): return super().write(text.upper())
u = Lines("start\n"); u.seek(6); print("abc", file=u); u.writelines(["d"]); print(u.getvalue(), isinstance(u, io.IOBase))
with Lines() as u: print(u.closed, u.write("q"))
print(u.closed)
