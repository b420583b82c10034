# Files in memory, as every board has them.
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
