"""How posts are shared out: so many files, or rows of one table, a part."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from ..sources import Failure, Named, is_remote
from ..tables import CannotOpen, Wanted, kind_of, sample_of, single_table
from ..tables.columns import text_column
from ..tables.streams import opened


class Part(NamedTuple):
    """A share of the work: files, or rows of a table (from, up to; `None`: all), and what could not be found."""

    number: int
    files: tuple[Named, ...] = ()
    table: str | None = None
    rows: tuple[int, int | None] = (0, None)
    column: str | None = None
    failures: tuple[Failure, ...] = ()

    def names(self) -> Iterator[str]:
        """The files it reads."""
        yield from (found.name for found in self.files)
        if self.table is not None:
            yield self.table


def resolved(name: str, directory: str) -> str:
    """A path as a worker opens it, whatever folder it works in."""
    return name if is_remote(name) else str(Path(directory) / name)


class Size(NamedTuple):
    """Rows of a table (`None` where it is an archive), the column of its text, or why it cannot be read."""

    rows: int | None
    column: str | None
    problem: str = ""


def table_sizes(name: str, wanted: Wanted, directory: str) -> Size:
    """What must be known of a table before its rows are shared out; runs on a worker."""
    path = resolved(name, directory)
    if not single_table(name):
        return Size(None, wanted.text)
    try:
        reader = import_module(f"jobparse.tables.{kind_of(name)}")
        column = text_column(sample_of(path, wanted), wanted.text, reader.NESTED)
        return Size(reader.count(path, lambda: opened(path)), column)
    except CannotOpen as error:
        return Size(0, None, str(error))


def plan(found: Iterable[Named | Failure], sizes: Mapping[str, Size], most: int) -> Iterator[Part]:
    """The parts, numbered from 0: in the order of the inputs, `most` posts each at most, archives whole."""
    number = 0
    files: list[Named] = []
    failures: list[Failure] = []
    for one in found:
        size = sizes.get(one.name) if isinstance(one, Named) else None
        if isinstance(one, Failure):
            failures.append(one)
        elif size is None:
            files.append(one)
        elif size.problem:
            failures.append(Failure(one.name, size.problem))
        if len(files) == most or (size and files):
            yield Part(number, tuple(files))
            number, files = number + 1, []
        if size and not size.problem:
            for part in _of_table(number, one.name, size, most):
                yield part
                number += 1
    if files or failures:
        yield Part(number, tuple(files), failures=tuple(failures))


def _of_table(number: int, name: str, size: Size, most: int) -> Iterator[Part]:
    if size.rows is None:
        yield Part(number, table=name, column=size.column)
        return
    for at, start in enumerate(range(0, size.rows, most)):
        yield Part(number + at, table=name, rows=(start, min(start + most, size.rows)), column=size.column)
