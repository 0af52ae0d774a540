"""CSV (RFC 4180) with a header line: one row a post, nested values split into columns, lists joined by `; `."""
from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import BinaryIO

from ..record import JobPost
from . import Terminal
from .columns import DEFAULT, cell, spread


class Writer:
    """See `outputs.Writer`."""

    def __init__(self, stream: BinaryIO, fields: Sequence[str] | None, terminal: Terminal) -> None:
        self._names = spread(DEFAULT) if fields is None else tuple(fields)
        self._text = io.TextIOWrapper(stream, "utf-8", errors="replace", newline="", write_through=True)
        self._rows = csv.writer(self._text)
        self._rows.writerow(self._names)

    def write(self, post: JobPost) -> None:
        """One row."""
        self._rows.writerow([cell(post, name) for name in self._names])

    def close(self) -> None:
        """Give the stream back as it was."""
        self._text.detach()
