# A module for messages.
f() = 1
