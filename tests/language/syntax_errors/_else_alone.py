# A module for messages.
else:
    pass
