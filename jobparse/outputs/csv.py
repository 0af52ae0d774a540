"""CSV (RFC 4180) with a header line: one row a post, nested values split into columns, lists joined by `; `."""
from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import BinaryIO, NamedTuple

from ..record import JobPost
from . import Terminal
from .columns import cell, columns
from .printable import printable


def render(post: JobPost, fields: tuple[str, ...] | None) -> list[str]:
    """A row of cells."""
    return [cell(post, name) for name in columns(fields)]


class Writer:
    """See `outputs.Writer`."""

    def __init__(self, stream: BinaryIO, fields: tuple[str, ...] | None, terminal: Terminal) -> None:
        self._shown = terminal.width is not None
        self._rows = csv.writer(_Encoded(stream))
        self._rows.writerow(columns(fields))

    def write(self, rendered: Sequence[str]) -> None:
        """One row."""
        self._rows.writerow(map(printable, rendered) if self._shown else rendered)

    def close(self) -> None:
        """Nothing comes last."""


class _Encoded(NamedTuple):
    """What `csv` writes text to; it owns nothing that it would have to give back."""

    stream: BinaryIO

    def write(self, text: str) -> int:
        return self.stream.write(text.encode("utf-8", "replace"))
