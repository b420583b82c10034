# Assigning to and deleting slices of lists.
a = [0, 1, 2, 3, 4, 5]
a[1:3] = ["x"]
print(a)
a[1:1] = [10, 11]
print(a)
a[:] = "abc"
print(a)
a[len(a):] = [9, 8]
print(a)
a[1:2] = ()
print(a)
a = list(range(8))
a[::2] = "wxyz"
print(a)
a[::-1] = range(8)
print(a)
del a[1:3]
print(a)
del a[::2]
print(a)
del a[:]
print(a)
a = [1, 2, 3]
a[1:] = a
print(a)
a[5:2] = [7]
print(a)
b = bytearray(b"hello")
b[1:3] = b"EYY"
print(b)
del b[0:2]
print(b)
def attempt(f):
    try:
        f()
    except (ValueError, TypeError, IndexError) as e:
        print(type(e).__name__, e)
def f1(): a[::2] = [1]
def f2(): a[0:1] = 5
def f3(): del a[99]
def f4(): del (1, 2)[0]
def f5(): del "abc"[0]
attempt(f1); attempt(f2); attempt(f3); attempt(f4); attempt(f5)
