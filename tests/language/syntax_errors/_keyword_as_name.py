# A module for messages.
for = 1
