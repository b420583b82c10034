# A module of packages.
size = 10
_secret = 11
