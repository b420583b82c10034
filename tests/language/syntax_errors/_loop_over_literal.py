# A module for messages.
for 1 in x: pass
