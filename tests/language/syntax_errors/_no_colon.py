# A module for messages.
if True
    pass
