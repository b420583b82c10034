# A module for messages.
lambda: x = 1
