"""Another module for file_modules; it imports the first."""
import _helper
print("second runs, helper's value is", _helper.value)
name = __name__
