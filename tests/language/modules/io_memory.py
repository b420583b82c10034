# Files in memory, as every board has them.
import io

f = io.BytesIO(b"hello\nworld\n")
print(f.read(2), f.readline(), f.read(), f.read(), f.tell(), f.seek(0), f.readlines(), f.seek(-3, 2), f.getvalue())
f.seek(2); print(f.write(b"XY"), f.getvalue(), list(f))
f = io.StringIO("a\nb\n")
print(f.read(1), f.readlines(), f.write("c"), f.getvalue(), f.tell(), f.seek(1), repr(f.readline()))
with f:
    print("d", "e", file=f)
print(f.closed)
for g in (f, io.StringIO()):
    try:
        print(repr(g.read()))
    except ValueError as e:
        print(str(e).rstrip("."))
for line in io.StringIO("1\n\n2"): print(repr(line))
# Text that is not ASCII, places behind the end, and line ends.
f = io.StringIO("h\u00e9llo\nw\u20acrld\n")
print(f.read(2), f.tell(), repr(f.readline()), f.tell(), f.readline(3), f.tell(), repr(f.read()), f.tell())
f.seek(1); print(f.write("\u20ac\u20ac"), f.getvalue(), f.tell())
f.seek(6); print(f.tell(), repr(f.read()), f.write("!"), repr(f.getvalue()), f.tell())
f.seek(3); f.write("ab\u00e4"); print(repr(f.getvalue()), f.tell(), f.seek(0, 2), f.write("xy"), repr(f.getvalue()))
f = io.BytesIO(); f.seek(3); print(f.write(bytearray(b"ab")), f.getvalue(), f.write(memoryview(b"c")), f.getvalue(), f.seek(-2, 1), f.read())
f = io.BytesIO(); print(f.write(b"1\n23\n4"), f.seek(0), f.readlines(), f.readlines(), f.closed)
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
attempt(io.StringIO().write, b"a")
attempt(io.StringIO().seek, 1, 1)
class Lines(io.StringIO):
    def write(self, text): return super().write(text.upper())
u = Lines("start\n"); u.seek(6); print("abc", file=u); print(u.getvalue(), isinstance(u, io.IOBase))
with Lines() as u: print(u.closed, u.write("q"))
print(u.closed)
