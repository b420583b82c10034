# A module for messages.
x = 0b2
