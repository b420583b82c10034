# A module of packages.
print("rose", __name__, __package__)
colour = "red"
