# A module for messages.
x = 5 5
