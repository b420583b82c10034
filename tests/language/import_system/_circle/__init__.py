# A module of circular_packages.

