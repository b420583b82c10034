# A module for messages.
(a, b) += 1
