# A module of namespace_packages.
place = "b"
