# A module for messages.
print 5
