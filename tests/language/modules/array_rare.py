# boards: virtual
# Characters in arrays, and methods that few programs use.
from array import array, typecodes

print(typecodes, array("u", "abc"), array("w", "a\u1234\U0001f600"), array("u", "ab").tounicode(), array("w", "xyz")[1], array("u"))
t = array("w", "ab"); t.append("c"); t.fromunicode("de"); t.extend("fg"); print(t, len(t), t.index("d"), "e" in t, list(t))
a = array("h", [1, 2, 3]); a.byteswap(); print(a); a.byteswap(); a.fromlist([4, 5]); print(a, a.buffer_info()[1])
b = a.__copy__(); b[0] = 9; print(a, b); b.clear(); print(b)
def attempt(f, *args):
    try:
        print(f(*args))
    except (TypeError, ValueError, OverflowError, EOFError) as e:
        print(type(e).__name__, e)
attempt(array, "u", [1])
attempt(array, "u", ["ab"])
attempt(array, "u", array("h", [1]))
attempt(array, "h", array("u", "ab"))
attempt(a.fromlist, [1, "a"]); print(a)
attempt(a.fromlist, 3)
attempt(a.tounicode)
attempt(a.fromunicode, "a")
for code, value in (("i", 1 << 40), ("i", -1 << 40), ("I", 1 << 40), ("I", -1)):
    attempt(array, code, [value])
class File:
    def __init__(self, data): self.data = data
    def read(self, n): result, self.data = self.data[:n], self.data[n:]; return result
    def write(self, data): self.data += data
f = File(b""); a.tofile(f); print(f.data); c = array("h"); c.fromfile(f, 2); print(c); attempt(c.fromfile, f, 20); print(c)
a = array("i", [5, 2, 3, 2])
a.remove(3); a.reverse(); print(a, a.index(5), a.count(2), a.index(2, 1))
for action in (lambda: a.remove(99), lambda: a.index(99), lambda: a.index(2, 2)):
    try:
        action()
    except ValueError as error:
        print(error)
