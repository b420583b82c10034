# A module for messages.
x = '''abc
y = 1
