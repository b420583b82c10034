# A module for messages.
from math import
