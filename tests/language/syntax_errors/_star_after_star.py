# A module for messages.
def f(*a, *b): pass
