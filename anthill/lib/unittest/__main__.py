"""`anthill -m unittest [OPTION ...] NAME ...`."""

from unittest import main

main(module=None)
