# A module for messages.
def f():
    from math import *
