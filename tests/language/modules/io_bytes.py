# boards: virtual
# Files of bytes in memory.
import io

f = io.BytesIO(b"hello\nworld\n")
print(f.read(2), f.readline(), f.read(), f.read(), f.tell(), f.seek(0), f.readlines(), f.seek(-3, 2), f.read(1), f.seek(1, 1), f.read1(5))
f.seek(2); print(f.write(b"XY"), f.getvalue(), f.truncate(5), f.getvalue(), f.tell(), f.truncate(), f.getvalue())
f.seek(7); f.write(bytearray(b"!")); print(f.getvalue(), f.write(memoryview(b"ab")), f.writelines([b"c", b"d"]), f.getvalue())
place = bytearray(4); f.seek(0); print(f.readinto(place), place, f.readinto(place), place, f.readline(2), list(f))
v = f.getbuffer(); v[0] = 90; print(f.getvalue(), len(v), f.readable(), f.writable(), f.seekable(), f.isatty(), f.closed)
v.release(); f.close(); print(f.closed)
def attempt(f, *args):
    try:
        print(f(*args))
    except (TypeError, ValueError, OSError) as e:
        print(type(e).__name__, e)
attempt(f.read)
attempt(f.getvalue)
attempt(io.BytesIO().write, "a")
attempt(io.BytesIO, "a")
attempt(io.BytesIO().seek, -1)
attempt(io.BytesIO().seek, 0, 5)
attempt(io.BytesIO().fileno)
for line in io.BytesIO(b"1\n2\n\n3"): print(line)
print(issubclass(io.UnsupportedOperation, ValueError), issubclass(io.UnsupportedOperation, OSError), io.SEEK_END)
