# A module for messages.
del 1
