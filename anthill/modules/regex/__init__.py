"""Regular expressions: from text to a program of bytes, and a matcher that runs it."""
