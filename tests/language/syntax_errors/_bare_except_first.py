# A module for messages.
try:
    pass
except:
    pass
except ValueError:
    pass
