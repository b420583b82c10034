# pass, and ... as a body.
def f(): pass
def g(): ...
class C: pass
class D: ...
if True: pass
for _ in []: pass
while False: pass
try: pass
except: pass
print(f(), g(), C.__name__, D.__name__, ..., Ellipsis)
