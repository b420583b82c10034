# Cycles and much garbage do not use up memory.
import gc
class Node:
    def __init__(self): self.me = self
def churn(n):
    for i in range(n):
        a = [i]
        a.append(a)
        Node()
        s = "text " + str(i)
        d = {s: a}
        d["d"] = d
    return s
print(churn(400))
gc.collect()
keep = [[i] * 5 for i in range(20)]
churn(300)
print(sum([x[0] for x in keep]), len(keep))
before = gc.mem_free() if hasattr(gc, "mem_free") else 1
gc.collect()
print(before > 0)
