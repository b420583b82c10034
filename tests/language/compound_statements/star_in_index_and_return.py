# Stars in subscripts, returns and for.
def f(): return 1, *[2, 3]
print(f())
class G:
    def __getitem__(self, k): return k
print(G()[1, 2], G()[1:2, ...], G()[()])
for x in 1, *[2], 3: print(x)
a = *range(2), *"ab"
print(a)
print(*[1], *[2], sep="-")
