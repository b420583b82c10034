"""The `anthill` command: host side, knows everything below, nothing below knows it."""
