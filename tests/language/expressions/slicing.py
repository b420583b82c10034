# quick
# Slices of lists, tuples, strings and bytes with every sign of start, stop and step.
a = [0, 1, 2, 3, 4, 5]
print(a[:], a[1:], a[:2], a[1:3], a[-2:], a[:-2], a[-3:-1], a[4:2], a[10:], a[:10], a[-10:2])
print(a[::2], a[1::2], a[::-1], a[::-2], a[4:1:-1], a[1:4:-1], a[-1:-4:-1], a[5:0:-3], a[:2:-1])
print((1, 2, 3, 4)[1:3], (1, 2, 3)[::-1], ()[1:], (1, 2)[5:])
print("abcdef"[1:4], "abcdef"[::-1], "abcdef"[-3:], "abc"[3:], "abc"[1:1], "abcdef"[::3])
print(b"abcdef"[1:4], bytearray(b"abcdef")[::2], b"abc"[::-1])
print(a[None:None:None], a[True:3])
s = slice(1, 5, 2)
print(a[s], "abcdef"[s], s)
try:
    a[::0]
except ValueError as e:
    print(e)
try:
    a["x":]
except TypeError as e:
    print(e)
b = a[:]
b[0] = 99
print(a[0], b[0])
