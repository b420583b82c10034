"""What a user is told in one line instead of a traceback."""

from __future__ import annotations

from click import ClickException


class Problem(ClickException):
    """Something the user can mend; the command ends with status 2."""

    exit_code = 2
