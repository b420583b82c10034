# quick
# Case methods.
s = "Hello wORLD 123"
print(s.upper(), s.lower(), s.swapcase(), s.title(), s.capitalize(), s.casefold())
print("".upper(), "a".upper(), "ABC".lower(), "it's they're".title(), "a1b2".title(), "x-y_z".title())
print("abc".islower(), "ABC".isupper(), "Abc".istitle(), "aBc".islower(), "A1".isupper(), "1".isupper(), "".islower(), "Hello World".istitle())
