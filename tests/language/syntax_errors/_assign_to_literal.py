# A module for messages.
1 = x
