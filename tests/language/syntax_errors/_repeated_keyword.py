# A module for messages.
f(a=1, a=2)
