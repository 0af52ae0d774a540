"""Which column of a table holds the posts' text, and which cells state facts beside it."""
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from ..vocab.keys import keys, normalise
from .streams import CannotOpen

LONG = 200
"""Characters a cell on average from which a column of unknown name may be the posts' text."""


class Wanted(NamedTuple):
    """What a person says of a table's columns: where the text is, what identifies a post, which others count."""

    text: str | None = None
    id: str | None = None
    meta: tuple[str, ...] | None = None


def text_column(sample: Sequence[Mapping[str, Any]], asked: str | None, nested: bool) -> str | None:
    """The column of the text: the one asked for, else the likely name with the longest cells, else the longest of all.

    `None` where none looks likely, but the rows are nested (JSON) or have a title: then the whole row is the post.
    Raises CannotOpen where there is neither.
    """
    if not sample:
        return asked
    names = list(dict.fromkeys(name for cells in sample for name in cells))
    if asked is not None:
        if all(cell(cells, asked) is None for cells in sample) and asked not in names:
            raise CannotOpen(f"has no column {asked!r}; it has {_listed(names)}")
        return asked
    longest = {name: sum(_length(cells.get(name)) for cells in sample) / len(sample) for name in names}
    fields = keys().header
    likely = [name for name in names if fields.get(normalise(name)) == "description" and longest[name]]
    if not likely and not nested:
        likely = [name for name in names if longest[name] >= LONG]
    if likely:
        return max(likely, key=lambda name: longest[name])
    if nested or any(fields.get(normalise(name)) == "title" for name in names):
        return None
    raise CannotOpen(f"no column looks like the posts' text; name one with --text-field: {_listed(names)}")


def pick(cells: Mapping[str, Any], column: str | None, wanted: Wanted) -> tuple[Any, dict[str, Any]]:
    """The text of a row, and the cells that state facts."""
    text = cell(cells, column) if column is not None else None
    kept = None if wanted.meta is None else {*wanted.meta, wanted.id}
    return text, {
        name: value for name, value in cells.items() if name != column and name and (kept is None or name in kept)
    }


def cell(cells: Mapping[str, Any], name: str) -> Any:
    """A cell by its name; a dot goes down one level where no column is called so."""
    if name in cells:
        return cells[name]
    inner: Any = cells
    for part in name.split("."):
        inner = inner.get(part) if isinstance(inner, Mapping) else None
    return inner


def _length(value: Any) -> int:
    return len(value) if isinstance(value, str) else 0


_MOST_LISTED = 12


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST_LISTED} more" if len(names) > _MOST_LISTED else ""
    return ", ".join(names[:_MOST_LISTED]) + more
