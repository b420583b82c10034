# Time goes forward.
import time
a = time.time()
time.sleep(0.01)
b = time.time()
print(b >= a, b - a < 5)
time.sleep(0)
print(type(time.time()).__name__)
for f in (lambda: time.sleep("a"), lambda: time.sleep(-1)):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__)
