# A module for messages.
if 1:
    continue
