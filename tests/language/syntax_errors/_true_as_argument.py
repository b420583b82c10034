# A module for messages.
def f(True): pass
