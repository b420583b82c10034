# A module for messages.
x = f'{}'
