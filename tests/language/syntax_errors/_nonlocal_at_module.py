# A module for messages.
nonlocal x
