# boards: virtual
# skip: vm
# What __del__ raises is reported and ends there.
import gc
calls = []
class Failing:
    def __del__(self):
        calls.append(1)
        raise ValueError("failing")
for i in range(6):
    Failing()
def clean(n):
    x = [0] * 10
    return clean(n - 1) if n else sum(x)
clean(10)
gc.collect()
print(len(calls) >= 3)
