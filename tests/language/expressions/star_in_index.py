# Stars in subscripts.
class G:
    def __getitem__(self, k): return k
print(G()[*[1, 2], 3], G()[*"ab"], G()[*()])
