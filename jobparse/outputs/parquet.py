"""Parquet, by DuckDB: one typed column a field of the record; records wait in a file until the last one is there."""
from __future__ import annotations

import tempfile
import types
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, BinaryIO, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from ..record import JobPost
from . import Terminal, jsonl

render = jsonl.render

_LARGEST = 64_000_000
"""Bytes of the largest record: DuckDB asks for a bound."""


class CannotWriteParquet(OSError):
    """DuckDB is not there; the message says what to install."""


class Writer:
    """See `outputs.Writer`."""

    def __init__(self, stream: BinaryIO, fields: Sequence[str] | None, terminal: Terminal) -> None:
        try:
            import duckdb
        except ImportError:
            need = "writing Parquet needs an extra; run: pip install 'jobparse[parquet]'"
            raise CannotWriteParquet(None, need) from None
        self._connect = duckdb.connect
        self._stream, self._fields = stream, fields
        self._folder = tempfile.TemporaryDirectory(prefix="jobparse-")
        self._lines = (Path(self._folder.name) / "records.jsonl").open("wb")

    def write(self, rendered: bytes) -> None:
        """One record, which waits."""
        self._lines.write(rendered + b"\n")

    def close(self) -> None:
        """All records, as one file."""
        self._lines.close()
        target = Path(self._folder.name) / "records.parquet"
        columns = schema() if self._fields is None else dict.fromkeys(self._fields, "JSON")
        connection = self._connect(config={"threads": 1})
        try:
            connection.execute("SET enable_progress_bar = false")
            shape = ", ".join(f"{_quoted(name)}: {_quoted(kind)}" for name, kind in columns.items())
            texts = (f"{_name(name)} ->> '$' AS {_name(name)}" for name in columns)
            kept = "*" if self._fields is None else ", ".join(texts)
            connection.execute(
                f"COPY (SELECT {kept} FROM read_json({_quoted(self._lines.name)}, format = 'newline_delimited',"
                f" columns = {{{shape}}}, maximum_object_size = {_LARGEST})) TO {_quoted(str(target))}"
                " (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 4096)"
            )
        finally:
            connection.close()
        with target.open("rb") as file:
            while chunk := file.read(1 << 20):
                self._stream.write(chunk)
        self._folder.cleanup()


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _name(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def schema() -> dict[str, str]:
    """Column → DuckDB's type, for whole records. What has no fixed keys (`metadata`) is JSON."""
    hints = get_type_hints(JobPost, include_extras=False)
    return {name: _type(hints[name]) for name in JobPost.__struct_fields__}


def _type(hint: Any) -> str:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _type(inner[0])
    if origin is Literal:
        return "VARCHAR"
    if origin in (Union, types.UnionType):
        kinds = [_type(one) for one in inner if one is not type(None)]
        return "DOUBLE" if "DOUBLE" in kinds else kinds[0]
    if origin is list:
        return f"{_type(inner[0])}[]"
    if origin is dict:
        return "JSON" if inner[1] is Any else f"MAP(VARCHAR, {_type(inner[1])})"
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        own = get_type_hints(hint, include_extras=False)
        return "STRUCT(" + ", ".join(f"{_name(name)} {_type(own[name])}" for name in hint.__struct_fields__) + ")"
    return {int: "BIGINT", float: "DOUBLE", bool: "BOOLEAN", str: "VARCHAR"}.get(hint, "JSON")
