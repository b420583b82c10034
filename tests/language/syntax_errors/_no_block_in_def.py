# A module for messages.
def f():
