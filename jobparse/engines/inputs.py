"""What the paths lead to, tables opened: the posts for any engine."""
from __future__ import annotations

from collections.abc import Callable, Iterable

from .. import sources
from ..sources import Found, Known
from ..tables import Wanted, is_table, rows


def find(
    paths: Iterable[str], wanted: Wanted = Wanted(), *, tell: Callable[[str], None] | None = None, known: Known | None = None,
) -> Found:
    """As `sources.find`, with the rows of tables and the members of archives.

    `tell` hears which column of a table was taken for the text, where none is named.
    """
    return sources.find(paths, table=lambda name: rows(name, wanted, tell=tell) if is_table(name, wanted) else None, known=known)
