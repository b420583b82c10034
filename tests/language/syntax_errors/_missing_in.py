# A module for messages.
for x y: pass
