# A module for messages.
x = '\x4'
