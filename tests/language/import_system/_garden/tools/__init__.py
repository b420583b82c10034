# A module of packages.
kind = "tools"
