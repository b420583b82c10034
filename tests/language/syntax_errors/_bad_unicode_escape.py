# A module for messages.
x = '\u12'
