# A module for messages.
del f()
