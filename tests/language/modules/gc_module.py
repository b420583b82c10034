# gc can be asked to collect, and told not to.
import gc
gc.collect()
print(gc.isenabled())
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled())
print(type(gc.collect()).__name__)
a = [[i] for i in range(10)]
gc.collect()
print(a)
