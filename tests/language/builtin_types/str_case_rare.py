# boards: virtual
# Case methods that small boards leave out, and case beyond ASCII.
s = "Hello wORLD 123"
print(s.swapcase(), s.casefold(), "Abc".istitle(), "Hello World".istitle(), "Hello world".istitle(), "".istitle())
print("É".lower(), "é".upper(), "straße".upper(), "ÀÉ".swapcase(), "éa".title(), "Éa".islower(), "éa".islower(), "É".isupper())
