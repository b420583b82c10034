# A module for messages.
a, *b, *c = x
