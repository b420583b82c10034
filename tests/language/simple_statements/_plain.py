"""Names for star_import, without __all__."""
public = "yes"
_under = "no"
