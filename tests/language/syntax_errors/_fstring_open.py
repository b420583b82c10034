# A module for messages.
x = f'{1'
