"""One module an output format; each writes posts to a byte stream as they come and never parses.

A module has `Writer(stream, fields, terminal)` with `write(post)` and `close()`.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from ..record import JobPost

OUTPUTS = ("table", "json", "jsonl", "csv", "tsv")
"""Names of the formats, which are the names of their modules."""

ENDINGS = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".txt": "table"}
"""File ending → format, for `-o FILE` without `--format`."""


class Terminal(NamedTuple):
    """What the result is shown on: `width` in columns where it is a terminal, else `None`."""

    width: int | None = None
    color: bool = False
    encoding: str = "utf-8"


class Writer(Protocol):
    """Takes posts one by one; `close` writes what must come last and leaves the stream open."""

    def write(self, post: JobPost) -> None:
        """One more post."""

    def close(self) -> None:
        """No more posts."""


def writer(name: str, stream: BinaryIO, fields: Sequence[str] | None = None, terminal: Terminal | None = None) -> Writer:
    """The writer of a format in `OUTPUTS`."""
    module = import_module(f".{name}", __name__)
    make = cast(Callable[[BinaryIO, Sequence[str] | None, Terminal], Writer], module.Writer)
    return make(stream, fields, terminal or Terminal())
