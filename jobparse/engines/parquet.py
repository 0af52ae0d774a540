"""Records in Parquet, as `extract` wrote them, back as lines of JSON."""
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

_BATCH = 256
"""Rows fetched at a time."""


def records(name: str) -> Iterator[bytes] | None:
    """The records of a file as JSON, `None` where it holds none of ours or cannot be read: then it may hold posts."""
    try:
        import duckdb
    except ImportError:
        return None
    if not Path(name).is_file():
        return None
    connection = duckdb.connect(config={"threads": 1})
    try:
        columns = connection.execute("DESCRIBE SELECT * FROM read_parquet($1)", [name]).fetchall()
    except duckdb.Error:
        connection.close()
        return None
    if columns[0][0] != "schema_version":
        connection.close()
        return None
    return _lines(connection, name)


def _lines(connection: Any, name: str) -> Iterator[bytes]:
    try:
        connection.execute("SELECT to_json(t)::VARCHAR FROM read_parquet($1) AS t", [name])
        while batch := connection.fetchmany(_BATCH):
            for (line,) in batch:
                yield line.encode()
    finally:
        connection.close()
