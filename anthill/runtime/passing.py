"""What every collection empties: a table of things that are found again."""

from __future__ import annotations

from anthill.typed import NULL, Array, Static, Value, fill_items, items_of


class Passing(Static):
    """The table, if there is one."""

    table: Array[Value] | None = None


passing = Passing()


def empty() -> None:
    """Set all items to NULL."""
    table = passing.table
    if table is not None:
        fill_items(items_of(table), NULL, len(table))
