# A module for messages.
x = 0xg
