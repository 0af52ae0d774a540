"""Parquet, by DuckDB: a batch of rows at a time; what is held is about one row group, unpacked."""
from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from ..formats.jsontree import Number
from ..sources import is_remote
from . import Open, Raw, Slice
from .streams import CannotOpen, missing

NESTED = False

_BATCH = 256
"""Rows fetched at a time."""


def read(name: str, open: Open, part: Slice) -> Iterator[Raw]:
    """The rows of a slice. Raises CannotOpen."""
    where = "" if part == Slice() else f" WHERE file_row_number >= {part.start}"
    where += f" AND file_row_number < {part.stop}" if part.stop is not None else ""
    with _connection(name) as connection:
        found = connection.execute(f"SELECT * FROM read_parquet($1, file_row_number = true){where}", [name])
        names = [column[0] for column in found.description]
        number = part.start
        while batch := found.fetchmany(_BATCH):
            for values in batch:
                number += 1
                cells = {name: _plain(value) for name, value in zip(names, values, strict=True)}
                del cells["file_row_number"]
                yield Raw(number, cells, sum(len(value) for value in values if isinstance(value, str | bytes)))


def count(name: str, open: Open) -> int:
    """Rows of a table, as its foot says. Raises CannotOpen."""
    with _connection(name) as connection:
        row = connection.execute("SELECT sum(num_rows) FROM parquet_file_metadata($1)", [name]).fetchone()
        return int(row[0]) if row else 0


@contextmanager
def _connection(name: str) -> Iterator[Any]:
    try:
        import duckdb
    except ImportError:
        raise missing("parquet", "reading Parquet") from None
    connection = duckdb.connect(config={"threads": 1})
    try:
        if is_remote(name):
            _reach(connection, name)
        yield connection
    except duckdb.Error as error:
        about = str(error).splitlines()[0]
        raise CannotOpen(f"is no Parquet that can be read ({about}); get the file again") from error
    finally:
        connection.close()


def _reach(connection: Any, name: str) -> None:
    """Let DuckDB read a remote store through fsspec."""
    try:
        import fsspec

        connection.register_filesystem(fsspec.filesystem(name.partition("://")[0]))
    except ImportError:
        raise missing("remote", f"reading {name.partition(':')[0]}://") from None


def _plain(value: Any) -> Any:
    """As JSON has it: dates as ISO, numbers as they are written."""
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, float):
        return None if value != value else Number(int(value) if value.is_integer() else value)
    if isinstance(value, int | Decimal):
        return Number(value)
    if isinstance(value, datetime.datetime | datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, bytes | bytearray):
        return bytes(value).decode("utf-8", "surrogateescape")
    if isinstance(value, Mapping):
        return {str(key): _plain(child) for key, child in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(child) for child in value]
    return str(value)
