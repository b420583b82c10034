# A module for messages.
if 1:
x = 2
