"""Files of many posts: JSON lines, CSV, Parquet, packed or not, archives, here or on a remote store; streamed.

Whatever a table's kind, each row becomes a `Source` named `ads.csv.gz#123`: the text of one column, and the
other cells as what the post states.
"""
from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from importlib import import_module
from itertools import chain, islice
from typing import Any, BinaryIO, NamedTuple, Protocol, cast

from ..sources import STDIN, Failure, Found, Row, Source
from .columns import Wanted, pick, text_column
from .streams import CannotOpen, opened, packing

__all__ = [
    "CannotOpen", "Open", "Raw", "Slice", "Tell", "Wanted", "chosen", "is_table", "kind_of", "rows", "sample_of",
    "single_table",
]

KINDS = {
    ".csv": "delimited", ".tsv": "delimited", ".tab": "delimited",
    ".jsonl": "jsonrows", ".ndjson": "jsonrows", ".json": "jsonrows",
    ".parquet": "parquet", ".zip": "archives", ".tar": "archives", ".tgz": "archives",
}
"""File ending, without that of the packing → module that reads it."""

_SAMPLE = 50
"""Rows that are looked at to choose the column of the text."""


Open = Callable[[], AbstractContextManager[BinaryIO]]
Tell = Callable[[str], None]


class Slice(NamedTuple):
    """Rows from `start` up to, without, `stop` (0-based; `None`: to the end)."""

    start: int = 0
    stop: int | None = None


ALL = Slice()


class Raw(NamedTuple):
    """A row as its reader gives it: its 1-based number, its cells or what is wrong with it, its size in bytes."""

    number: int
    cells: dict[str, Any] | str
    size: int
    encoding: str = "utf-8"


class Reader(Protocol):
    """What a module of `KINDS` offers, archives aside."""

    NESTED: bool

    def read(self, name: str, open: Open, part: Slice) -> Iterator[Raw]:
        """The rows of a slice. Raises CannotOpen for what is wrong with the file itself."""


def kind_of(name: str) -> str | None:
    """The module that reads a table of this name, `None` where it is none by its ending."""
    bare, _ = packing(name)
    ending = bare[bare.rfind(".") :].lower() if "." in bare else ""
    return KINDS.get(ending)


def is_table(name: str, wanted: Wanted) -> bool:
    """Whether a named file is read as a table; `.json` and standard input only where a text column is named."""
    if name == STDIN or name.lower().endswith(".json"):
        return wanted.text is not None
    return kind_of(name) is not None


def single_table(name: str) -> bool:
    """Whether a file is one table, whose rows can be counted and shared out: no archive of posts."""
    return kind_of(name) not in (None, "archives")


def rows(name: str, wanted: Wanted, part: Slice = ALL, tell: Tell | None = None) -> Found:
    """The posts of a table or an archive, one row at a time; what is wrong is told row by row.

    `tell` hears which column was chosen where none is named.
    """
    if kind_of(name) == "archives":
        from .archives import members

        yield from members(name, wanted, tell)
    else:
        yield from rows_of(name, lambda: opened(name), wanted, part, tell)


def rows_of(name: str, open: Open, wanted: Wanted, part: Slice, tell: Tell | None) -> Found:
    """As `rows`, of a table that `open` opens."""
    reader = _reader(name)
    try:
        yield from _sources(name, reader.NESTED, reader.read(name, open, part), wanted, tell)
    except CannotOpen as error:
        yield Failure(name, str(error))


def _reader(name: str) -> Reader:
    return cast(Reader, import_module(f".{kind_of(name) or 'sniffed'}", __name__))


def _sources(name: str, nested: bool, raws: Iterator[Raw], wanted: Wanted, tell: Tell | None) -> Found:
    sample = list(islice(raws, _SAMPLE))
    column = text_column([raw.cells for raw in sample if isinstance(raw.cells, dict)], wanted.text, nested)
    if tell and wanted.text is None and sample and (column or not nested):
        tell(chosen(name, column) if column else f"{name}: {_NO_TEXT}")
    for raw in chain(sample, raws):
        yield _source(f"{name}#{raw.number}", raw, column, nested, wanted)


_NO_TEXT = "no column looks like the posts' text, so only what the others state is read; --text-field names one"


def chosen(name: str, column: str) -> str:
    """The line that tells which column was taken."""
    return f"{name}: the posts' text is read from the column {column!r}; --text-field names another"


def _source(own: str, raw: Raw, column: str | None, nested: bool, wanted: Wanted) -> Source | Failure:
    if isinstance(raw.cells, str):
        return Failure(own, raw.cells)
    text, others = pick(raw.cells, column, wanted)
    if column is not None and not (isinstance(text, str) and text.strip()):
        return Failure(_with_id(own, raw.cells, wanted), f"has no text in the column {column!r}; nothing to parse")
    if column is None and not nested:
        text = ""
    return Source(own, b"", Row(text, others, raw.size, raw.encoding))


def _with_id(own: str, cells: dict[str, Any], wanted: Wanted) -> str:
    """A row's name for messages: with what its id column says."""
    known = cells.get(wanted.id) if wanted.id else None
    return f"{own} ({known})" if known else own


def sample_of(name: str, wanted: Wanted) -> Sequence[dict[str, Any]]:
    """The first rows of a table. Raises CannotOpen."""
    reader = _reader(name)
    raws = reader.read(name, lambda: opened(name), Slice(0, _SAMPLE))
    return [raw.cells for raw in raws if isinstance(raw.cells, dict)]
