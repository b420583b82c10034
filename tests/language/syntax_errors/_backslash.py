# A module for messages.
x = 1 \ 2
