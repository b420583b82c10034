# A module for messages.
x = <
