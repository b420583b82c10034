# A module for messages.
def f(a, b, a): pass
