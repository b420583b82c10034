# A module for messages.
break
