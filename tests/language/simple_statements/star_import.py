# boards: virtual
# from module import * at module level.
from math import *
print(floor(2.5), pi > 3)
from _exports import *
print(shown, also)
print("hidden" in globals(), "_private" in globals())
from _plain import *
print(public, "_under" in globals())
