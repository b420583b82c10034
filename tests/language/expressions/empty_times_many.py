# Nothing, a great many times over, is nothing at once.
many = 10**8
print([] * many, many * (), "" * many, b"" * many, bytearray() * many, [[]] * 0)
a = []
b = a
a *= many
print(a, a is b)
t = ()
t *= many
print(t)


class Items(list):
    pass


print(Items() * many, many * Items())
