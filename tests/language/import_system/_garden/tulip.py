# A module of packages.
colour = "yellow"
