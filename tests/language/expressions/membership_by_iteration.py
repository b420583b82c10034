# in falls back to iteration and to indexing.
class Count:
    def __init__(self, n):
        self.n = n
    def __iter__(self):
        return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n
print(2 in Count(5), 7 in Count(5), 0 not in Count(1))
c = Count(5)
print(3 in c, list(c))
class Indexed:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError(i)
        return i * 10
print(20 in Indexed(), 25 in Indexed(), list(Indexed()))
