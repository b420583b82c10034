# quick
# Mutable bytes.
a = bytearray(b"abc")
a.append(100); print(a)
a.extend(b"ef"); a.extend([103]); print(a, len(a))
a[0] = 65; print(a, a[0], a[-1])
a[1:3] = b"xyz"; print(a)
del a[0]; print(a)
a += b"!"; print(a)
print(a.pop(), a.pop(0), a)
a.insert(0, 33); print(a)
print(bytearray(3), bytearray([1, 2]), bytearray(b""), bytearray(b"a") + b"b", b"a" + bytearray(b"b"), bytearray(b"ab") * 2, bytearray(b"x") == b"x")
print(list(a), a.find(b"f"), bytes(a), a.decode(), a.hex(), 101 in a)
b = bytearray(10)
for i in range(10): b[i] = i * 25
print(b, sum(b), max(b), b[::3], bytes(b[2:4]))
a.clear(); print(a, bool(a))
def attempt(f):
    try:
        print(f())
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)
def store(v): b[0] = v
attempt(lambda: store(256))
attempt(lambda: store(-1))
attempt(lambda: store("a"))
attempt(lambda: b[99])
attempt(lambda: b.append(300))
attempt(lambda: bytearray("a"))
attempt(lambda: bytearray(b"").pop())
attempt(lambda: hash(b))
