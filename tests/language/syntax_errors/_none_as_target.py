# A module for messages.
None = 1
