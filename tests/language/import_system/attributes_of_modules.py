# boards: virtual
"""What modules have because they are objects, whether or not they compute attributes themselves."""

import collections
import json
import os
import re
import sys
import types

for owner in (collections, json, os, re, sys, types.ModuleType("made")):
    print(owner.__class__, isinstance(owner, types.ModuleType), callable(owner.__init__))
    print(hasattr(owner, "__doc__"), hasattr(owner, "missing"), hasattr(owner, "_missing"))

made = types.ModuleType("made")
exec("def __getattr__(name): return 'computed ' + name", made.__dict__)
print(made.something, made.__class__, made.__wrapped__, made.__name__)
print(os.path.realpath("/tmp", strict=True), os.path.realpath("/no/such", strict=False))
try:
    os.path.realpath("/missing", strict=True)
except FileNotFoundError as error:
    print(error)
