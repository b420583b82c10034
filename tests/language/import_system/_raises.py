"""A module for failing_module."""
print("raising")
raise ValueError("while importing")
