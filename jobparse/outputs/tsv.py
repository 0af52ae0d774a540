"""Tab-separated values with a header line; tabs and newlines inside a value become blanks, so that every line is a row."""
from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO

from ..record import JobPost
from . import Terminal
from .columns import DEFAULT, cell, spread

_BREAKS = str.maketrans({"\t": " ", "\n": " ", "\r": " ", "\v": " ", "\f": " ", "\x85": " ", "\u2028": " ", "\u2029": " "})


class Writer:
    """See `outputs.Writer`."""

    def __init__(self, stream: BinaryIO, fields: Sequence[str] | None, terminal: Terminal) -> None:
        self._stream = stream
        self._names = spread(DEFAULT) if fields is None else tuple(fields)
        self._row(self._names)

    def write(self, post: JobPost) -> None:
        """One row."""
        self._row([cell(post, name) for name in self._names])

    def close(self) -> None:
        """Nothing comes last."""

    def _row(self, cells: Sequence[str]) -> None:
        line = "\t".join(text.translate(_BREAKS) for text in cells)
        self._stream.write(line.encode("utf-8", "replace") + b"\n")
