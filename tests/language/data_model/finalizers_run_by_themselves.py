# skip: vm core
# Without gc.collect(), too, __del__ runs some time; it may keep the object.
count = 0
kept = []
class Base:
    def __del__(self):
        global count
        count += 1
class Derived(Base): pass
class Phoenix:
    def __del__(self): kept.append(self)
def make():
    for i in range(10):
        Derived()
        Phoenix().mark = 7
make()
rounds = 0
while (count < 8 or len(kept) < 3) and rounds < 1000000:
    rounds += 1
    [rounds] * 20
print(count >= 8, len(kept) >= 3, kept[0].mark, kept[1].mark)
