# A module for messages.
def f(a=1, b): pass
