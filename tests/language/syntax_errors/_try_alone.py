# A module for messages.
try:
    pass
x = 1
