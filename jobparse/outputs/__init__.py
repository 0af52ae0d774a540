"""One module an output format; each writes posts to a byte stream as they come and never parses.

A module has `render(post, fields)`, which may run in another process, and `Writer(stream, fields, terminal)` with
`write(rendered)` and `close()`.
"""
from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from ..record import JobPost

OUTPUTS = ("table", "json", "jsonl", "csv", "tsv", "parquet")
"""Names of the formats, which are the names of their modules."""

ENDINGS = {
    ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".txt": "table",
    ".parquet": "parquet",
}
"""File ending → format, for `-o FILE` without `--format`."""


class Terminal(NamedTuple):
    """What the result is shown on: `width` in columns where it is a terminal, else `None`."""

    width: int | None = None
    color: bool = False
    encoding: str = "utf-8"


class Writer(Protocol):
    """Takes rendered posts one by one; `close` writes what must come last and leaves the stream open."""

    def write(self, rendered: Any) -> None:
        """One more post, as the module's `render` made it."""

    def close(self) -> None:
        """No more posts."""


def renderer(name: str, fields: Sequence[str] | None = None) -> Callable[[JobPost], Any]:
    """What turns a post into what the format's writer takes: can be sent to another process, as can its result."""
    return partial(import_module(f".{name}", __name__).render, fields=fields)


def writer(name: str, stream: BinaryIO, fields: Sequence[str] | None = None, terminal: Terminal | None = None) -> Writer:
    """The writer of a format in `OUTPUTS`."""
    module = import_module(f".{name}", __name__)
    make = cast(Callable[[BinaryIO, Sequence[str] | None, Terminal], Writer], module.Writer)
    return make(stream, fields, terminal or Terminal())
