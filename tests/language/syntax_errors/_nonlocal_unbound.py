# A module for messages.
def f():
    nonlocal x
