# A module for messages.
x = 1
  y = 2
