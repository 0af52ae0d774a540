"""What the paths lead to, tables opened: the posts for any engine."""
from __future__ import annotations

from collections.abc import Iterable

from .. import sources
from ..sources import Found, Known
from ..tables import Tell, Wanted, is_table, rows

ANY = Wanted()


def find(
    paths: Iterable[str], wanted: Wanted = ANY, *, max_size: int = sources.MAX_SIZE, tell: Tell | None = None,
    known: Known | None = None, output: str | None = None,
) -> Found:
    """As `sources.find`, with the rows of tables and the members of archives.

    `tell` hears which column of a table was taken for the text, where none is named.
    """

    def table(name: str) -> Found | None:
        return rows(name, wanted, tell=tell) if is_table(name, wanted) else None

    return sources.find(paths, max_size=max_size, table=table, known=known, output=output)
