# A module for messages.
x = *a
