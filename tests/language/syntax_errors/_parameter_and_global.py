# A module for messages.
def f(x):
    global x
