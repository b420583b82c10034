# A module for messages.
def f():
    x = 1
    global x
