# A module for messages.
x = 1 +
