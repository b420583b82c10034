"""A module for failing_module."""
x = (1,
def broken
