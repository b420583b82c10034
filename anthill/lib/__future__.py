"""Names for `from __future__ import`, whose features are all there."""

all_feature_names = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
]
nested_scopes = generators = division = absolute_import = with_statement = print_function = True
unicode_literals = barry_as_FLUFL = generator_stop = annotations = True
