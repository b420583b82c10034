# quick
# len of everything.
print(len(""), len("é€🐍"), len([1, 2]), len(()), len({1: 2}), len(b"ab"), len(bytearray(3)), len(range(5)), len({}.keys()), len({1: 1}.items()))
for v in (5, None, 1.5, len, iter([]), True):
    try:
        print(len(v))
    except TypeError as e:
        print(e)
