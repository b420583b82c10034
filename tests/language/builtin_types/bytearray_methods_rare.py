# boards: virtual
# Methods of bytearray that small boards leave out.
a = bytearray(b"abcabc")
a.remove(98); print(a)
a.reverse(); print(a)
print(a.copy() == a, a.copy() is a, a.upper(), a.title())
try:
    a.remove(1)
except ValueError as e:
    print(e)
