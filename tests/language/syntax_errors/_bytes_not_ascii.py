# A module for messages.
x = b'é'
