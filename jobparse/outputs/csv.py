"""CSV (RFC 4180) with a header line: one row a post, nested values split into columns, lists joined by `; `."""
from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import BinaryIO

from ..record import JobPost
from . import Terminal
from .columns import cell, columns


def render(post: JobPost, fields: tuple[str, ...] | None) -> list[str]:
    """A row of cells."""
    return [cell(post, name) for name in columns(fields)]


class Writer:
    """See `outputs.Writer`."""

    def __init__(self, stream: BinaryIO, fields: tuple[str, ...] | None, terminal: Terminal) -> None:
        self._text = io.TextIOWrapper(stream, "utf-8", errors="replace", newline="", write_through=True)
        self._rows = csv.writer(self._text)
        self._rows.writerow(columns(fields))

    def write(self, rendered: Sequence[str]) -> None:
        """One row."""
        self._rows.writerow(rendered)

    def close(self) -> None:
        """Give the stream back as it was."""
        self._text.detach()
