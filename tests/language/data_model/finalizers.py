# boards: virtual
# skip: vm
# __del__ runs when the collector finds the object dead.
import gc
log = []
class D:
    def __init__(self, name): self.name = name
    def __del__(self): log.append(self.name)
def make():
    for i in range(3):
        D(i)
    return D("kept")
k = make()
def clean(n):
    x = [0] * 10
    return clean(n - 1) if n else sum(x)
clean(10)
gc.collect()
print(sorted([str(x) for x in log])[:3])
print("kept" in log, k.name)
