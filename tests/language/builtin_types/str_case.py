# quick
# Case methods.
s = "Hello wORLD 123"
print(s.upper(), s.lower(), s.title(), s.capitalize())
print("".upper(), "a".upper(), "ABC".lower(), "it's they're".title(), "a1b2".title(), "x-y_z".title())
print("abc".islower(), "ABC".isupper(), "aBc".islower(), "A1".isupper(), "1".isupper(), "".islower())
